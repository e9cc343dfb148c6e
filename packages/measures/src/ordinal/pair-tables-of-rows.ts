import { at } from '../numbers/at.ts'
import type { AnswerRow } from '../scales/moments.ts'
import type { PairTables } from './ordinal-scale.ts'

/**
 * Joint counts of the rows without a missing answer; the categories are the values that occur. What `ordinalScale` takes. Takes
 * rows of answers, null where one is missing. Equals table() of each pair after na.omit().
 */
export function pairTablesOfRows(items: readonly string[], rows: readonly AnswerRow[]): PairTables {
  const complete = rows.filter((row): row is number[] => row.every((value) => value !== null))
  const values = items.map((_, i) => [...new Set(complete.map((row) => at(row, i)))].toSorted((a, b) => a - b))
  const places = values.map((list) => new Map(list.map((value, place) => [value, place])))
  return {
    items,
    n: complete.length,
    table: (i, j) => {
      const table = at(values, i).map(() => at(values, j).map(() => 0))
      for (const row of complete) {
        const line = at(table, at(places, i).get(at(row, i)) ?? 0)
        const place = at(places, j).get(at(row, j)) ?? 0
        line[place] = at(line, place) + 1
      }
      return table
    },
  }
}
