import { type Matcher, sameText } from '../../../measures/outside/matching/rules.ts'
import type { SheetRow } from '../../../measures/outside/sheet/schema.ts'
import type { Group } from '../../administrations/schema.ts'
import { givenBy } from '../../responding/rules.ts'
import { MOST_WORDS } from '../../responding/schema.ts'
import { optionsOf, type Place } from '../../rules.ts'
import { SURVEY_LANGUAGES } from '../../schema.ts'
import type { Columns, Fault, ReadRow } from '../schema.ts'

/** How tables write that a question was left out. */
const UNANSWERED = /^(?:|n\/?a\.?|#n\/a|nan|null|none|[-–—.]+)$/i

type Reading = { header: readonly string[]; columns: Columns; places: readonly Place[]; matcher: Matcher; at: { id: string } }

/** Reads one row after the other as the answers of one person; answers those, or why the row is left out. */
export function rowReader(reading: Reading): (row: SheetRow) => ReadRow | Fault[] {
  const readers = reading.places.map(answerReader)
  const seen = new Set<string>()
  return ({ row, cells }) => {
    const cellAt = (column: number | null) => (column === null ? '' : (cells[column] ?? '').trim())
    const faults: Fault[] = []
    const fault = (column: number | null, told: Pick<Fault, 'code' | 'expected' | 'found'>) =>
      void faults.push({ row, column: column === null ? '' : (reading.header[column] ?? ''), ...told })
    if (cells.slice(reading.header.length).some((cell) => cell.trim() !== ''))
      // A comma outside quotes shifts every cell after it: none of this row can be trusted.
      fault(null, { code: 'long_row', expected: String(reading.header.length), found: String(cells.length) })
    const unitId = schoolOf(reading, cellAt(reading.columns.school), fault)
    const respondent = sameText(cellAt(reading.columns.respondent))
    if (respondent && seen.has(respondent)) fault(reading.columns.respondent, { code: 'twice', expected: '', found: short(respondent) })
    const typed = readers.map((read, at) => {
      const column = reading.columns.items[at] ?? null
      const cell = cellAt(column)
      const answer = read.answer(cell)
      if (answer === false) fault(column, { code: read.fault, expected: read.expected, found: short(cell) })
      return answer === false ? undefined : answer
    })
    const values = givenBy(typed, reading.places)
    if (faults.length === 0 && values.every((value) => value === null)) fault(null, { code: 'nothing', expected: '', found: '' })
    if (faults.length > 0 || unitId === undefined) return faults
    if (respondent) seen.add(respondent)
    const role = cellAt(reading.columns.role)
    return { unitId, role: role ? groupNamed(role) : null, values }
  }
}

type AnswerReader = { answer(cell: string): string | undefined | false; expected: string; fault: 'not_option' | 'too_long' }

/** What a cell answers to a question: its number, or its words in any language of the questionnaire; false where it is no answer. */
function answerReader({ scale, options }: Place): AnswerReader {
  if (options === 0)
    return {
      answer: (cell) => (cell.length > MOST_WORDS ? false : cell || undefined),
      expected: String(MOST_WORDS),
      fault: 'too_long',
    }
  const words = new Map(
    SURVEY_LANGUAGES.flatMap((one) => optionsOf(scale, one).map(({ label, value }) => [sameText(label), String(value)])),
  )
  const answer = (cell: string) => {
    const number = /^(\d{1,2})(?:[.,]0+)?$/.exec(cell)?.[1]
    if (number !== undefined) return Number(number) >= 1 && Number(number) <= options ? String(Number(number)) : false
    return words.get(sameText(cell)) ?? (UNANSWERED.test(cell) ? undefined : false)
  }
  return { answer, expected: String(options), fault: 'not_option' }
}

function schoolOf(
  { columns, matcher, at }: Reading,
  cell: string,
  fault: (column: number | null, told: Pick<Fault, 'code' | 'expected' | 'found'>) => void,
): string | undefined {
  if (columns.school === null) return at.id
  const match = matcher.match(cell, cell)
  if (match.unitId !== null) return match.unitId
  const code = cell === '' ? 'no_school' : match.why
  fault(columns.school, { code, expected: match.expected, found: short(cell) })
  return undefined
}

/** The group in which a role is counted, as far as its name tells. */
export function groupNamed(role: string): Group {
  if (/leader|princip|admin|director|head|l[ií]der|coordina/i.test(role)) return 'leading'
  return /teach|docente|maestr|profesor/i.test(role) ? 'teaching' : 'other'
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
