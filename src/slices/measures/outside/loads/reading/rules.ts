import { readCell, readRespondents } from '../../cells/rules.ts'
import type { Choices, ScoreColumn } from '../../columns/schema.ts'
import type { Matcher } from '../../matching/rules.ts'
import { sameText } from '../../matching/rules.ts'
import { FEWEST_ANSWERS } from '../../schema.ts'
import type { SheetRow } from '../../sheet/schema.ts'
import type { Defect, ReadFile, ReadSchool } from '../schema.ts'

type Reading = { header: readonly string[]; choices: Choices; matcher: Matcher }

/** Reads the rows of a file as schools with their scores; rows are told to it one after the other. */
export function schoolReader(reading: Reading): { tell(row: SheetRow): void; result(): ReadFile } {
  const schools: ReadSchool[] = []
  const defects: Defect[] = []
  return {
    tell: (row) => {
      const school = readSchool(reading, row, defects)
      if (school) schools.push(school)
    },
    result() {
      const doubled = doubledIn(schools)
      const doubledRows = new Set(doubled.map((school) => school.row))
      // Which school a row is does not matter where the row is not taken.
      const others = defects.filter((defect) => !doubledRows.has(defect.row))
      for (const { row, identifier } of doubled) others.push({ row, column: '', code: 'twice', expected: '', found: identifier })
      const single = eachOnce(
        schools.filter((school) => !doubledRows.has(school.row)),
        others,
      )
      return { schools: single, defects: others.toSorted((a, b) => a.row - b.row) }
    },
  }
}

function readSchool({ header, choices, matcher }: Reading, { row, cells }: SheetRow, defects: Defect[]): ReadSchool | undefined {
  const over = cells.slice(header.length).find((cell) => cell.trim() !== '')
  if (over !== undefined) {
    // A comma outside quotes shifts every cell after it: none of this row can be trusted.
    defects.push({ row, column: '', code: 'long_row', expected: String(header.length), found: String(cells.length) })
    return undefined
  }
  const at = (column: number | null) => (column === null ? '' : (cells[column] ?? '').trim())
  const identifier = at(choices.identifierColumn).slice(0, 100)
  const name = at(choices.nameColumn).slice(0, 200)
  if (identifier === '' && name === '') {
    defects.push({ row, column: '', code: 'no_school', expected: '', found: '' })
    return undefined
  }
  const match = matcher.match(identifier, name)
  if (match.unitId === null) defects.push({ row, column: '', code: match.why, expected: match.expected, found: identifier || name })
  const respondents = respondentsOf(header, choices, { row, cells }, defects)
  const few = respondents === 'few'
  const scores = choices.scores.map((score) => scoreOf(score, header[score.index] ?? '', { row, cells }, defects))
  return {
    row,
    identifier,
    name,
    unitId: match.unitId,
    by: match.unitId === null ? null : match.by,
    few,
    respondents: few ? null : respondents,
    scores: few ? scores.map(() => null) : scores,
  }
}

function respondentsOf(header: readonly string[], choices: Choices, { row, cells }: SheetRow, defects: Defect[]): number | 'few' | null {
  if (choices.respondentsColumn === null) return null
  const found = cells[choices.respondentsColumn] ?? ''
  const read = readRespondents(found, FEWEST_ANSWERS)
  if (read !== 'text') return read
  defects.push({ row, column: header[choices.respondentsColumn] ?? '', code: 'respondents', expected: '', found })
  // Nobody can say that they were enough.
  return 'few'
}

function scoreOf(score: ScoreColumn, column: string, { row, cells }: SheetRow, defects: Defect[]): number | null {
  const found = cells[score.index] ?? ''
  const cell = readCell(found)
  if (cell.is === 'missing') return null
  if (cell.is === 'text') {
    defects.push({ row, column, code: 'not_number', expected: '', found })
    return null
  }
  if (cell.value >= score.low && cell.value <= score.high) return cell.value
  defects.push({ row, column, code: 'off_scale', expected: `${score.low} – ${score.high}`, found })
  return null
}

/** Two rows of one number are two answers to one question: neither is taken. */
function doubledIn(schools: readonly ReadSchool[]): ReadSchool[] {
  const numbers = Map.groupBy(
    schools.filter((school) => school.identifier !== ''),
    (school) => sameText(school.identifier),
  )
  return [...numbers.values()].flatMap((rows) => (rows.length > 1 ? rows : []))
}

/** Two rows for one of our schools are none of ours: nobody could say which is right. */
function eachOnce(schools: readonly ReadSchool[], defects: Defect[]): ReadSchool[] {
  const ours = Map.groupBy(
    schools.filter((school) => school.unitId !== null),
    (school) => school.unitId,
  )
  return schools.map((school) => {
    if (school.unitId === null || ours.get(school.unitId)?.length === 1) return school
    defects.push({ row: school.row, column: '', code: 'school_twice', expected: '', found: school.name || school.identifier })
    return { ...school, unitId: null, by: null }
  })
}
