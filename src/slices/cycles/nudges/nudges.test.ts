import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'
import { nudgeLeaders } from './commands.ts'
import { isAwake } from './rules.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }

describe('a cycle whose time is over', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  async function made(url: string, fields: Record<string, string>, noun: string): Promise<string> {
    const answer = await world.as('maria').post(url, fields)
    return new RegExp(`${noun}/([0-9a-f-]{36})`).exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  }

  async function begun(question: string, endsOn: string): Promise<string> {
    const goalId = await made(urls.goals(LINCOLN), { statement_en: 'Every student explains', circle: 'school' }, 'goals')
    const plan = {
      goalId,
      question,
      prediction: 'Half of them',
      circle: 'school',
      beginsOn: '2026-09-07',
      endsOn,
      ledBy: world.ids.people.tomas,
    }
    const cycle = await made(urls.cycles(LINCOLN), plan, 'cycles')
    await world.as('maria').post(urls.cycleStart({ ...LINCOLN, cycle }), { startedOn: '2026-09-07' })
    return cycle
  }

  it('asks its leader for the study, once, and nobody for one that goes on or was studied', async () => {
    await begun('Is it over?', '2026-10-05')
    await begun('Does it go on?', '2026-10-06')
    const studied = await begun('Was it studied?', '2026-10-01')
    await world.as('maria').post(urls.cycleObservations({ ...LINCOLN, cycle: studied }), { observedOn: '2026-09-20', seen: 'Nine' })
    const study = { studiedOn: '2026-10-05', result: 'Nine', asPredicted: 'yes', learnedFirst: 'It works' }
    await world.as('maria').post(urls.cycleStudy({ ...LINCOLN, cycle: studied }), study)
    await nudgeLeaders(world.deps)
    await nudgeLeaders(world.deps)
    assert.deepEqual(
      world.letters.map((letter) => [letter.to, letter.subject]),
      [['tomas.reed@cedar-valley.example', 'What came of it? “Is it over?”']],
    )
    assert.match(world.letters[0]?.text ?? '', /Half of them[^]*\/cycles\//)
  })

  it('asks by day, in the zone of the school', () => {
    assert.equal(isAwake('America/Los_Angeles', new Date('2026-10-06T13:59:00Z')), false)
    assert.equal(isAwake('America/Los_Angeles', new Date('2026-10-06T14:00:00Z')), true)
    assert.equal(isAwake('America/New_York', new Date('2026-10-06T13:59:00Z')), true)
    assert.equal(isAwake('America/Los_Angeles', new Date('2026-10-07T02:00:00Z')), false)
  })
})
