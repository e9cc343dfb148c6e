import { at } from '../../src/numbers/at.ts'
import { answerValue } from './answer-value.ts'
import { readRows } from './read-rows.ts'

/** What a reading learns of a column. */
export type ColumnProfile = { name: string; answered: number; whole: boolean; least: number; most: number }

export function emptyProfile(name: string): ColumnProfile {
  return { name, answered: 0, whole: true, least: Infinity, most: -Infinity }
}

/** Adds a row's values, as `answerValue` gives them, to what is known of the columns. */
export function noteValues(columns: readonly ColumnProfile[], values: readonly (number | null)[]): void {
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place]
    if (value === null || value === undefined) continue
    const column = at(columns, place)
    column.answered += 1
    if (!Number.isInteger(value)) column.whole = false
    else {
      if (value < column.least) column.least = value
      if (value > column.most) column.most = value
    }
  }
}

/** What the first rows of a file tell of its columns. */
export async function profileBeginning(path: string, rows: number): Promise<ColumnProfile[]> {
  let columns: ColumnProfile[] = []
  await readRows(
    path,
    () => undefined,
    (header) => {
      columns = header.map(emptyProfile)
      return (fields, row) => {
        noteValues(columns, fields.map(answerValue))
        return row <= rows
      }
    },
  )
  return columns
}
