import type { Matrix } from 'ml-matrix'
import { symmetricInverse } from '../numbers/inverse.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'

export type GuttmanLambdas = {
  lambda1: number | null
  lambda2: number | null
  /** Cronbach's alpha. */
  lambda3: number | null
  lambda5: number | null
  lambda6: number | null
}

/**
 * Lower bounds of reliability that ask less than alpha does. Takes a covariance or a correlation matrix. λ₁ = 1 − tr V/1′V1;
 * λ₂ adds √(k/(k−1) C) with C the squared covariances; λ₅ adds 2√(largest column of C); λ₆ uses the error of each item
 * given the others. Guttman 1945, Psychometrika 10:255–282. Equals psych::guttman (on correlations). For λ₄ see `lambda4`.
 * Assumes uncorrelated errors. Missing data: as the matrix was made. Null where the total does not vary; λ₆ also where the
 * matrix is singular. Throws nothing.
 */
export function guttmanLambdas(matrix: Matrix): GuttmanLambdas {
  const k = matrix.rows
  const total = matrix.sum()
  const lambda1 = total > 0 && k > 1 ? 1 - matrix.trace() / total : Number.NaN
  const squares = matrix.clone().mul(matrix)
  const columns = squares.sum('column').map((value, i) => value - squares.get(i, i))
  const all = columns.reduce((sum, value) => sum + value, 0)
  const errors = symmetricInverse(matrix)
    ?.inverse.diagonal()
    .reduce((sum, value) => sum + 1 / value, 0)
  return {
    lambda1: nullUnlessFinite(lambda1),
    lambda2: nullUnlessFinite(lambda1 + Math.sqrt((k / (k - 1)) * all) / total),
    lambda3: nullUnlessFinite((lambda1 * k) / (k - 1)),
    lambda5: nullUnlessFinite(lambda1 + (2 * Math.sqrt(Math.max(...columns))) / total),
    lambda6: errors === undefined || Number.isNaN(lambda1) ? null : 1 - errors / total,
  }
}
