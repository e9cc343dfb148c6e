import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { plain } from '../../../../test/support/score-office.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'

const FOLDER = join(import.meta.dirname, '../../../../../shared/data/nyc')
const DISTRICT = { tenant: 'cedar-valley', place: 'cedar-valley-unified' }
const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }

type Score = { measureId: string; value: number | null; schools: number; lowerQuartile: number; median: number; upperQuartile: number }
type School = { unitId: string; sourceId: string; year: number; tooFew: boolean; respondents: number | null; scores: Score[] }
type Told = {
  file: string
  name: string
  year: number
  id: string
  school: string
  answers?: string
  columns: Record<string, [number, number]>
}

const FRAMEWORK: Told = {
  file: 'nyc_school_survey_2019_framework_scores.csv',
  name: 'School survey',
  year: 2019,
  id: 'DBN',
  school: 'School Name',
  columns: {
    'Collaborative Teachers Score': [1, 5],
    'Effective School Leadership Score': [1, 5],
    'Trust Score': [1, 5],
    'Rigorous Instruction Score': [1, 5],
    'Total Teacher Response Rate %': [0, 100],
  },
}

const TEACHERS: Told = {
  file: 'nyc_school_survey_2011_teacher.csv',
  name: 'Survey of 2011',
  year: 2011,
  id: 'dbn',
  school: 'schoolname',
  answers: 'N_t',
  columns: {
    saf_t_11: [0, 10],
    com_t_11: [0, 10],
    eng_t_11: [0, 10],
    aca_t_11: [0, 10],
  },
}

// The city's files stand beside the project and not in it.
describe('a city’s published scores', { skip: !existsSync(FOLDER) && 'the files are not beside the project' }, () => {
  let world: World
  // A number that was given for one file would be found in the other.
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(() => world.close())

  it('load as they are, and every figure is the file’s own', async () => {
    await loadsAsItIs(FRAMEWORK)
  })

  it('load with hundreds of columns and the number of answers', async () => {
    await loadsAsItIs(TEACHERS)
  })

  /** The two schools of the invented district are given the numbers of two schools of the file. */
  async function loadsAsItIs(told: Told): Promise<void> {
    const rows: Record<string, string>[] = parse(readFileSync(join(FOLDER, told.file)), { columns: true, bom: true })
    const isFull = (row: Record<string, string>) => Object.keys(told.columns).every((column) => Number.isFinite(numberIn(row[column])))
    // One that has every score, and one that lacks some.
    const [first, last] = [rows.find(isFull) ?? {}, rows.find((row) => !isFull(row)) ?? rows.at(-1) ?? {}]
    const { lincoln, rivera } = world.ids.schools
    const numbers = [
      [lincoln, first],
      [rivera, last],
    ] as const
    for (const [unitId, row] of numbers)
      await world.as('dana').post(urls.outsideIdentifiers(DISTRICT), { unitId, identifier: (row[told.id] ?? '').toLowerCase() })
    const header = Object.keys(rows[0] ?? {})
    const source = await bring(told, header, rows.length)
    const page = plain(await (await world.as('dana').get(urls.outsideSource({ ...DISTRICT, source }))).text())
    assert.match(page, new RegExp(`${rows.length.toLocaleString('en')} schools\\. 2 of them ours`))
    for (const [unitId, row] of numbers) assertSame(await apiOf(unitId, source), told, rows, row)
    await sees(first, told, source)
  }

  async function bring(told: Told, header: string[], rows: number): Promise<string> {
    const file = new File([readFileSync(join(FOLDER, told.file))], told.file)
    const handed = await world.as('dana').post(urls.outsideSources(DISTRICT), { file })
    const load = /files\/([0-9a-f-]{36})/.exec(handed.headers.get('location') ?? '')?.[1] ?? ''
    const preview = await (await world.as('dana').get(urls.outsideLoad({ ...DISTRICT, load }))).text()
    assert.match(plain(preview), new RegExp(`${rows.toLocaleString('en')} rows and ${header.length} columns`))
    // The column that names our schools was guessed.
    assert.match(preview, new RegExp(`<select[^>]*name="identifierColumn".*?<option value="${header.indexOf(told.id)}" selected`, 's'))
    const columns = Object.entries(told.columns).map(([name, [low, high]]) => ({ index: header.indexOf(name), name, low, high }))
    const fields = Object.fromEntries(
      columns.flatMap(({ index, name, low, high }) => [
        [`name_${index}`, name],
        [`low_${index}`, low],
        [`high_${index}`, high],
        [`better_${index}`, 'up'],
      ]),
    )
    const chosen = await world.as('dana').post(urls.outsideLoad({ ...DISTRICT, load }), {
      ...fields,
      name: told.name,
      publisher: 'The city',
      year: told.year,
      identifierColumn: header.indexOf(told.id),
      nameColumn: header.indexOf(told.school),
      respondentsColumn: told.answers ? header.indexOf(told.answers) : '',
      use: columns.map(({ index }) => String(index)),
      version: 1,
    })
    assert.equal(chosen.status, 303)
    const done = await world.as('dana').post(urls.outsideLoadApplication({ ...DISTRICT, load }), { version: 2 })
    assert.equal(done.status, 303)
    return /outside\/([0-9a-f-]{36})/.exec(done.headers.get('location') ?? '')?.[1] ?? ''
  }

  async function apiOf(unitId: string, source: string): Promise<School> {
    const answer = await (await world.as('dana').get(urls.apiOutsideScores({ tenant: 'cedar-valley' }, { unitId }))).json()
    return answer.items.find((item: School) => item.sourceId === source)
  }

  async function sees(row: Record<string, string>, told: Told, source: string): Promise<void> {
    const text = plain(await (await world.as('lucia').get(urls.measures(LINCOLN))).text())
    for (const column of Object.keys(told.columns))
      assert.match(text, new RegExp(`${column} The city ${told.year} ${numberIn(row[column])}`))
    assert.equal((await world.as('stranger').get(urls.outsideSource({ ...DISTRICT, source }))).status, 404)
  }
})

function assertSame(school: School, told: Told, rows: Record<string, string>[], row: Record<string, string>): void {
  const { answers } = told
  const enough = rows.filter((one) => !answers || !(numberIn(one[answers]) < 5))
  assert.equal(school.year, told.year)
  assert.equal(school.respondents, answers ? numberIn(row[answers]) : null)
  for (const [position, column] of Object.keys(told.columns).entries()) {
    const values = enough.map((one) => numberIn(one[column])).filter((value) => Number.isFinite(value))
    const score = school.scores[position]
    const expected = numberIn(row[column])
    assert.equal(score?.value, Number.isFinite(expected) ? expected : null, column)
    assert.equal(score?.schools, values.length, column)
    for (const [share, figure] of [
      [0.25, 'lowerQuartile'],
      [0.5, 'median'],
      [0.75, 'upperQuartile'],
    ] as const)
      assert.ok(Math.abs((score?.[figure] ?? NaN) - quantile(values, share)) < 1e-9, `${column} ${figure}`)
  }
}

/** By the definition, not by the program: the value at 1 + (n − 1) p of the ordered ones, linear in between. */
function quantile(values: number[], share: number): number {
  const ordered = values.toSorted((a, b) => a - b)
  const place = 1 + (ordered.length - 1) * share
  const whole = Math.trunc(place)
  const [left, right] = [ordered[whole - 1] ?? NaN, ordered[whole] ?? ordered[whole - 1] ?? NaN]
  return (1 - (place - whole)) * left + (place - whole) * right
}

function numberIn(cell: string | undefined): number {
  return cell === undefined || cell.trim() === '' ? NaN : Number(cell)
}
