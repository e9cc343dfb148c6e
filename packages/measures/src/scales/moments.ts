import { Matrix } from 'ml-matrix'
import { at } from '../numbers/at.ts'
import { mean } from '../numbers/mean.ts'
import { sum } from '../numbers/sum.ts'

/**
 * What every classical coefficient of a scale needs of the people who answered all of its items. Made from a summary
 * (`momentsOfSummary`) or from rows (`momentsOfRows`); the coefficients do not care which.
 */
export type Moments = {
  items: readonly string[]
  n: number
  means: readonly number[]
  /** Denominator n − 1. */
  covariance: Matrix
  /** Mean third and fourth powers of the distance from the mean, denominator n. */
  third: readonly number[]
  fourth: readonly number[]
}

/** A row of answers, one for each item; null is missing. */
export type AnswerRow = readonly (number | null)[]

/**
 * Moments of the rows without a missing answer (listwise). RangeError: a row of another length than the items. What the
 * coefficients of a scale take: count, means, covariances, third and fourth moments. Equals colMeans() and cov() after
 * na.omit(). Takes rows of answers, null where one is missing; reversed items turned over before.
 */
export function momentsOfRows(items: readonly string[], rows: readonly AnswerRow[]): Moments {
  const complete = rows.filter((row): row is number[] => isComplete(row, items.length))
  const means = items.map((_, i) => (complete.length > 0 ? mean(complete.map((row) => at(row, i))) : 0))
  const centred = complete.map((row) => row.map((value, i) => value - at(means, i)))
  return {
    items,
    n: complete.length,
    means,
    covariance: covarianceOf(centred, items.length),
    third: means.map((_, i) => powerMean(centred, i, 3)),
    fourth: means.map((_, i) => powerMean(centred, i, 4)),
  }
}

function isComplete(row: AnswerRow, length: number): boolean {
  if (row.length !== length) throw new RangeError(`a row of ${row.length} answers for ${length} items`)
  return row.every((value) => value !== null)
}

function covarianceOf(centred: readonly number[][], k: number): Matrix {
  const covariance = Matrix.zeros(k, k)
  for (const row of centred) {
    for (let i = 0; i < k; i += 1) {
      for (let j = 0; j <= i; j += 1) covariance.set(i, j, covariance.get(i, j) + at(row, i) * at(row, j))
    }
  }
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const value = covariance.get(i, j) / (centred.length - 1)
      covariance.set(i, j, value)
      covariance.set(j, i, value)
    }
  }
  return covariance
}

function powerMean(centred: readonly number[][], item: number, power: number): number {
  return sum(centred.map((row) => at(row, item) ** power)) / centred.length
}
