import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { LINCOLN, surveysIn } from '../../../../../test/support/asked-staff.ts'
import { openWorld, type World } from '../../../../../test/support/world.ts'
import { urls } from '../../../../urls.ts'
import { foldClosed } from '../commands.ts'
import { countWaiting } from './commands.ts'

describe('counting while a confidential survey runs', () => {
  let world: World
  let surveys: ReturnType<typeof surveysIn>
  let survey: string
  let links: string[]
  const numberOf = async (text: string) => (await surveys.rows<{ n: number }>(text))[0]?.n
  const planned = () => numberOf("select count(*)::int as n from pgboss.job where name = 'surveys_counting'")
  before(async () => {
    world = await openWorld()
    surveys = surveysIn(world)
    await surveys.hire('lincoln', 9)
    survey = await surveys.open('maria', 'lincoln', { mode: 'confidential' })
    links = [...(await surveys.links(survey)).values()]
  })
  after(() => world.close())

  it('plans nothing where nobody has answered', async () => {
    await countWaiting(world.deps)
    assert.deepEqual([await planned(), await numberOf('select count(*)::int as n from survey_tally')], [0, 0])
  })

  it('counts what came, once, and comes back soon for more', async () => {
    for (const [at, link] of links.slice(0, 7).entries())
      assert.equal((await surveys.answer(link, Array(6).fill(1 + (at % 5)))).status, 303)
    await countWaiting(world.deps)
    assert.equal(await numberOf('select count(*)::int as n from survey_response where counted'), 7)
    assert.equal(await planned(), 1)
    await countWaiting(world.deps)
    assert.equal(await planned(), 1)
  })

  it('says nothing of it before the close, which then counts the rest', async () => {
    for (const [at, link] of links.slice(7).entries()) assert.equal((await surveys.answer(link, Array(6).fill(2 + (at % 3)))).status, 303)
    const report = await (
      await world.as('maria').get(urls.apiSurveyReport({ tenant: 'cedar-valley', survey }, { place: 'lincoln' }))
    ).json()
    assert.deepEqual([report.stage, report.scales], ['open', []])
    assert.equal((await world.as('maria').post(urls.surveyClosure({ ...LINCOLN, survey }))).status, 303)
    await foldClosed(world.deps, { tenantId: world.ids.tenants['cedar-valley'], surveyId: survey })
    assert.equal(await numberOf("select n from survey_summary where scale_key = 'small_measure'"), links.length)
    assert.equal(await numberOf('select count(*)::int as n from survey_tally'), 0)
  })
})
