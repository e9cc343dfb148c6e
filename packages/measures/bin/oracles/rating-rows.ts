import { at } from '../../src/numbers/at.ts'
import type { Rating } from '../../src/measures.ts'
import { mainTable, textParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { numberColumn, textColumn } from './table.ts'

/** Columns that name a row, by the names that cases use; a case whose layout has none of them has raters only. */
const names = new Set(['unit', 'subject', 'target', 'object', 'case', 'id', 'row'])

/** Units × raters; numbers where every rating is one. */
export function ratingRows(oracleCase: OracleCase): Rating[][] {
  const table = mainTable(oracleCase)
  const columns = raterColumns(oracleCase).map((column) => textColumn(table, column))
  const numeric = columns.flat().every((rating) => rating === null || !Number.isNaN(Number(rating)))
  const rows = table.rows.map((_, row) =>
    columns.map((column) => {
      const rating = at(column, row)
      return rating === null || !numeric ? rating : Number(rating)
    }),
  )
  const turned = /^rows = (observers|raters|coders)/.test(textParam(oracleCase.params, 'layout') ?? '')
  return turned ? columns.map((_, column) => rows.map((row) => at(row, column))) : rows
}

export function numberRows(oracleCase: OracleCase): (number | null)[][] {
  const table = mainTable(oracleCase)
  const columns = raterColumns(oracleCase).map((column) => numberColumn(table, column))
  return table.rows.map((_, row) => columns.map((column) => at(column, row)))
}

function raterColumns(oracleCase: OracleCase): string[] {
  return mainTable(oracleCase).columns.filter((column) => !names.has(column.toLowerCase()))
}
