import { at } from '../../src/numbers/at.ts'
import type { Rating } from '../../src/measures.ts'
import { mainTable, textParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { figureColumns, isNumeric, numberColumn, textColumn } from './table.ts'

/** Units × raters; numbers where every rating is one. */
export function ratingRows(oracleCase: OracleCase): Rating[][] {
  const table = mainTable(oracleCase)
  const names = raterColumns(oracleCase)
  if (isNumeric(table, at(names, 0)) && names.every((name) => isNumeric(table, name))) {
    const rows = numberRows(oracleCase)
    return countsOfCategories(oracleCase) ? rows.map((counts) => ratingsOf(names, counts)) : rows
  }
  const columns = names.map((name) => textColumn(table, name))
  return turned(oracleCase) ? columns : transposed(columns)
}

export function numberRows(oracleCase: OracleCase): (number | null)[][] {
  const columns = raterColumns(oracleCase).map((column) => numberColumn(mainTable(oracleCase), column))
  return turned(oracleCase) ? columns : transposed(columns)
}

/** A case may list how many raters chose each category instead of who chose what. */
function countsOfCategories(oracleCase: OracleCase): boolean {
  return /columns = (categor|count)|counts? (of|per)|number of raters/i.test(textParam(oracleCase.params, 'layout') ?? '')
}

function ratingsOf(categories: readonly string[], counts: readonly (number | null)[]): Rating[] {
  return categories.flatMap((category, c) => new Array<Rating>(at(counts, c) ?? 0).fill(category))
}

function turned(oracleCase: OracleCase): boolean {
  return /^rows = (observers|raters|coders|judges)/i.test(textParam(oracleCase.params, 'layout') ?? '')
}

function transposed<T>(columns: readonly T[][]): T[][] {
  return at(columns, 0).map((_, row) => columns.map((column) => at(column, row)))
}

/** "Other columns" says that the first names the rows; elsewhere its own name, or its text among numbers, says so. */
function raterColumns(oracleCase: OracleCase): string[] {
  const table = mainTable(oracleCase)
  if (/other columns/i.test(textParam(oracleCase.params, 'layout') ?? '')) return table.columns.slice(1)
  const columns = figureColumns(table)
  const [first = '', ...others] = columns
  const namesRows = others.length > 1 && !isNumeric(table, first) && others.every((column) => isNumeric(table, column))
  return namesRows ? others : columns
}
