import { complementsBySearch } from './complements-by-search.ts'
import { complementsByPaths } from './complements-by-paths.ts'
import { isSafe } from './is-safe.ts'
import { primaryCells, type CellPlace, type TwoWayTable } from './two-way-table.ts'

export type TableSuppression = {
  primary: CellPlace[]
  complementary: CellPlace[]
  /** Whether no primary cell can be told within the width asked for. False where the table has too few cells to hide. */
  safe: boolean
  /** Whether no smaller set of further cells would do, known only where every set was visited. */
  smallest: boolean
}

export type SuppressionOptions = {
  /** Smallest count that may be shown. */
  minimum: number
  /** How wide the attacker's interval of a small count must be at least. Default 1. */
  width?: number
}

/**
 * Which further cells must be hidden so that small counts cannot be worked out from the totals? Primary: counts from 1 to
 * less than the minimum. Complementary: the smallest set, and of these the one of least total, by full search in small
 * tables; beyond that by cheapest closed paths. Mark hidden cells of both kinds alike. NCES 2011-603; FCSM Statistical Policy
 * Working Paper 22; Hundepool et al. 2012. Zeros are published. RangeError: rows of differing length, or no whole counts. As
 * sdcTable::protectTable. Takes whole counts by row and column, totals not among them, the least number of people and the least
 * width of the attacker's interval.
 */
export function suppressTable(table: TwoWayTable, options: SuppressionOptions): TableSuppression {
  check(table)
  const primary = primaryCells(table, options.minimum)
  const width = options.width ?? 1
  const found = complementsBySearch(table, primary, width)
  const complementary = found?.best ?? complementsByPaths(table, primary, width)
  return { primary, complementary, safe: isSafe(table, primary, complementary, width), smallest: found !== undefined }
}

function check(table: TwoWayTable): void {
  const length = table[0]?.length ?? 0
  for (const [row, counts] of table.entries()) {
    if (counts.length !== length) throw new RangeError(`row ${row + 1} has ${counts.length} cells, not ${length}`)
    if (counts.some((count) => !Number.isInteger(count) || count < 0))
      throw new RangeError(`row ${row + 1}: counts are whole and not negative`)
  }
}
