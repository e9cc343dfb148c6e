import { Matrix } from 'ml-matrix'
import { at } from '../../src/numbers/at.ts'
import { mainTable } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { isNumeric, numberColumn } from './table.ts'

/** The correlations that a case hands over in place of answers: symmetric, with a diagonal of ones. Else undefined. */
export function matrixOfCase(oracleCase: OracleCase): { items: string[]; correlation: Matrix } | undefined {
  const table = mainTable(oracleCase)
  const items = table.columns.slice(-table.rows.length)
  if (items.length !== table.rows.length || !items.every((item) => isNumeric(table, item))) return undefined
  const columns = items.map((item) => numberColumn(table, item).map((value) => value ?? Number.NaN))
  const given = columns.every((column, i) => column.every((value, j) => (i === j ? value === 1 : value === at(at(columns, j), i))))
  return given ? { items, correlation: new Matrix(columns) } : undefined
}
