import { at } from '../numbers/at.ts'
import { sum } from '../numbers/sum.ts'
import type { AttackerInterval, HiddenCounts } from './attacker-interval.ts'

/** Counts by row and column, whose row totals, column totals and grand total are published. */
export type TwoWayTable = readonly (readonly number[])[]

export type CellPlace = { row: number; column: number }

/**
 * Cells that may not be shown: counts from 1 to less than the minimum. A zero is published, as it shows nobody. Takes a table of
 * counts and the least number of people. NCES 2011-603.
 */
export function primaryCells(table: TwoWayTable, minimum: number): CellPlace[] {
  return table.flatMap((counts, row) => counts.flatMap((count, column) => (count > 0 && count < minimum ? [{ row, column }] : [])))
}

/**
 * What the totals tell of the hidden cells of a table, for `attackerIntervals`. Takes a table of counts, whose totals of rows
 * and columns are published, and the hidden cells.
 */
export function hiddenCountsOf(table: TwoWayTable, hidden: readonly CellPlace[]): HiddenCounts {
  const value = ({ row, column }: CellPlace) => at(at(table, row), column)
  const sumOver = (passes: (cell: CellPlace) => boolean) => {
    const cells = hidden.flatMap((cell, place) => (passes(cell) ? [place] : []))
    return { cells, total: sum(cells.map((place) => value(at(hidden, place)))) }
  }
  const rows = table.map((_, row) => sumOver((cell) => cell.row === row))
  const columns = (table[0] ?? []).map((_, column) => sumOver((cell) => cell.column === column))
  return { size: hidden.length, sums: [...rows, ...columns] }
}

/**
 * The attacker's interval of one hidden cell without a linear program. A count can grow as far as others of its row shrink,
 * these columns' others grow, and so on: the largest flow from its row to its column through the other hidden cells. Gusfield
 * 1988, SIAM J. Computing 17:552–571. Takes a table of counts, its hidden cells and one of them. The same as `attackerIntervals`
 * gives for it. As sdcTable::attack.
 */
export function intervalInTable(table: TwoWayTable, hidden: readonly CellPlace[], cell: CellPlace): AttackerInterval {
  const value = at(at(table, cell.row), cell.column)
  const grow = largestFlow(table, hidden, cell, 'grow')
  const shrink = largestFlow(table, hidden, cell, 'shrink')
  return { least: value - Math.min(value, shrink), most: value + grow }
}

/** Rows are nodes 0…, columns follow. Along its row a growing cell takes from others; up a column others give back. */
function largestFlow(table: TwoWayTable, hidden: readonly CellPlace[], cell: CellPlace, direction: 'grow' | 'shrink'): number {
  const rows = table.length
  const limit = sum(table.flat())
  const capacity = new Map<number, Map<number, number>>()
  const allow = (from: number, to: number, amount: number) => {
    const edges = capacity.get(from) ?? new Map<number, number>()
    edges.set(to, (edges.get(to) ?? 0) + amount)
    capacity.set(from, edges)
  }
  for (const { row, column } of hidden) {
    if (row === cell.row && column === cell.column) continue
    const count = at(at(table, row), column)
    allow(row, rows + column, direction === 'grow' ? count : limit)
    allow(rows + column, row, direction === 'grow' ? limit : count)
  }
  let flow = 0
  for (let path = findPath(capacity, cell.row, rows + cell.column); path; path = findPath(capacity, cell.row, rows + cell.column)) {
    const amount = Math.min(...path.map(([from, to]) => capacity.get(from)?.get(to) ?? 0))
    for (const [from, to] of path) {
      allow(from, to, -amount)
      allow(to, from, amount)
    }
    flow += amount
    if (flow >= limit) return limit
  }
  return flow
}

/** A shortest way along which something can still flow, as its edges. */
function findPath(capacity: Map<number, Map<number, number>>, from: number, to: number): [number, number][] | undefined {
  const cameFrom = new Map<number, number>([[from, -1]])
  const open = [from]
  for (const node of open) {
    for (const [next, left] of capacity.get(node) ?? []) {
      if (left <= 0 || cameFrom.has(next)) continue
      cameFrom.set(next, node)
      if (next === to) return pathBack(cameFrom, to)
      open.push(next)
    }
  }
  return undefined
}

function pathBack(cameFrom: Map<number, number>, to: number): [number, number][] {
  const path: [number, number][] = []
  for (let node = to; ;) {
    const before = cameFrom.get(node) ?? -1
    if (before < 0) return path
    path.unshift([before, node])
    node = before
  }
}
