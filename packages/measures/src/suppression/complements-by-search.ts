import { at } from '../numbers/at.ts'
import { isSafe, totalOf } from './is-safe.ts'
import type { CellPlace, TwoWayTable } from './two-way-table.ts'

/** The smallest sets of further cells that protect a table: the one of least total, and how many there are. */
export type SmallestComplements = { best: CellPlace[]; patterns: number }

/** More sets than this are not visited. */
const mostSets = 400_000

/**
 * Visits all sets of further cells, smaller ones first. Undefined where they are too many, or where not even hiding every
 * cell that is not a zero protects the table. Takes what `complementsByPaths` does. As sdcTable::protectTable(method = "OPT").
 * Throws nothing.
 */
export function complementsBySearch(table: TwoWayTable, primary: readonly CellPlace[], width: number): SmallestComplements | undefined {
  const candidates = table.flatMap((counts, row) =>
    counts.flatMap((count, column) =>
      count > 0 && !primary.some((cell) => cell.row === row && cell.column === column) ? [{ row, column }] : [],
    ),
  )
  if (!isSafe(table, primary, candidates, width)) return undefined
  let visited = 0
  for (let size = 0; size <= candidates.length; size += 1) {
    visited += choose(candidates.length, size)
    if (visited > mostSets) return undefined
    const safe = setsOf(candidates, size).filter((set) => plausible(primary, set) && isSafe(table, primary, set, width))
    const [first] = safe
    if (first) {
      const best = safe.reduce((least, set) => (totalOf(table, set) < totalOf(table, least) ? set : least), first)
      return { best, patterns: safe.length }
    }
  }
  return undefined
}

/** A hidden cell alone in its row or its column is worked out at once: no need to ask further. */
function plausible(primary: readonly CellPlace[], set: readonly CellPlace[]): boolean {
  const hidden = [...primary, ...set]
  return primary.every(
    (cell) =>
      hidden.filter((other) => other.row === cell.row).length > 1 && hidden.filter((other) => other.column === cell.column).length > 1,
  )
}

function setsOf(candidates: readonly CellPlace[], size: number, from = 0): CellPlace[][] {
  if (size === 0) return [[]]
  const sets: CellPlace[][] = []
  for (let place = from; place <= candidates.length - size; place += 1) {
    for (const rest of setsOf(candidates, size - 1, place + 1)) sets.push([at(candidates, place), ...rest])
  }
  return sets
}

function choose(n: number, k: number): number {
  let result = 1
  for (let i = 1; i <= k; i += 1) result = (result * (n - k + i)) / i
  return result
}
