import { at } from '../numbers/at.ts'
import { mean } from '../numbers/mean.ts'
import { sum } from '../numbers/sum.ts'
import type { GroupMoments } from '../summary/scores-of-summary.ts'

/** A unit of people with its name. */
export type NamedGroup = GroupMoments & { group: string }

/**
 * Count, mean and squares of each group of rows; rows without a value or a group are left out. Groups in order of first sight.
 * What `oneWay` and `shrunkenMeans` take. Takes a group and a value for each row. Equals tapply(x, g, mean) and its like. Throws
 * nothing.
 */
export function groupMomentsOfRows(groups: readonly (string | null)[], values: readonly (number | null)[]): NamedGroup[] {
  const byGroup = new Map<string, number[]>()
  for (const [row, group] of groups.entries()) {
    const value = at(values, row)
    if (group === null || value === null) continue
    const list = byGroup.get(group)
    if (list) list.push(value)
    else byGroup.set(group, [value])
  }
  return [...byGroup].map(([group, list]) => {
    const centre = mean(list)
    return { group, n: list.length, mean: centre, sumOfSquares: sum(list.map((value) => (value - centre) ** 2)) }
  })
}
