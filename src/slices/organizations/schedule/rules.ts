import { parse } from 'csv-parse/sync'
import type { BellPeriod, ScheduleDefect } from './schema.ts'

const COLUMNS = ['period', 'weekday', 'begins_at', 'ends_at'] as const

const WEEKDAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

const TIME = /^([01]?\d|2[0-3]):[0-5]\d$/

/** Reads a schedule from CSV: period, weekday (Mon or 1), begins_at, ends_at, and teaching (yes or no, yes where it is left out). */
export function readBellSchedule(text: string): { periods: BellPeriod[]; defects: ScheduleDefect[] } {
  const rows = rowsOf(text)
  if (typeof rows === 'string') return { periods: [], defects: [{ row: 1, expected: 'CSV', found: rows }] }
  const header = (rows[0] ?? []).map((name) => name.trim().toLowerCase())
  const missing = COLUMNS.filter((name) => !header.includes(name))
  if (missing.length > 0) return { periods: [], defects: missing.map((name) => ({ row: 1, expected: name, found: header.join(', ') })) }
  const read = rows
    .slice(1)
    .map((cells, index) => readRow(Object.fromEntries(header.map((name, at) => [name, cells[at]?.trim() ?? ''])), index + 2))
  const periods = read.flatMap((one) => (one.period ? [one.period] : []))
  return { periods, defects: [...read.flatMap((one) => one.defects), ...doubled(periods)] }
}

function rowsOf(text: string): string[][] | string {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true })
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

function readRow(cells: Record<string, string>, row: number): { period?: BellPeriod; defects: ScheduleDefect[] } {
  const { period = '', begins_at: begins = '', ends_at: ends = '', teaching = '' } = cells
  const weekday = weekdayOf(cells['weekday'] ?? '')
  const checks: [boolean, string, string][] = [
    [/^[^\u0000-\u001f\u007f]{1,20}$/.test(period), 'period: 1–20', period],
    [weekday !== undefined, 'weekday: Mon–Sun, 1–7', cells['weekday'] ?? ''],
    [TIME.test(begins), 'begins_at: 08:30', begins],
    [TIME.test(ends), 'ends_at: 09:15', ends],
    [!TIME.test(begins) || !TIME.test(ends) || ends.padStart(5, '0') > begins.padStart(5, '0'), `ends_at > ${begins}`, ends],
    [/^(yes|no|true|false|)$/i.test(teaching), 'teaching: yes, no', teaching],
  ]
  const defects = checks.filter(([holds]) => !holds).map(([, expected, found]) => ({ row, expected, found }))
  if (defects.length > 0 || weekday === undefined) return { defects }
  const times = { beginsAt: begins.padStart(5, '0'), endsAt: ends.padStart(5, '0') }
  return { period: { period, weekday, ...times, teaching: !/^(no|false)$/i.test(teaching) }, defects }
}

function weekdayOf(text: string): number | undefined {
  if (/^[1-7]$/.test(text)) return Number(text)
  const index = WEEKDAY_NAMES.findIndex((name) => text.toLowerCase().startsWith(name))
  return index < 0 ? undefined : index + 1
}

function doubled(periods: BellPeriod[]): ScheduleDefect[] {
  const seen = new Set<string>()
  return periods.flatMap((one, index) => {
    const key = `${one.weekday} ${one.period}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew ? [] : [{ row: index + 2, expected: 'one row a period and weekday', found: key }]
  })
}
