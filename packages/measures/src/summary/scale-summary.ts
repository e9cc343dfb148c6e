import { at } from '../numbers/at.ts'

/** An item as a summary counts it: the value of its first category, how many follow each other, and whether it is turned over. */
export type SummaryItem = { name: string; least: number; categories: number; reversed?: boolean }

/** What is counted apart: the items, and the groups (if any) that were declared before the first answer. */
export type SummaryShape = { items: readonly SummaryItem[]; groups?: readonly string[] }

/**
 * Everything that the psychometrics of a scale need, and no answers: exact counts that add up. School + school = district,
 * old + new = now. Categories are counted from 0 in the scored direction (a reversed item is already turned over), and
 * the raw score is the sum of these. A summary of few people is as good as their answers: treat it as a secret.
 */
export type ScaleSummary = {
  shape: SummaryShape
  /** People by (answers given, raw score of these), row by row. */
  answered: Float64Array
  /** Joint counts of each pair i > j, block after block, of the people who answered everything. */
  completePairs: Float64Array
  /** People who answered everything, by group, item, category and raw score. */
  completeScores: Float64Array
  /** Of the others: joint counts of each pair that a person answered, and category counts of each item. */
  partialPairs: Float64Array
  partialItems: Float64Array
}

/** Where things lie in the arrays of a summary. */
export type Layout = {
  k: number
  categories: readonly number[]
  /** First place of each item's categories when all are laid side by side. */
  itemStart: readonly number[]
  allCategories: number
  maxScore: number
  groups: number
  pairStart: (i: number, j: number) => number
  pairLength: number
}

/**
 * A summary of nobody: the identity of `mergeSummaries`. Takes the items with the value of their first category and the number
 * of categories, and groups if any. RangeError: no item, or values that are not whole.
 */
export function emptySummary(shape: SummaryShape): ScaleSummary {
  check(shape)
  const layout = layoutOf(shape)
  return {
    shape,
    answered: new Float64Array((layout.k + 1) * (layout.maxScore + 1)),
    completePairs: new Float64Array(layout.pairLength),
    completeScores: new Float64Array(layout.groups * layout.allCategories * (layout.maxScore + 1)),
    partialPairs: new Float64Array(layout.pairLength),
    partialItems: new Float64Array(layout.allCategories),
  }
}

/** Where the counts of a summary lie, for those who read them directly. */
export function layoutOf(shape: SummaryShape): Layout {
  const categories = shape.items.map((item) => item.categories)
  const itemStart: number[] = []
  let allCategories = 0
  for (const count of categories) {
    itemStart.push(allCategories)
    allCategories += count
  }
  // The pairs of item i with all items before it lie together: as many as its categories times all of theirs.
  const rowStart: number[] = []
  let pairLength = 0
  for (const [i, count] of categories.entries()) {
    rowStart.push(pairLength)
    pairLength += count * at(itemStart, i)
  }
  return {
    k: categories.length,
    categories,
    itemStart,
    allCategories,
    maxScore: allCategories - categories.length,
    groups: Math.max(1, shape.groups?.length ?? 0),
    pairStart: (i, j) => at(rowStart, i) + at(categories, i) * at(itemStart, j),
    pairLength,
  }
}

function check(shape: SummaryShape): void {
  if (shape.items.length === 0) throw new RangeError('a summary needs an item')
  const bad = shape.items.find((item) => !Number.isInteger(item.categories) || item.categories < 2 || !Number.isInteger(item.least))
  if (bad) throw new RangeError(`item "${bad.name}" needs whole-numbered values and two categories or more`)
}
