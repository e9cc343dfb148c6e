import { CholeskyDecomposition, Matrix } from 'ml-matrix'

/** Inverse of a symmetric positive definite matrix with its log determinant; null where it is singular or indefinite. */
export function symmetricInverse(matrix: Matrix): { inverse: Matrix; logDeterminant: number } | null {
  if (matrix.to1DArray().some(Number.isNaN)) return null
  const cholesky = new CholeskyDecomposition(matrix)
  const diagonal = cholesky.lowerTriangularMatrix.diagonal()
  if (!cholesky.isPositiveDefinite() || diagonal.some((value, i) => !(value * value > 1e-13 * matrix.get(i, i)))) return null
  const inverse = cholesky.solve(Matrix.eye(matrix.rows))
  return { inverse, logDeterminant: 2 * diagonal.reduce((total, value) => total + Math.log(value), 0) }
}
