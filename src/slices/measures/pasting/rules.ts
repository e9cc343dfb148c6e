import { day } from '../../../web/fields.ts'
import { whyNotPoint } from '../rules.ts'
import type { Kind, Observation } from '../schema.ts'

/** A line that cannot be taken: which, what was expected there, and what stood there. */
export type BadLine = { row: number; expected: string; found: string }

export type Pasted = { points: (Observation & { row: number })[]; bad: BadLine[] }

/** More than this is no longer something that a person pastes. */
export const MOST_LINES = 5000

/** Reads pasted lines or CSV: day, then value (or count and total), then an optional note; a header line is passed over. */
export function readPasted(kind: Kind, text: string, today: string): Pasted {
  const rows = text.split('\n').map((line, index) => ({ row: index + 1, line: line.replace(/^\uFEFF/, '').trim() }))
  const filled = rows.filter(({ line }) => line !== '')
  const body = filled.filter((one, index) => index > 0 || !isHeader(one.line))
  if (body.length > MOST_LINES)
    return { points: [], bad: [{ row: MOST_LINES + 1, expected: 'measures.expected_fewer', found: String(body.length) }] }
  const pasted: Pasted = { points: [], bad: [] }
  for (const { row, line } of body) {
    const read = readLine(kind, line, today)
    if ('expected' in read) pasted.bad.push({ row, ...read })
    else pasted.points.push({ row, ...read })
  }
  return withTwice(pasted)
}

/** A list of observations under the rules of pasted lines; the row of each is its number in the list, from one on. */
export function readListed(kind: Kind, list: readonly Observation[], today: string): Pasted {
  const listed: Pasted = { points: [], bad: [] }
  for (const [index, { observedOn, note, ...figures }] of list.entries()) {
    const own = kind === 'value' ? { ...figures, events: null, total: null } : { ...figures, value: null }
    const point = { row: index + 1, observedOn, note, ...own }
    const fault = whyNotPoint(kind, point, today)
    if (fault) listed.bad.push({ row: point.row, expected: fault.reason, found: observedOn })
    else listed.points.push(point)
  }
  return withTwice(listed)
}

/** Lines of a day that has another point already; the very same point again is no fault and changes nothing. */
export function againstKnown(points: Pasted['points'], known: readonly Observation[]): { fresh: Pasted['points']; bad: BadLine[] } {
  const byDay = new Map(known.map((point) => [point.observedOn, point]))
  const differing = points.filter((point) => {
    const before = byDay.get(point.observedOn)
    return before && !sameFigure(before, point)
  })
  return {
    fresh: points.filter((point) => !byDay.has(point.observedOn)),
    bad: differing.map(({ row, observedOn }) => ({ row, expected: 'measures.expected_same_figure', found: observedOn })),
  }
}

function sameFigure(a: Observation, b: Observation): boolean {
  return a.value === b.value && a.events === b.events && a.total === b.total
}

function isHeader(line: string): boolean {
  return !/\d/.test(cellsOf(line)[0] ?? '')
}

type BadCell = Omit<BadLine, 'row'>

function readLine(kind: Kind, line: string, today: string): Observation | BadCell {
  const [first = '', ...rest] = cellsOf(line)
  const observedOn = readDay(first)
  if (!observedOn) return { expected: 'measures.expected_day', found: first }
  const read = kind === 'value' ? readValue(rest) : readShare(rest)
  if ('expected' in read) return read
  const point = { observedOn, ...read }
  const fault = whyNotPoint(kind, point, today)
  return fault ? { expected: fault.reason, found: line } : point
}

type Figures = Omit<Observation, 'observedOn'>

function readValue([figure = '', ...note]: string[]): Figures | BadCell {
  // Between commas a decimal comma falls apart in two cells: better asked than halved.
  if (/^\d+$/.test(note[0] ?? '')) return { expected: 'measures.expected_number', found: [figure, note[0]].join(',') }
  const value = readNumber(figure)
  return value === undefined
    ? { expected: 'measures.expected_number', found: figure }
    : { value, events: null, total: null, note: noteOf(note) }
}

function readShare([first = '', second = '', ...note]: string[]): Figures | BadCell {
  const events = readCount(first)
  if (events === undefined) return { expected: 'measures.expected_count', found: first }
  const total = readCount(second)
  if (!total) return { expected: 'measures.expected_total', found: second }
  return { value: null, events, total, note: noteOf(note) }
}

/** A tab or a semicolon parts cells where there is one, so that a decimal comma survives; else the comma does. */
function cellsOf(line: string): string[] {
  const mark = ['\t', ';'].find((one) => line.includes(one)) ?? ','
  return line.split(mark).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
}

/** A day as 2026-09-01, or as spreadsheets in the United States write it: 9/1/2026. */
function readDay(text: string): string | undefined {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const iso = american ? `${american[3]}-${american[1]?.padStart(2, '0')}-${american[2]?.padStart(2, '0')}` : text
  return day.safeParse(iso).data
}

function readNumber(text: string): number | undefined {
  const plain = text.replace(/\s*%$/, '').replace(',', '.')
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) && Math.abs(Number(plain)) <= 1e9 ? Number(plain) : undefined
}

function readCount(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

function noteOf(cells: string[]): string {
  return cells.join(', ').replace(/\s+/g, ' ').trim().slice(0, 200)
}

function withTwice({ points, bad }: Pasted): Pasted {
  return { points, bad: [...bad, ...twiceIn(points)].sort((a, b) => a.row - b.row) }
}

function twiceIn(points: Pasted['points']): BadLine[] {
  const seen = new Set<string>()
  return points.flatMap(({ row, observedOn }) => {
    const again = seen.has(observedOn)
    seen.add(observedOn)
    return again ? [{ row, expected: 'measures.expected_day_once', found: observedOn }] : []
  })
}
