import { at } from '../numbers/at.ts'
import { layoutOf, type ScaleSummary } from './scale-summary.ts'

/**
 * People who answered every item, of one group or of all: by item, category and raw score. All that Rasch models and DIF need of
 * people who answered everything. RangeError: a group that was not declared. Takes a summary and, if wanted, the name of a
 * group. Equals table(x, rowSums(x)) of each item.
 */
export function scoreTables(summary: ScaleSummary, group?: string): number[][][] {
  const layout = layoutOf(summary.shape)
  const width = layout.maxScore + 1
  const chosen = group === undefined ? Array.from({ length: layout.groups }, (_, g) => g) : [groupIndex(summary, group)]
  return layout.categories.map((count, item) =>
    Array.from({ length: count }, (_, category) => {
      const line = new Array<number>(width).fill(0)
      for (const g of chosen) {
        const start = (g * layout.allCategories + at(layout.itemStart, item) + category) * width
        for (let score = 0; score < width; score += 1) line[score] = at(line, score) + at(summary.completeScores, start + score)
      }
      return line
    }),
  )
}

/**
 * Category counts of each item over everyone who answered it, or over those only who answered everything. How was each item
 * answered? Categories from 0 in the scored direction. Equals table() of each column. Takes a summary. Throws nothing.
 */
export function itemCounts(summary: ScaleSummary, who: 'complete' | 'available'): number[][] {
  const { categories, itemStart, allCategories, maxScore, groups } = layoutOf(summary.shape)
  const width = maxScore + 1
  return categories.map((size, item) =>
    Array.from({ length: size }, (_, category) => {
      const place = at(itemStart, item) + category
      let count = who === 'complete' ? 0 : at(summary.partialItems, place)
      for (let group = 0; group < groups; group += 1) {
        const start = (group * allCategories + place) * width
        for (let score = 0; score < width; score += 1) count += summary.completeScores[start + score] ?? 0
      }
      return count
    }),
  )
}

/**
 * Joint counts of two items: `[category of i][category of j]`. Takes the places of the items, from 0. `complete`: of those who
 * answered everything; `available`: of all who answered both. Equals table(x[, i], x[, j]).
 */
export function pairTable(summary: ScaleSummary, i: number, j: number, who: 'complete' | 'available'): number[][] {
  const { categories, pairStart } = layoutOf(summary.shape)
  if (i < j) return transposed(pairTable(summary, j, i, who))
  const start = pairStart(i, j)
  const size = at(categories, i)
  return Array.from({ length: size }, (_, a) =>
    Array.from({ length: at(categories, j) }, (_, b) => {
      const place = start + size * b + a
      return at(summary.completePairs, place) + (who === 'available' ? at(summary.partialPairs, place) : 0)
    }),
  )
}

/**
 * How many people answered every item, by raw score. Takes a summary and, if wanted, one of its groups. Equals
 * table(rowSums(x)). RangeError: a group that was not declared.
 */
export function scoreDistribution(summary: ScaleSummary, group?: string): number[] {
  const [first = []] = scoreTables(summary, group)
  return (first[0] ?? []).map((_, score) => first.reduce((total, line) => total + at(line, score), 0))
}

function groupIndex(summary: ScaleSummary, group: string): number {
  const index = summary.shape.groups?.indexOf(group) ?? -1
  if (index < 0) throw new RangeError(`the group "${group}" was not declared`)
  return index
}

function transposed(table: readonly number[][]): number[][] {
  return (table[0] ?? []).map((_, b) => table.map((row) => at(row, b)))
}
