import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { LINCOLN, surveysIn } from '../../../../test/support/asked-staff.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'
import { goRound } from '../participation/commands.ts'

const DISTRICT = { tenant: 'cedar-valley', place: 'cedar-valley-unified' }
const RIVERA = { tenant: 'cedar-valley', place: 'rivera' }
const DAY = 24 * 60 * 60_000

describe('a survey that runs', () => {
  let world: World
  let surveys: ReturnType<typeof surveysIn>
  let survey: string
  let links: string[]
  before(async () => {
    world = await openWorld()
    surveys = surveysIn(world)
    await surveys.hire('lincoln', 20)
    await surveys.hire('rivera', 4)
    survey = await surveys.open('dana', 'cedar-valley-unified', { reminders: ['2026-10-09', '2026-10-16'] })
    links = [...(await surveys.links(survey)).values()]
    for (const link of links.slice(0, 12)) assert.equal((await surveys.answer(link, [3])).status, 303)
    await goRound(world.deps)
  })
  after(() => world.close())

  const page = async (who: 'maria' | 'omar' | 'dana' | 'lucia', at = LINCOLN) =>
    await (await world.as(who).get(urls.survey({ ...at, survey }))).text()
  const extend = async (who: 'dana' | 'maria' | 'omar' | 'lucia' | 'stranger', closesOn: string, at = DISTRICT) =>
    await world.as(who).post(urls.surveyExtension({ ...at, survey }), { closesOn })
  const dayLater = { now: () => new Date(world.clock.now().getTime() + DAY) }

  it('says its stage, window, mode, languages and reminders', async () => {
    const text = await page('dana', DISTRICT)
    assert.match(text, /Open/)
    assert.match(text, /October 6, 2026[\s\S]*October 20, 2026/)
    assert.match(text, /Anonymous: Nobody learns what anybody answered/)
    assert.match(text, /Oct 9 \(planned\)[\s\S]*Oct 16 \(planned\)/)
  })

  it('shows participation to the place that asks only where no small school follows from it', async () => {
    const [lincoln] = await surveys.rows<{ answered: number | null }>('select answered from survey_unit where unit_id = $1', [
      world.ids.schools.lincoln,
    ])
    assert.equal(lincoln?.answered, null, 'Rivera’s five would follow from the whole and Lincoln')
    const text = await page('dana', DISTRICT)
    assert.match(text, /About 10 of 28/)
    assert.match(text, /By school[\s\S]*Lincoln[\s\S]*23[\s\S]*not said[\s\S]*Rivera[\s\S]*5[\s\S]*not said/)
    assert.match(await page('maria'), /would give away the number of a smaller school/)
    assert.match(await page('omar', RIVERA), /Fewer than ten people are asked here/)
    assert.doesNotMatch(await page('maria'), /By school/)
    assert.match(await page('lucia'), /a link of your own is in your email[\s\S]*for those who lead this very place/)
    assert.doesNotMatch(await page('maria'), /a link of your own is in your email/)
  })

  it('is counted for all places on the same day, once', async () => {
    const days = async () => await surveys.rows<{ day: string }>('select distinct counted_on::text as day from survey_unit')
    assert.deepEqual(await days(), [{ day: '2026-10-06' }])
    await goRound({ ...world.deps, clock: dayLater })
    assert.deepEqual(await days(), [{ day: '2026-10-07' }])
  })

  it('gives more time, records it, and takes none back', async () => {
    const before = (await extend('dana', '2026-10-20')).status
    assert.equal(before, 422)
    const refused = await (await extend('dana', '2026-10-15')).text()
    assert.match(refused, /Choose a day after the last day/)
    assert.match(refused, /value="2026-10-15"/)
    assert.equal((await extend('dana', 'never')).status, 422)
    assert.equal((await extend('maria', '2026-10-27', LINCOLN)).status, 409)
    assert.equal((await extend('lucia', '2026-10-27', LINCOLN)).status, 409)
    assert.equal((await extend('stranger', '2026-10-27')).status, 404)
    assert.equal((await extend('dana', '2026-10-27')).status, 303)
    assert.match(await page('maria'), /October 27, 2026/)
    const events = await surveys.rows("select verb from event where verb = 'survey_extended'")
    assert.equal(events.length, 1)
  })

  it('asks once more before it closes, and says what the close means', async () => {
    const at = (place = DISTRICT) => urls.surveyClosure({ ...place, survey })
    for (const link of links.slice(12, 20)) assert.equal((await surveys.answer(link, [2])).status, 303)
    const asked = await (await world.as('dana').get(at())).text()
    assert.match(asked, /Close “Autumn” now\?[\s\S]*destroyed with their key[\s\S]*Nobody can open it again/)
    assert.match(await (await world.as('maria').get(at(LINCOLN))).text(), /closed by the place that opened it/)
    assert.equal((await world.as('stranger').get(at())).status, 404)
    assert.doesNotMatch(await (await world.as('ada').get(urls.surveys(LINCOLN))).text(), /Autumn/, 'what she could not open')
    assert.equal((await world.as('dana').post(at())).status, 303)
    assert.equal((await extend('dana', '2026-11-27')).status, 409)
    assert.match(await page('dana', DISTRICT), /About 20 of 28/)
    assert.match(await page('dana', DISTRICT), /Oct 9 \(not needed any more\)/)
    assert.doesNotMatch(await page('dana', DISTRICT), /More time/)
  })
})

describe('the surveys of a place', () => {
  let world: World
  let surveys: ReturnType<typeof surveysIn>
  before(async () => {
    world = await openWorld()
    surveys = surveysIn(world)
    await surveys.hire('lincoln', 9)
  })
  after(() => world.close())

  const list = async (who: 'maria' | 'omar' = 'maria', at = LINCOLN) => await (await world.as(who).get(urls.surveys(at))).text()

  it('begin with a question', async () => {
    assert.match(await list(), /What would you like to hear from everybody/)
  })

  it('stand in the order of what matters: running, to come, over', async () => {
    await surveys.open('maria', 'lincoln', { mode: 'named' })
    await surveys.open('maria', 'lincoln', { opensOn: '2026-10-12' })
    const over = await surveys.open('maria', 'lincoln')
    await world.as('maria').post(urls.surveyClosure({ ...LINCOLN, survey: over }))
    const text = await list()
    assert.match(text, /Running now[\s\S]*Named[\s\S]*To come[\s\S]*Anonymous[\s\S]*Closed[\s\S]*Anonymous/)
    assert.match(text, /Teachers and teacher leaders[\s\S]*Lincoln/)
    assert.doesNotMatch(await list('omar', RIVERA), /Autumn/)
  })
})
