import { at } from '../numbers/at.ts'
import { sum } from '../numbers/sum.ts'
import { intervalInTable, type CellPlace, type TwoWayTable } from './two-way-table.ts'

/**
 * Whether the attacker's interval of every primary cell is at least so wide. Takes a table, its cells hidden of both kinds, and
 * the width in people. As sdcTable::attack.
 */
export function isSafe(table: TwoWayTable, primary: readonly CellPlace[], complementary: readonly CellPlace[], width: number): boolean {
  const hidden = [...primary, ...complementary]
  return primary.every((cell) => {
    const { least, most } = intervalInTable(table, hidden, cell)
    return (most ?? Infinity) - least >= width
  })
}

/** How many people the cells hold together. Takes a table and places in it. */
export function totalOf(table: TwoWayTable, cells: readonly CellPlace[]): number {
  return sum(cells.map(({ row, column }) => at(at(table, row), column)))
}
