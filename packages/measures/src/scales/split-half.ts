import type { Matrix } from 'ml-matrix'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'

export type SplitHalf = {
  correlation: number | null
  spearmanBrown: number | null
  /** Spearman–Brown for halves of unequal length. */
  horst: number | null
  /** Guttman's and Flanagan–Rulon's, which needs no equal variances of the halves; also lambda 4 of this split. */
  flanaganRulon: number | null
}

/**
 * Would one half of the items order people as the other half does? Takes the covariance of the items and the places of
 * the first half. r; 2r/(1+r) (Spearman 1910, Brown 1910); Horst 1951 for unequal halves; 2(1 − (s₁² + s₂²)/s²)
 * (Guttman 1945, Flanagan 1937, Rulon 1939). Null where a half does not vary. Assumes halves of equal true scores. Equals
 * psych::splitHalf for one split. Missing data: as the matrix was made. Throws nothing.
 */
export function splitHalf(covariance: Matrix, firstHalf: readonly number[]): SplitHalf {
  const k = covariance.rows
  const { first, second, between } = halfSums(covariance, new Set(firstHalf))
  const r = between / Math.sqrt(first * second)
  const total = first + second + 2 * between
  return {
    correlation: nullUnlessFinite(r),
    spearmanBrown: nullUnlessFinite((2 * r) / (1 + r)),
    horst: nullUnlessFinite(horst(r, firstHalf.length / k)),
    flanaganRulon: nullUnlessFinite(2 * (1 - (first + second) / total)),
  }
}

function halfSums(covariance: Matrix, inFirst: ReadonlySet<number>) {
  let [first, second, between] = [0, 0, 0]
  for (let i = 0; i < covariance.rows; i += 1) {
    for (let j = 0; j < covariance.rows; j += 1) {
      const value = covariance.get(i, j)
      if (inFirst.has(i) !== inFirst.has(j)) between += value / 2
      else if (inFirst.has(i)) first += value
      else second += value
    }
  }
  return { first, second, between }
}

function horst(r: number, share: number): number {
  const product = share * (1 - share)
  if (r === 1) return 1
  return (r * (Math.sqrt(r ** 2 + 4 * product * (1 - r ** 2)) - r)) / (2 * product * (1 - r ** 2))
}
