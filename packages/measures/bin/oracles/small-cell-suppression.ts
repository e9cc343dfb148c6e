import { at } from '../../src/numbers/at.ts'
import { sum } from '../../src/numbers/sum.ts'
import {
  attackerIntervals,
  complementsBySearch,
  differencing,
  hiddenCountsOf,
  isSafe,
  loadSolver,
  primaryCells,
  suppressList,
  totalOf,
  type CellPlace,
} from '../../src/measures.ts'
import { mainTable, numberParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { numberColumn, textColumn, type Table } from './table.ts'
import { namesInOrderOf } from './in-order-of.ts'

export async function smallCellSuppressionCase(oracleCase: OracleCase) {
  const { columns } = mainTable(oracleCase)
  const minimum = numberParam(oracleCase.params, 'min_n') ?? 10
  if (columns.includes('release')) return differencingCase(oracleCase, minimum)
  if (columns.includes('group') && columns.includes('n')) return listCase(oracleCase, minimum)
  return tableCase(oracleCase, minimum)
}

function differencingCase(oracleCase: OracleCase, minimum: number) {
  const table = mainTable(oracleCase)
  const [counts, means] = [numberColumn(table, 'n'), numberColumn(table, 'mean')]
  const release = (row: number) => ({ n: at(counts, row) ?? 0, mean: at(means, row) ?? 0 })
  const found = differencing(release(0), release(1), minimum)
  return { difference_n: found.n, recovered_value: found.mean, disclosive: found.disclosive }
}

function listCase(oracleCase: OracleCase, minimum: number) {
  const table = mainTable(oracleCase)
  const counts = numberColumn(table, 'n')
  const rows = textColumn(table, 'group').map((group, row) => ({ group: group ?? '', n: at(counts, row) ?? 0 }))
  const groups = rows.filter(({ group }) => isNoTotal(group))
  const found = suppressList(groups, minimum)
  return {
    primary: namesInOrderOf(oracleCase.expected['primary'], found.primary),
    complementary_needed: found.complementary.length,
    smallest_complement: found.complementary[0] ?? null,
    hidden_sum_if_primary_only: found.hiddenSum,
  }
}

/** A pattern of a case: cells to hide, by the names of their row and column. */
type Pattern = { name: string; suppressed: { row: string; col: string }[] }

async function tableCase(oracleCase: OracleCase, minimum: number) {
  const data = withoutTotals(mainTable(oracleCase))
  const rowNames = textColumn(data, at(data.columns, 0)).map(String)
  const colNames = data.columns.slice(1).filter(isNoTotal)
  const columns = colNames.map((name) => numberColumn(data, name))
  const table = rowNames.map((_, row) => columns.map((column) => at(column, row) ?? 0))
  const width = numberParam(oracleCase.params, 'protect_width') ?? 1
  const primary = primaryCells(table, minimum)
  const search = complementsBySearch(table, primary, width)
  const named = (cell: CellPlace) => ({ row: at(rowNames, cell.row), col: at(colNames, cell.column) })
  const solver = await loadSolver()
  const judge = (pattern: Pattern) => {
    const hidden = pattern.suppressed.map(({ row, col }) => ({ row: rowNames.indexOf(row), column: colNames.indexOf(col) }))
    const found = attackerIntervals(hiddenCountsOf(table, hidden), solver)
    const isPrimary = (cell: CellPlace) => primary.some((one) => one.row === cell.row && one.column === cell.column)
    const allHidden = primary.every((cell) => hidden.some((one) => one.row === cell.row && one.column === cell.column))
    const intervals = hidden.map((cell, place) => {
      const { least, most } = at(found, place)
      return { ...named(cell), true: at(at(table, cell.row), cell.column), min: least, max: most, exactly_recoverable: least === most }
    })
    const further = hidden.filter((cell) => !isPrimary(cell))
    return { name: pattern.name, suppressed: pattern.suppressed, intervals, safe: allHidden && isSafe(table, primary, further, width) }
  }
  // The patterns to judge stand beside a case's expected values.
  const asked = oracleCase.expected['patterns']
  const patterns: Pattern[] = Array.isArray(asked) ? asked : []
  return {
    primary: inOrder(oracleCase, primary.map(named)),
    n_primary: primary.length,
    row_totals: Object.fromEntries(rowNames.map((name, row) => [name, sum(at(table, row))])),
    col_totals: Object.fromEntries(colNames.map((name, column) => [name, sum(table.map((row) => at(row, column)))])),
    minimum_complementary_cells: search?.best.length ?? null,
    minimum_total_value_of_complementary_cells: search ? totalOf(table, search.best) : null,
    number_of_optimal_size_patterns: search?.patterns ?? null,
    patterns: patterns.map(judge),
  }
}

function withoutTotals({ columns, rows }: Table): Table {
  return { columns, rows: rows.filter(([name]) => isNoTotal(name ?? '')) }
}

/** A total written among the counts is no count of its own. */
function isNoTotal(name: string): boolean {
  return !/^(grand )?total$/i.test(name)
}

/** A case may list the cells by rows or by columns. */
function inOrder(oracleCase: OracleCase, cells: { row: string; col: string }[]) {
  const expected = oracleCase.expected['primary']
  const listed: { row: string; col: string }[] = Array.isArray(expected) ? expected : []
  const place = (cell: { row: string; col: string }) => listed.findIndex((other) => other.row === cell.row && other.col === cell.col)
  return cells.toSorted((a, b) => place(a) - place(b))
}
