import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { LINCOLN } from '../../../../test/support/asked-staff.ts'
import { questionnairesIn } from '../../../../test/support/questionnaires.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'
import { foldClosed } from '../folding/commands.ts'
import type { Mode, Scale } from '../schema.ts'

const words = (en: string) => ({ en, es: en })

const SCALES: Scale[] = [
  {
    key: 'trust',
    options: 'agreement',
    name: words('Trust'),
    purpose: words('How it feels.'),
    items: ['t1', 't2', 't3'].map((key) => ({ key, text: words(key) })),
  },
  {
    key: 'more',
    kind: 'text',
    options: 'agreement',
    name: words('More'),
    purpose: words('What else.'),
    items: ['m1', 'm2'].map((key) => ({ key, text: words(key) })),
  },
]

/** What somebody answers, from the least favorable on by their mood; the second text is written by few. */
function answersOf(at: number, lift: number): Record<string, string> {
  const mood = (at * 7) % 5
  const values = [mood, mood + (at % 2), mood + (at % 3) - 1].map((one) => Math.min(5, Math.max(1, 1 + one + lift)))
  const few: Record<string, string> = at < 9 ? { q4: `Few ${at}` } : {}
  return { ...Object.fromEntries(values.map((value, i) => [`q${i}`, String(value)])), q3: `Words of ${at}`, ...few }
}

describe('two surveys of the same people', () => {
  let world: World
  let asked: Awaited<ReturnType<typeof questionnairesIn>>
  before(async () => {
    world = await openWorld()
    asked = await questionnairesIn(world, 36)
  })
  after(() => world.close())

  /** Asks, is answered by all, closes and counts. */
  async function ask(mode: Mode, lift: number): Promise<string> {
    const closesOn = world.clock.now().toISOString().slice(0, 10)
    const links = await asked.put(SCALES, { mode, closesOn })
    const [newest] = await asked.rows<{ id: string }>('select id from survey order by id desc limit 1')
    for (const [at, link] of links.entries()) assert.equal((await asked.at(link, answersOf(at, lift))).status, 303)
    const survey = newest?.id ?? ''
    assert.equal((await world.as('maria').post(urls.surveyClosure({ ...LINCOLN, survey }))).status, 303)
    await foldClosed(world.deps, { tenantId: world.ids.tenants['cedar-valley'], surveyId: survey })
    await untilTomorrow()
    return survey
  }

  /** Maria looks in now and then: whoever is away for long is signed out. */
  async function untilTomorrow(): Promise<void> {
    for (let hours = 0; hours < 24; hours += 6) {
      world.clock.turnBy(6 * 3600 * 1000)
      await world.as('maria').get(urls.surveys(LINCOLN))
    }
  }

  const told = async (survey: string) =>
    await (await world.as('maria').get(urls.apiSurveyReport({ tenant: 'cedar-valley', survey }, { place: 'lincoln' }))).json()

  it('tell how many changed where answers are linked, and nothing of that where they are not', async () => {
    await ask('named', 0)
    const linked = await told(await ask('named', 2))
    const { change } = linked.scales[0]
    assert.equal(change.direction, 'more')
    assert.ok(change.linked.n >= 36 && change.linked.minimal_detectable > 0 && change.linked.more > change.linked.less)
    const sealed = await told(await ask('anonymous', 2))
    assert.deepEqual([sealed.scales[0].change.direction, sealed.scales[0].change.linked], ['unclear', null])
  })

  it('show words where ten or more wrote, and say that too few did', async () => {
    const [newest] = await asked.rows<{ id: string }>('select id from survey order by id desc limit 1')
    const { words } = await told(newest?.id ?? '')
    assert.deepEqual(
      words.map((one: { key: string }) => one.key),
      ['m1'],
    )
    const page = await (await world.as('maria').get(urls.surveyReport({ ...LINCOLN, survey: newest?.id ?? '' }))).text()
    assert.match(page, /Words of 12</)
    assert.match(page, /m2 Too few wrote something to show it/)
    assert.doesNotMatch(page, /Few 1/)
  })
})
