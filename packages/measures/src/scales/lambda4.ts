import type { Matrix } from 'ml-matrix'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'

export type Lambda4 = {
  max: number | null
  min: number | null
  mean: number | null
  /** Splits of ⌊k/2⌋ items against the rest, each unordered split once. */
  splits: number
  /** False where the splits are too many to visit and max and min are null. */
  exact: boolean
}

/** Beyond this many items the splits number millions; the mean needs no visit and stays. */
const mostItems = 24

/**
 * Reliability as the best, the worst and the mean split into halves give it: 4 cov(A, B)/1′V1 over every split
 * (Guttman 1945). Takes the covariance matrix. The maximum of a small sample flatters. For an even number of items
 * equals psych::splitHalf(covar = TRUE); for an odd one that function of psych 2.2.9 visits half of the splits only. Assumes
 * uncorrelated errors. Missing data: as the matrix was made. Null where the total does not vary. Throws nothing.
 */
export function lambda4(covariance: Matrix): Lambda4 {
  const k = covariance.rows
  const total = covariance.sum()
  const half = Math.floor(k / 2)
  const splits = k < 2 ? 0 : choose(k, half) / (k % 2 === 0 ? 2 : 1)
  // A pair is apart in this share of the splits.
  const apart = (2 * half * (k - half)) / (k * (k - 1))
  const mean = nullUnlessFinite((2 * apart * (total - covariance.trace())) / total)
  if (k < 2 || k > mostItems || !(total > 0)) return { max: null, min: null, mean, splits, exact: false }
  const { most, least } = extremes(covariance, half)
  return { max: (4 * most) / total, min: (4 * least) / total, mean, splits, exact: true }
}

function extremes(covariance: Matrix, half: number) {
  const k = covariance.rows
  const values = covariance.to2DArray()
  let [most, least] = [-Infinity, Infinity]
  const sides = new Int8Array(k)
  const visit = (item: number, inFirst: number, between: number): void => {
    if (item === k) {
      if (inFirst === half) [most, least] = [Math.max(most, between), Math.min(least, between)]
      return
    }
    if (inFirst > half || inFirst + k - item < half) return
    for (const side of item === 0 && k % 2 === 0 ? [1] : [0, 1]) {
      sides[item] = side
      visit(item + 1, inFirst + side, between + across(values[item] ?? [], sides, item))
    }
  }
  visit(0, 0, 0)
  return { most, least }
}

function across(row: readonly number[], sides: Int8Array, item: number): number {
  let total = 0
  for (let i = 0; i < item; i += 1) if (sides[i] !== sides[item]) total += row[i] ?? 0
  return total
}

function choose(n: number, k: number): number {
  let result = 1
  for (let i = 1; i <= k; i += 1) result = (result * (n - k + i)) / i
  return Math.round(result)
}
