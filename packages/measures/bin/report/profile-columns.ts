import { at } from '../../src/numbers/at.ts'
import type { AnswerValue } from './answer-value.ts'
import { readRows } from './read-rows.ts'

/** What a reading learns of a column: how many answers, numbers and whole numbers it holds, and the range of these last. */
export type ColumnProfile = { name: string; answered: number; numbers: number; wholes: number; least: number; most: number }

export function emptyProfile(name: string): ColumnProfile {
  return { name, answered: 0, numbers: 0, wholes: 0, least: Infinity, most: -Infinity }
}

/** Adds a row's values, as `answerValue` gives them, to what is known of the columns. */
export function noteValues(columns: readonly ColumnProfile[], values: readonly (number | null)[]): void {
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place]
    if (value === null || value === undefined) continue
    const column = at(columns, place)
    column.answered += 1
    if (Number.isNaN(value)) continue
    column.numbers += 1
    if (!Number.isInteger(value)) continue
    column.wholes += 1
    if (value < column.least) column.least = value
    if (value > column.most) column.most = value
  }
}

/** What the first rows of a file tell of its columns. */
export async function profileBeginning(path: string, rows: number, read: AnswerValue): Promise<ColumnProfile[]> {
  let columns: ColumnProfile[] = []
  await readRows(
    path,
    () => undefined,
    (header) => {
      columns = header.map(emptyProfile)
      return (fields, row) => {
        noteValues(columns, fields.map(read))
        return row <= rows
      }
    },
  )
  return columns
}
