import { pchisq } from 'lib-r-math.js'
import type { Matrix } from 'ml-matrix'
import { at } from '../numbers/at.ts'
import { symmetricInverse } from '../numbers/inverse.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { sortedEigenvalues } from '../numbers/sorted-eigenvalues.ts'

export type Dimensionality = {
  /** Null where an item does not vary. */
  eigenvalues: number[] | null
  firstToSecond: number | null
  kmo: number | null
  kmoByItem: number[] | null
  bartlett: { statistic: number | null; df: number; p: number | null }
}

/**
 * Do the items go together enough to be one score? Takes a correlation matrix and the number of people. Kaiser–Meyer–Olkin
 * Σr²/(Σr² + Σq²), q the partial correlations (Kaiser & Rice 1974); Bartlett's −((n−1) − (2k+5)/6) ln|R| (1951) tests that
 * nothing correlates; eigenvalues with the ratio of the first two. Equals eigen, psych::KMO, psych::cortest.bartlett.
 * A singular matrix has eigenvalues only. Assumes for Bartlett's test normal items. Missing data: as the matrix was made. Throws
 * nothing.
 */
export function dimensionality(correlation: Matrix, n: number): Dimensionality {
  const k = correlation.rows
  const df = (k * (k - 1)) / 2
  const none = { eigenvalues: null, firstToSecond: null, kmo: null, kmoByItem: null, bartlett: { statistic: null, df, p: null } }
  if (correlation.to1DArray().some(Number.isNaN)) return none
  const eigenvalues = sortedEigenvalues(correlation)
  const firstToSecond = k > 1 ? nullUnlessFinite(at(eigenvalues, 0) / at(eigenvalues, 1)) : null
  const solved = symmetricInverse(correlation)
  if (!solved) return { ...none, eigenvalues, firstToSecond }
  const statistic = -(n - 1 - (2 * k + 5) / 6) * solved.logDeterminant
  const p = df > 0 ? pchisq(statistic, df, undefined, false) : Number.NaN
  const bartlett = { statistic: nullUnlessFinite(statistic), df, p: nullUnlessFinite(p) }
  return { eigenvalues, firstToSecond, ...kaiserMeyerOlkin(correlation, solved.inverse), bartlett }
}

function kaiserMeyerOlkin(correlation: Matrix, inverse: Matrix) {
  const simple = offDiagonalSquares(correlation, () => 1)
  const partial = offDiagonalSquares(inverse, (i, j) => inverse.get(i, i) * inverse.get(j, j))
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
  return {
    kmo: nullUnlessFinite(total(simple) / (total(simple) + total(partial))),
    kmoByItem: simple.map((value, i) => value / (value + at(partial, i))),
  }
}

function offDiagonalSquares(matrix: Matrix, scale: (i: number, j: number) => number): number[] {
  const places = Array.from({ length: matrix.rows }, (_, i) => i)
  return places.map((i) => places.reduce((sum, j) => (i === j ? sum : sum + matrix.get(i, j) ** 2 / scale(i, j)), 0))
}
