import { at } from '../numbers/at.ts'
import { intervalInTable, type CellPlace, type TwoWayTable } from './two-way-table.ts'

/**
 * Protects one small count after the other by the cheapest closed path through further cells (a cell's cost is its count,
 * nothing once hidden). Near the smallest set and quick in tables of any size. Where a path is not wide enough, another is
 * sought round its smallest count; where there is none, every count is hidden. Takes a table of counts, the small cells and the
 * least width of the attacker's interval. After Kelly, Golden & Assad 1992, Networks 22:397–417. As
 * sdcTable::protectTable(method = "OPT") in small tables, not always the smallest set. Throws nothing.
 */
export function complementsByPaths(table: TwoWayTable, primary: readonly CellPlace[], width: number): CellPlace[] {
  const hidden = new Map(primary.map((cell) => [keyOf(cell), cell]))
  for (const cell of primary) {
    const barred = new Set<string>()
    while (!wideEnough(table, [...hidden.values()], cell, width)) {
      const path = cheapestPath(table, hidden, barred, cell)
      if (!path) {
        hideAll(table, hidden)
        break
      }
      const added = path.filter((step) => !hidden.has(keyOf(step)))
      if (added.length === 0) barred.add(keyOf(narrowest(table, path)))
      for (const step of added) hidden.set(keyOf(step), step)
    }
  }
  const small = new Set(primary.map(keyOf))
  return [...hidden.values()].filter((cell) => !small.has(keyOf(cell)))
}

function wideEnough(table: TwoWayTable, hidden: readonly CellPlace[], cell: CellPlace, width: number): boolean {
  const { least, most } = intervalInTable(table, hidden, cell)
  return (most ?? Infinity) - least >= width
}

function narrowest(table: TwoWayTable, path: readonly CellPlace[]): CellPlace {
  const value = ({ row, column }: CellPlace) => at(at(table, row), column)
  return path.reduce((least, step) => (value(step) < value(least) ? step : least), at(path, 0))
}

function hideAll(table: TwoWayTable, hidden: Map<string, CellPlace>): void {
  for (const [row, counts] of table.entries()) {
    for (const [column, count] of counts.entries()) if (count > 0) hidden.set(keyOf({ row, column }), { row, column })
  }
}

/** Dijkstra between the cell's row and its column; rows are nodes 0…, columns follow, cells that are not zero are edges. */
function cheapestPath(
  table: TwoWayTable,
  hidden: ReadonlyMap<string, CellPlace>,
  barred: ReadonlySet<string>,
  cell: CellPlace,
): CellPlace[] | undefined {
  const rows = table.length
  const nodes = rows + (table[0]?.length ?? 0)
  const cost = new Array<number>(nodes).fill(Infinity)
  const before = new Map<number, { node: number; step: CellPlace }>()
  const open = new Set([cell.row])
  cost[cell.row] = 0
  while (open.size > 0) {
    const node = [...open].reduce((best, other) => (at(cost, other) < at(cost, best) ? other : best))
    open.delete(node)
    if (node === rows + cell.column) return stepsBack(before, node)
    for (const { next, step } of edgesOf(table, node)) {
      const key = keyOf(step)
      if (key === keyOf(cell) || barred.has(key)) continue
      // A little more than nothing for a hidden cell, so that of equal paths the shorter is taken.
      const reached = at(cost, node) + (hidden.has(key) ? 0.001 : at(at(table, step.row), step.column))
      if (reached >= at(cost, next)) continue
      cost[next] = reached
      before.set(next, { node, step })
      open.add(next)
    }
  }
  return undefined
}

function edgesOf(table: TwoWayTable, node: number): { next: number; step: CellPlace }[] {
  const rows = table.length
  const steps =
    node < rows
      ? at(table, node).map((_, column) => ({ next: rows + column, step: { row: node, column } }))
      : table.map((_, row) => ({ next: row, step: { row, column: node - rows } }))
  return steps.filter(({ step }) => at(at(table, step.row), step.column) > 0)
}

function stepsBack(before: ReadonlyMap<number, { node: number; step: CellPlace }>, to: number): CellPlace[] {
  const steps: CellPlace[] = []
  for (let came = before.get(to); came; came = before.get(came.node)) steps.push(came.step)
  return steps
}

function keyOf({ row, column }: CellPlace): string {
  return `${row},${column}`
}
