import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/support/world.ts'
import { urls } from '../../urls.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }

describe('cycles on the home page', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  async function made(url: string, fields: Record<string, string>, noun: string): Promise<string> {
    const answer = await world.as('maria').post(url, fields)
    return new RegExp(`${noun}/([0-9a-f-]{36})`).exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  }

  const home = async (persona: 'maria' | 'tomas' | 'lucia' | 'dana') => await (await world.as(persona).get(urls.now(LINCOLN))).text()

  it('wait for whoever leads them once their time is over, then for the decision, then for nobody; and are told', async () => {
    const goalId = await made(urls.goals(LINCOLN), { statement_en: 'Every student explains', circle: 'school' }, 'goals')
    const plan = {
      goalId,
      question: 'Does one question help?',
      prediction: 'Half of them',
      circle: 'school',
      beginsOn: '2026-09-07',
      endsOn: '2026-10-02',
    }
    const cycle = await made(urls.cycles(LINCOLN), { ...plan, ledBy: world.ids.people.tomas }, 'cycles')
    const post = (address: 'cycleStart' | 'cycleObservations' | 'cycleStudy' | 'cycleDecision', fields: Record<string, string>) =>
      world.as('maria').post(urls[address]({ ...LINCOLN, cycle }), fields)
    assert.doesNotMatch(await home('tomas'), /ready to be studied/)
    await post('cycleStart', { startedOn: '2026-09-07' })
    assert.match(await home('tomas'), /A cycle is ready to be studied[^]*Does one question help\?/)
    for (const other of ['maria', 'lucia'] as const) assert.doesNotMatch(await home(other), /ready to be studied/)
    await post('cycleObservations', { observedOn: '2026-09-20', seen: 'Nine of twenty' })
    await post('cycleStudy', { studiedOn: '2026-10-05', result: 'Nine', asPredicted: 'partly', learnedFirst: 'It gets used' })
    assert.match(await home('tomas'), /what follows from it\?/)
    await post('cycleDecision', { decision: 'adopt', reason: 'It works here', decidedOn: '2026-10-06' })
    const over = await home('tomas')
    assert.doesNotMatch(over, /what follows from it\?|ready to be studied/)
    assert.match(over, /Maria Alvarez wrote down what follows from a cycle:/)
    assert.match(await home('dana'), /Maria Alvarez studied a cycle:/)
  })

  it('that only the team may read are told to the team alone', async () => {
    const goalId = await made(urls.goals(LINCOLN), { statement_en: 'Every student writes', circle: 'school' }, 'goals')
    await made(
      urls.cycles(LINCOLN),
      { goalId, question: 'Does the secret one help?', prediction: 'Half of them', circle: 'team' },
      'cycles',
    )
    assert.match(await home('tomas'), /Does the secret one help\?/)
    for (const outside of ['lucia', 'dana'] as const) assert.doesNotMatch(await home(outside), /secret one/)
  })
})
