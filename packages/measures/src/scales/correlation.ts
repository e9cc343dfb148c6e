import { Matrix } from 'ml-matrix'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'

/**
 * Correlations from covariances; NaN in the rows of a variable that does not vary. r = c/√(vᵢ vⱼ). Takes a covariance matrix.
 * Equals cov2cor().
 */
export function correlationOf(covariance: Matrix): Matrix {
  const sd = covariance.diagonal().map((variance) => (variance > 0 ? Math.sqrt(variance) : Number.NaN))
  const result = Matrix.zeros(covariance.rows, covariance.columns)
  for (const [i, a] of sd.entries()) {
    for (const [j, b] of sd.entries()) result.set(i, j, i === j ? a / a : covariance.get(i, j) / (a * b))
  }
  return result
}

/**
 * A matrix as rows to hand on, null where a value is not defined. Takes any matrix of the library. Equals as.matrix() with NA
 * for NaN.
 */
export function rowsOfMatrix(matrix: Matrix): (number | null)[][] {
  return matrix.to2DArray().map((row) => row.map(nullUnlessFinite))
}
