import { Matrix } from 'ml-matrix'
import { at } from '../numbers/at.ts'
import { mean } from '../numbers/mean.ts'
import { sum } from '../numbers/sum.ts'
import type { AnswerRow } from './moments.ts'

/**
 * Covariance of each pair of items over those who answered both; equals R's cov(x, use = "pairwise"). NaN below two. Takes rows,
 * null where an answer is missing; assumes them missing at random. Throws nothing.
 */
export function pairwiseCovariance(items: readonly string[], rows: readonly AnswerRow[]): Matrix {
  const result = Matrix.zeros(items.length, items.length)
  for (let i = 0; i < items.length; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const value = covarianceOfPair(rows, i, j)
      result.set(i, j, value)
      result.set(j, i, value)
    }
  }
  return result
}

function covarianceOfPair(rows: readonly AnswerRow[], i: number, j: number): number {
  const pairs = rows.flatMap((row) => {
    const [a, b] = [at(row, i), at(row, j)]
    return a === null || b === null ? [] : [[a, b] as const]
  })
  const [meanA, meanB] = [mean(pairs.map(([a]) => a)), mean(pairs.map(([, b]) => b))]
  return sum(pairs.map(([a, b]) => (a - meanA) * (b - meanB))) / (pairs.length - 1)
}
