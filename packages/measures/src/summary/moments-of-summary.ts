import { Matrix } from 'ml-matrix'
import { at } from '../numbers/at.ts'
import { sum } from '../numbers/sum.ts'
import type { PairTables } from '../ordinal/ordinal-scale.ts'
import type { Moments } from '../scales/moments.ts'
import { itemCounts, pairTable } from './counts-of-summary.ts'
import { layoutOf, type Layout, type ScaleSummary } from './scale-summary.ts'

/**
 * The moments of the people who answered every item, as `momentsOfRows` gives them of the rows. Takes any summary; nobody in it:
 * a count of 0. Equals colMeans() and cov() after na.omit().
 */
export function momentsOfSummary(summary: ScaleSummary): Moments {
  const counts = itemCounts(summary, 'complete')
  const n = sum(counts[0] ?? [])
  const means = counts.map((line) => sum(line.map((count, code) => count * code)) / n)
  const power = (exponent: number) => counts.map((line, i) => sum(line.map((count, code) => count * (code - at(means, i)) ** exponent)) / n)
  return {
    items: summary.shape.items.map((item) => item.name),
    n,
    means: means.map((mean, i) => (n > 0 ? mean + at(summary.shape.items, i).least : 0)),
    covariance: covarianceOfSummary(summary, 'complete'),
    third: power(3),
    fourth: power(4),
  }
}

/**
 * Covariances of the items, listwise or pairwise; NaN where fewer than two people answered. Sums are exact integers. (Σab − Σa
 * Σb/n)/(n − 1) from the joint counts. `complete` equals cov(use = "complete"), `available` cov(use = "pairwise").
 */
export function covarianceOfSummary(summary: ScaleSummary, who: 'complete' | 'available'): Matrix {
  const counts = itemCounts(summary, who)
  const result = Matrix.zeros(counts.length, counts.length)
  const layout = layoutOf(summary.shape)
  for (const [i, line] of counts.entries()) {
    for (let j = 0; j < i; j += 1) {
      const value = covarianceOfPair(summary, layout, i, j, who)
      result.set(i, j, value)
      result.set(j, i, value)
    }
    result.set(i, i, varianceOfCounts(line))
  }
  return result
}

/**
 * Joint counts for the polychoric correlations of the people who answered every item. What `ordinalScale` takes. Equals table()
 * of each pair after na.omit().
 */
export function pairTablesOfSummary(summary: ScaleSummary): PairTables {
  const counts = itemCounts(summary, 'complete')
  return {
    items: summary.shape.items.map((item) => item.name),
    n: sum(counts[0] ?? []),
    table: (i, j) =>
      i === j ? at(counts, i).map((count, a) => at(counts, i).map((_, b) => (a === b ? count : 0))) : pairTable(summary, i, j, 'complete'),
  }
}

function varianceOfCounts(counts: readonly number[]): number {
  const n = sum(counts)
  const total = sum(counts.map((count, code) => count * code))
  return (sum(counts.map((count, code) => count * code * code)) - (total * total) / n) / (n - 1)
}

/** Straight from the counts, since a scale of 25 items has 300 pairs. */
function covarianceOfPair(summary: ScaleSummary, layout: Layout, i: number, j: number, who: 'complete' | 'available'): number {
  const size = at(layout.categories, i)
  const start = layout.pairStart(i, j)
  let [n, sumA, sumB, product] = [0, 0, 0, 0]
  for (let place = 0; place < size * at(layout.categories, j); place += 1) {
    const partial = who === 'available' ? (summary.partialPairs[start + place] ?? 0) : 0
    const count = (summary.completePairs[start + place] ?? 0) + partial
    const a = place % size
    const b = (place - a) / size
    n += count
    sumA += count * a
    sumB += count * b
    product += count * a * b
  }
  return (product - (sumA * sumB) / n) / (n - 1)
}
