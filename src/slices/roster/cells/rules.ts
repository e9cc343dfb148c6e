import type { Column, Kind } from '../bundle/schema.ts'
import type { DefectCode, Severity } from '../defects/schema.ts'

const LONGEST_TEXT = 1000
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY_WITH_TIME = /^\d{4}-\d{2}-\d{2}T[0-9:.]+(Z|[+-]\d{2}:?\d{2})?$/
const MAIL = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/

/** A cell after repair, and what was wrong with it. */
export type Checked = { value: string; flaw?: Flaw }
export type Flaw = { code: DefectCode; severity: Severity; expected: string }

/** Every check that needs the cell alone; references are checked when all files are read. */
export function checkCell(column: Column, raw: string): Checked {
  // Names typed over two lines, or padded with blanks, are still one name.
  const value = raw.trim().replace(/\s+/g, ' ')
  if (column.kind.is === 'unread') return { value: '' }
  if (value === '') return column.required ? flawed('', 'missing_required', 'error', 'a value') : { value }
  if (value.includes('\0')) return flawed('', 'bad_text', 'error', 'text without NUL characters')
  if (value.length > LONGEST_TEXT) return flawed('', 'too_long', 'error', `<= ${LONGEST_TEXT}`)
  if (column.name === 'email' && !MAIL.test(value)) return flawed('', 'bad_email', 'warning', 'name@domain')
  return checkKind(column.kind, value)
}

/** The parts of a cell that holds several values; an empty cell has none. */
export function splitList(value: string) {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Whether a day such as 2025-02-29 is in the calendar. */
export function isDay(value: string) {
  const parts = DAY.exec(value)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  // A day that is not in its month falls into another one.
  return year > 0 && date.getUTCMonth() === month - 1
}

function checkKind(kind: Kind, value: string): Checked {
  switch (kind.is) {
    case 'boolean':
      return checkClosed(value, ['true', 'false'], 'bad_boolean')
    case 'one of':
      return checkClosed(value, kind.values, 'bad_enum')
    case 'status':
      return checkStatus(value)
    case 'date':
      return checkDate(value)
    case 'timestamp':
      return isDay(value) || DAY_WITH_TIME.test(value) ? { value } : flawed('', 'bad_date', 'warning', 'YYYY-MM-DDThh:mm:ssZ')
    case 'year':
      return /^\d{4}$/.test(value) ? { value } : flawed('', 'bad_year', 'error', 'YYYY')
    default:
      return { value }
  }
}

/** Spreadsheets write TRUE and people write Scheduled: what is meant is plain, so it is repaired. */
function checkClosed(value: string, values: readonly string[], code: DefectCode): Checked {
  if (values.includes(value)) return { value }
  const expected = values.join(' | ')
  const meant = values.find((one) => one.toLowerCase() === value.toLowerCase())
  return meant ? flawed(meant, code, 'warning', expected) : flawed('', code, 'error', expected)
}

/** In a bulk file status should be blank; `inactive` was a value of version 1.0 and can only mean that it ended. */
function checkStatus(value: string): Checked {
  const word = value.toLowerCase()
  if (word === 'active' || word === 'tobedeleted') return flawed(word, 'status_in_bulk', 'warning', 'blank in a bulk file')
  if (word === 'inactive') return flawed('tobedeleted', 'bad_enum', 'warning', 'active | tobedeleted')
  return flawed('', 'bad_enum', 'error', 'active | tobedeleted')
}

/** A time of day on a date is dropped; 1/05/2023 is January to some and May to others, and is refused. */
function checkDate(value: string): Checked {
  if (isDay(value)) return { value }
  const day = value.slice(0, 10)
  return DAY_WITH_TIME.test(value) && isDay(day)
    ? flawed(day, 'bad_date', 'warning', 'YYYY-MM-DD')
    : flawed('', 'bad_date', 'error', 'YYYY-MM-DD')
}

function flawed(value: string, code: DefectCode, severity: Severity, expected: string): Checked {
  return { value, flaw: { code, severity, expected } }
}
