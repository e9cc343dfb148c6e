import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { LINCOLN, surveysIn } from '../../../../test/support/asked-staff.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'
import { foldClosed } from '../folding/commands.ts'

describe('a scale that is watched over time', () => {
  let world: World
  let surveys: ReturnType<typeof surveysIn>
  let first: string
  let measure: string
  const points = () => surveys.rows<{ value: number; note: string }>('select value, note from measure_point order by observed_on')
  /** Until the next day, with a look at the page between, so that nobody is signed out. */
  async function passNight(): Promise<void> {
    world.clock.turnBy(8.5 * 3_600_000)
    for (const persona of ['maria', 'lucia'] as const) await world.as(persona).get(urls.surveys(LINCOLN))
    world.clock.turnBy(8.5 * 3_600_000)
  }
  /** A survey that everybody answers and that is closed; every fourth person answers one less. */
  async function ask(value: number): Promise<string> {
    const survey = await surveys.open('maria', 'lincoln', { closesOn: world.clock.now().toISOString().slice(0, 10) })
    const links = [...(await surveys.links(survey)).values()]
    for (const [at, link] of links.entries()) await surveys.answer(link, Array(6).fill(at % 4 === 0 ? value - 1 : value))
    assert.equal((await world.as('maria').post(urls.surveyClosure({ ...LINCOLN, survey }))).status, 303)
    await foldClosed(world.deps, { tenantId: world.ids.tenants['cedar-valley'], surveyId: survey })
    return survey
  }
  const watch = (persona: 'maria' | 'lucia' | 'omar', fields: Record<string, string>, place = 'lincoln') =>
    world.as(persona).post(urls.surveyWatching({ ...LINCOLN, place, survey: first }), fields)
  before(async () => {
    world = await openWorld()
    surveys = surveysIn(world)
    await surveys.hire('lincoln', 9)
    first = await ask(3)
  })
  after(() => world.close())

  it('becomes a measure with a point for what was asked before', async () => {
    const page = await (await world.as('maria').get(urls.surveyWatching({ ...LINCOLN, survey: first }))).text()
    assert.match(page, /Watch over time/)
    const made = await watch('maria', { scale: 'small_measure', variable: 'district_capacity/collective_problem_solving' })
    assert.equal(made.status, 303, await made.text())
    measure = /measures\/([0-9a-f-]{36})/.exec(made.headers.get('location') ?? '')?.[1] ?? ''
    const [point, ...more] = await points()
    assert.equal(more.length, 0)
    assert.equal(point?.value, 2.8)
    assert.equal(point.note, '12 people')
    const shown = await (await world.as('lucia').get(urls.measure({ ...LINCOLN, measure }))).text()
    assert.match(shown, /2\.8 of 5/)
    assert.match(shown, /Collective problem solving/)
    const variable = { framework: 'district_capacity', variable: 'collective_problem_solving' }
    assert.match(await (await world.as('lucia').get(urls.measureVariable({ ...LINCOLN, ...variable }))).text(), /2\.8 of 5/)
  })

  it('gets a point from every close that follows', async () => {
    await passNight()
    await ask(4)
    assert.deepEqual(
      (await points()).map(({ value }) => value),
      [2.8, 3.8],
    )
  })

  it('is refused twice, for what is no scale of the survey, and for whoever does not lead the place', async () => {
    const again = await watch('maria', { scale: 'small_measure' })
    assert.equal(again.status, 409)
    assert.match(await again.text(), /watched already/)
    assert.equal((await watch('maria', { scale: 'nowhere' })).status, 404)
    assert.equal((await watch('maria', { scale: '' })).status, 422)
    assert.equal((await watch('maria', { scale: 'small_measure', variable: 'nothing' })).status, 422)
    assert.equal((await watch('lucia', { scale: 'trust_integrity' })).status, 409)
    assert.equal((await watch('omar', { scale: 'trust_integrity' }, 'rivera')).status, 404)
  })

  it('does not name the measure to whoever is outside of its circle, and is still watched', async () => {
    const form = { name: 'What the team makes of it', better: 'up', definition: 'As asked.', circle: 'team', version: 1 }
    assert.equal((await world.as('maria').post(urls.measure({ ...LINCOLN, measure }), form)).status, 303)
    const page = async (reader: 'maria' | 'lucia' | 'dana') =>
      await (await world.as(reader).get(urls.surveyWatching({ ...LINCOLN, survey: first }))).text()
    assert.match(await page('maria'), /What the team makes of it/)
    for (const reader of ['lucia', 'dana'] as const)
      assert.doesNotMatch(await page(reader), new RegExp(`What the team makes of it|${measure}`))
    assert.equal((await watch('maria', { scale: 'small_measure' })).status, 409)
  })
})
