import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { LINCOLN, surveysIn } from '../../../../test/support/asked-staff.ts'
import { bringingIn, DISTRICT } from '../../../../test/support/brought-answers.ts'
import type { Persona } from '../../../../test/support/cast.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'
import type { Scale } from '../schema.ts'

const SCALES: Scale[] = [
  {
    key: 'trust',
    options: 'agreement',
    name: { en: 'Trust', es: 'Confianza' },
    purpose: { en: 'How it feels.' },
    items: ['t1', 't2', 't3'].map((key) => ({ key, text: { en: `=Item ${key}` } })),
  },
]

/** Answers of many minds, the same in every run. */
function rowsOf(school: string, people: number, lift = 0): string[] {
  return Array.from({ length: people }, (_, at) => {
    const mood = (at * 7) % 5
    const answers = [mood, mood + (at % 2), mood + (at % 3) - 1].map((one) => Math.min(5, Math.max(1, 1 + one + lift)))
    return [school, ...answers].join(',')
  })
}

describe('the report of a survey', () => {
  let world: World
  let survey: string
  let later: string
  before(async () => {
    world = await openWorld()
    const bringing = bringingIn(world)
    const instrument = await bringing.questionnaire(SCALES)
    const ask = async (gatheredOn: string, rows: string[]) => {
      const text = ['school,t1,t2,t3', ...rows].join('\n')
      const page = await (await bringing.preview(instrument, bringing.csv(text))).text()
      return await bringing.accept(instrument, page, { gatheredOn, fewest: '5' })
    }
    survey = await ask('2026-03-30', [...rowsOf('lincoln', 40), ...rowsOf('rivera', 36, 1)])
    later = await ask('2026-09-30', [...rowsOf('lincoln', 40, 1), ...rowsOf('rivera', 36, 1)])
  })
  after(() => world.close())

  const read = async (persona: Persona, at: { tenant: string; place: string }, id = survey) =>
    await world.as(persona).get(urls.surveyReport({ ...at, survey: id }))
  const api = async (persona: Persona, place?: string, id = survey) =>
    await world.as(persona).get(urls.apiSurveyReport({ tenant: 'cedar-valley', survey: id }, { place }))

  it('tells the leaders of the place: answers first, then their mean, then what it rests on', async () => {
    const answer = await read('dana', DISTRICT)
    assert.equal(answer.status, 200)
    const page = await answer.text()
    const order = ['class="bar-keys"', 'The mean is', 'Question by question', 'Cronbach’s alpha'].map((words) => page.indexOf(words))
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    )
    assert.ok(!order.includes(-1))
    assert.match(page, /<text class="ink"[^>]*>Lincoln</)
    assert.match(page, /Likely mean/)
  })

  it('says what changed only beyond chance', async () => {
    assert.match(await (await read('maria', LINCOLN, later)).text(), /Higher than on March 30, 2026/)
    assert.match(await (await read('omar', { ...LINCOLN, place: 'rivera' }, later)).text(), /No change since March 30, 2026/)
    assert.doesNotMatch(await (await read('maria', LINCOLN)).text(), /March 30, 2026 \(/)
  })

  it('is for leaders of the very place: others there are told so, and for neighbours it is not here', async () => {
    const refused = await read('lucia', LINCOLN)
    assert.equal(refused.status, 409)
    assert.match(await refused.text(), /Not shown to you[\s\S]*Figures are for those who lead this very place/)
    assert.equal((await read('dana', LINCOLN)).status, 409)
    for (const persona of ['omar', 'vera', 'ruth', 'stranger'] as const) assert.equal((await read(persona, LINCOLN)).status, 404, persona)
    assert.deepEqual([(await api('lucia', 'lincoln')).status, (await api('dana', 'lincoln')).status], [409, 409])
    assert.deepEqual([(await api('omar', 'lincoln')).status, (await api('maria')).status], [404, 404])
    assert.equal((await api('dana', 'nowhere')).status, 404)
  })

  it('gives the same by the API, place by place', async () => {
    const whole = await (await api('dana')).json()
    assert.deepEqual([whole.place, whole.stage, whole.fewest, whole.mode], ['cedar-valley-unified', 'counted', 5, 'confidential'])
    const [trust] = whole.scales
    assert.deepEqual([trust.key, trust.n, trust.n_complete, trust.items.length], ['trust', 76, 76, 3])
    assert.deepEqual(
      trust.places.map((one: { place: string; n: number }) => [one.place, one.n]),
      [
        ['lincoln', 40],
        ['rivera', 36],
      ],
    )
    const own = await (await api('maria', 'lincoln')).json()
    assert.equal(own.scales[0].mean, trust.places[0].mean)
    assert.deepEqual(own.scales[0].places, [])
  })

  it('goes along as a table with its description, without what a spreadsheet would run', async () => {
    const csv = await world.as('dana').get(urls.surveyReportCsv({ ...DISTRICT, survey }))
    assert.equal(csv.headers.get('content-type'), 'text/csv; charset=utf-8')
    const lines = (await csv.text()).split('\r\n')
    const described = await (await world.as('dana').get(urls.surveyReportPackage({ ...DISTRICT, survey }))).json()
    const [resource] = described.resources
    assert.match(resource.path, /^report-.*cedar-valley-unified\.csv$/)
    assert.ok(csv.headers.get('content-disposition')?.includes(`filename="${resource.path}"`))
    assert.equal(lines[0], resource.schema.fields.map((field: { name: string }) => field.name).join(','))
    assert.ok(lines.some((line) => line.startsWith('cedar-valley-unified,') && line.includes(",'=Item t1,mean,")))
    assert.ok(lines.some((line) => line.startsWith('lincoln,Lincoln,trust,Trust,,,mean,')))
    assert.equal((await world.as('lucia').get(urls.surveyReportCsv({ ...LINCOLN, survey }))).status, 409)
    assert.equal((await world.as('omar').get(urls.surveyReportPackage({ ...LINCOLN, survey }))).status, 404)
  })

  it('says nothing while the survey is open', async () => {
    const surveys = surveysIn(world)
    await surveys.hire('lincoln', 4)
    const open = await surveys.open('maria', 'lincoln')
    assert.match(await (await read('maria', LINCOLN, open)).text(), /Results come after the close/)
    const answer = await (await api('maria', 'lincoln', open)).json()
    assert.deepEqual([answer.stage, answer.scales, answer.words], ['open', [], []])
  })

  it('explains each of its figures', async () => {
    const page = await (await world.as('lucia').get(urls.surveyFigures(LINCOLN))).text()
    for (const figure of ['alpha', 'icc2', 'shrunken', 'mdc', 'few']) assert.match(page, new RegExp(`id="${figure}"`))
    const report = await (await read('dana', DISTRICT)).text()
    for (const [, figure = ''] of report.matchAll(/surveys\/figures#(\w+)/g)) assert.match(page, new RegExp(`id="${figure}"`), figure)
  })
})
