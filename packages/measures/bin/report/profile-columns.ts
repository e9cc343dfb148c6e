import { at } from '../../src/numbers/at.ts'
import { readRows, type Progress } from './read-rows.ts'

/** What the first reading learns of a column. */
export type ColumnProfile = { name: string; answered: number; whole: boolean; least: number; most: number }

/** More than this many values in a row make no answer scale: then it is a number, such as an age or an id. */
const mostCategories = 11

/** Reads the file once to learn the range of each column; an empty field or NA is no answer. */
export async function profileColumns(path: string, progress: Progress): Promise<{ columns: ColumnProfile[]; rows: number }> {
  let columns: ColumnProfile[] = []
  let rows = -1
  for await (const { fields } of readRows(path, progress)) {
    rows += 1
    if (rows === 0) columns = fields.map((name) => ({ name, answered: 0, whole: true, least: Infinity, most: -Infinity }))
    else for (const [place, field] of fields.entries()) note(at(columns, place), field)
  }
  return { columns, rows }
}

/** Columns that look like items: whole numbers only, at least two and not too many of them. */
export function guessItems(columns: readonly ColumnProfile[]): string[] {
  return columns
    .filter(({ answered, whole, least, most }) => answered > 0 && whole && most > least && most - least < mostCategories)
    .map(({ name }) => name)
}

export function isMissing(field: string): boolean {
  return field === '' || field === 'NA'
}

function note(column: ColumnProfile, field: string): void {
  if (isMissing(field)) return
  column.answered += 1
  const value = Number(field)
  if (!Number.isInteger(value)) column.whole = false
  else {
    column.least = Math.min(column.least, value)
    column.most = Math.max(column.most, value)
  }
}
