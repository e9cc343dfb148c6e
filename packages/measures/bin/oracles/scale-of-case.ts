import { at } from '../../src/numbers/at.ts'
import { momentsOfRows, reverseItems, type AnswerRow } from '../../src/measures.ts'
import { listParam, mainTable, numberParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { figureColumns, isNumeric, numberColumn } from './table.ts'

/** The items of a case with their answers, turned over where the case says so. */
export function scaleOfCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const items = itemsOfCase(oracleCase)
  const columns = items.map((item) => numberColumn(table, item))
  const raw = table.rows.map((_, row) => columns.map((column) => at(column, row)))
  const reversed = (listParam(oracleCase.params, 'reverse_items') ?? []).map((item) => placeOf(items, item))
  const rows = reverseItems(raw, reversed, rangeOf(oracleCase, raw))
  return { items, rows, moments: momentsOfRows(items, rows) }
}

function itemsOfCase(oracleCase: OracleCase): string[] {
  const table = mainTable(oracleCase)
  const named = listParam(oracleCase.params, 'items')
  return named && named.length > 0 ? named : figureColumns(table).filter((column) => isNumeric(table, column))
}

function placeOf(items: readonly string[], item: string): number {
  const place = items.indexOf(item)
  if (place < 0) throw new Error(`the item to reverse, "${item}", is none of ${items.join(', ')}`)
  return place
}

/** A case that gives no range means the one that its answers show, all items together (as psych::alpha does). */
function rangeOf(oracleCase: OracleCase, rows: readonly AnswerRow[]) {
  const known = rows.flat().filter((value) => value !== null)
  const seen = known.reduce((range, value) => ({ least: Math.min(range.least, value), most: Math.max(range.most, value) }), {
    least: Infinity,
    most: -Infinity,
  })
  return {
    least: numberParam(oracleCase.params, 'scale_min') ?? seen.least,
    most: numberParam(oracleCase.params, 'scale_max') ?? seen.most,
  }
}

/** A list in the order of the items as an object by their names. */
export function byItem<T>(items: readonly string[], values: readonly T[]): Record<string, T> {
  return Object.fromEntries(items.map((item, i) => [item, at(values, i)]))
}
