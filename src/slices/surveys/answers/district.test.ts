import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { bringingIn, DISTRICT } from '../../../../test/support/brought-answers.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'
import { addUnit } from '../../organizations/commands.ts'
import type { Scale } from '../schema.ts'

const folder = join(import.meta.dirname, '../../../../packages/measures/fixtures/end_to_end_survey')

type School = { school: string; n: number; mean: number; reliability: number; eb_mean: number; suppressed: boolean }
type Expected = Record<
  'n_listwise' | 'alpha' | 'omega' | 'n_scored' | 'icc1' | 'icc2' | 'rwgj_mean' | 'tau2_reml' | 'sigma2_reml' | 'grand_mean',
  number
> & {
  items: string[]
  reversed: string[]
  schools: School[]
}
type Table = { rows: string[]; cols: string[]; values: number[][] }
type Case = {
  params: { min_n: number }
  expected: {
    respondents: number
    suppressed_schools: string[]
    scales: Record<string, Expected>
    scale_correlations_staff: Table
    scale_correlations_school_means: Table
  }
  tolerance: Record<string, { abs: number }>
}

const known: Case = JSON.parse(readFileSync(join(folder, 'district_a.json'), 'utf8'))

describe('a district’s file of answers, from the upload to the report’s API', () => {
  let world: World
  let report: Report
  let survey: string
  before(async () => {
    world = await openWorld()
    const system = await world.system()
    for (const name of known.expected.scales['knowledge']?.schools.map(({ school }) => school) ?? [])
      await addUnit(world.deps.db, system, { parentId: world.ids.roots['cedar-valley'], kind: 'school', name, grade: '', subject: '' })
    const bringing = bringingIn(world)
    const instrument = await bringing.questionnaire(Object.entries(known.expected.scales).map(scaleOf))
    const bytes = readFileSync(join(folder, 'district_a.csv'), 'utf8')
    const page = await (await bringing.preview(instrument, bringing.csv(bytes, 'district_a.csv'))).text()
    assert.match(page, new RegExp(`${known.expected.respondents} rows can be counted\\. None is left out`))
    survey = await bringing.accept(instrument, page, { fewest: String(known.params.min_n) })
    const answer = await world.as('dana').get(`${urls.apiSurveyReport({ tenant: 'cedar-valley', survey })}?place=${DISTRICT.place}`)
    assert.equal(answer.status, 200, await answer.clone().text())
    report = await answer.json()
  })
  after(() => world.close())

  it('gives every expected value of each scale within its tolerance', () => {
    assert.equal(report.fewest, known.params.min_n)
    for (const [key, expected] of Object.entries(known.expected.scales)) {
      const found = report.scales.find((scale) => scale.key === key)
      assert.ok(found, key)
      near(found.n, expected.n_scored, 'n', key)
      near(found.n_complete, expected.n_listwise, 'n', key)
      near(found.alpha, expected.alpha, 'alpha', key)
      near(found.omega, expected.omega, 'omega', key)
    }
  })

  it('gives reliability, agreement and variance of the schools from all twelve', () => {
    for (const [key, expected] of Object.entries(known.expected.scales)) {
      const schools = report.scales.find((scale) => scale.key === key)?.schools
      assert.equal(schools?.count, expected.schools.length, key)
      near(schools?.icc1, expected.icc1, 'icc1', key)
      near(schools?.icc2, expected.icc2, 'icc2', key)
      near(schools?.rwgj_mean, expected.rwgj_mean, 'rwgj_mean', key)
      near(schools?.tau2, expected.tau2_reml, 'tau2_reml', key)
      near(schools?.sigma2, expected.sigma2_reml, 'sigma2_reml', key)
      near(schools?.grand_mean, expected.grand_mean, 'grand_mean', key)
    }
  })

  it('gives each school that is large enough its number, mean, reliability and shrunken mean, and hides the others', () => {
    for (const [key, expected] of Object.entries(known.expected.scales)) {
      const places = report.scales.find((scale) => scale.key === key)?.places ?? []
      const hidden = places.filter((one) => one.suppressed).map((one) => one.name)
      for (const school of expected.schools) {
        const found = places.find((one) => one.name === school.school)
        const where = `${key} ${school.school}`
        assert.equal(found?.suppressed, hidden.includes(school.school), where)
        if (!found || found.suppressed) continue
        near(found.n, school.n, 'n', where)
        near(found.mean, school.mean, 'mean', where)
        near(found.reliability, school.reliability, 'reliability', where)
        near(found.eb_mean, school.eb_mean, 'eb_mean', where)
      }
      assert.deepEqual(hidden.toSorted(), known.expected.suppressed_schools)
    }
  })

  it('gives how its scales go together over staff and over the means of all schools, those too small to show included', () => {
    const { staff, school_means: schools } = report.scale_correlations
    for (const [name, found, { rows, cols, values }] of [
      ['staff', staff, known.expected.scale_correlations_staff],
      ['schools', schools, known.expected.scale_correlations_school_means],
    ] as const) {
      assert.equal(found.length, (rows.length * (rows.length - 1)) / 2, name)
      for (const [i, row] of rows.entries())
        for (const [j, col] of cols.entries()) {
          const pair = found.find(({ one, other }) => (one === row && other === col) || (one === col && other === row))
          near(row === col ? 1 : pair?.correlation, values[i]?.[j] ?? Number.NaN, 'correlation', `${name} ${row} ${col}`)
        }
    }
    assert.ok(staff.every(({ n, step }) => n === known.expected.respondents && step === null))
    assert.ok(schools.every((pair) => pair.schools === 12))
  })

  it('shows them on the page and in the table, in English and in Spanish', async () => {
    const page = await (await world.as('dana').get(urls.surveyReport({ ...DISTRICT, survey }))).text()
    assert.match(page, /“knowledge” and “structures” go together most closely/)
    assert.match(page, /somewhat: 0\.44 \(0\.34 to 0\.53\)/)
    assert.match(page, /not clear: -?0\.47 \(/)
    const rows = (await (await world.as('dana').get(urls.surveyReportCsv({ ...DISTRICT, survey }))).text()).split('\r\n')
    assert.ok(rows.some((row) => row.includes(',knowledge,knowledge,,,correlation_people_tools,0.396')))
    assert.ok(rows.some((row) => row.includes(',knowledge,knowledge,,,correlation_schools_tools,0.469')))
    await world.as('dana').post(urls.me({}), { name: 'Dana', language: 'es', theme: 'auto' })
    const spanish = await (await world.as('dana').get(urls.surveyReport({ ...DISTRICT, survey }))).text()
    assert.match(spanish, /Las que más van juntas son «knowledge» y «structures»/)
  })
})

type Place =
  | { name: string; suppressed: true }
  | { name: string; suppressed: false; n: number; mean: number; reliability: number; eb_mean: number }
type Report = {
  fewest: number
  scales: {
    key: string
    n: number
    n_complete: number
    alpha: number
    omega: number
    schools: { count: number; icc1: number; icc2: number; rwgj_mean: number; tau2: number; sigma2: number; grand_mean: number } | null
    places: Place[]
  }[]
  scale_correlations: { staff: (Pair & { n: number | null; step: number | null })[]; school_means: (Pair & { schools: number })[] }
}
type Pair = { one: string; other: string; correlation: number }

function scaleOf([key, { items, reversed }]: [string, Expected]): Scale {
  return {
    key,
    options: 'agreement',
    name: { en: key },
    purpose: { en: key },
    items: items.map((item) => ({ key: item, text: { en: `Item ${item}` }, ...(reversed.includes(item) ? { reversed: true } : {}) })),
  }
}

function near(found: number | null | undefined, expected: number, name: string, where: string): void {
  const within = known.tolerance[name] ?? known.tolerance['default'] ?? { abs: 0 }
  assert.ok(typeof found === 'number' && Math.abs(found - expected) <= within.abs, `${where} ${name}: ${found}, expected ${expected}`)
}
