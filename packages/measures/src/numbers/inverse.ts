import { Matrix } from 'ml-matrix'
import { factorInPlace, forwardSolve, type SquareMatrix } from './cholesky.ts'

/** Inverse of a symmetric positive definite matrix with its log determinant; null where it is singular or indefinite. */
export function symmetricInverse(matrix: Matrix): { inverse: Matrix; logDeterminant: number } | null {
  const size = matrix.rows
  const factor: SquareMatrix = { size, values: Float64Array.from(matrix.to1DArray()) }
  const logDeterminant = factorInPlace(factor)
  if (!isRegular(matrix, factor)) return null
  return { inverse: productOfInverses(factor), logDeterminant }
}

/** No pivot is lost in rounding; a comparison with NaN fails too. */
function isRegular(matrix: Matrix, { size, values }: SquareMatrix): boolean {
  for (let i = 0; i < size; i += 1) {
    const pivot = values[i * size + i] ?? Number.NaN
    if (!(pivot * pivot > 1e-13 * matrix.get(i, i))) return false
  }
  return true
}

/** L⁻ᵀL⁻¹, column by column of L⁻¹. */
function productOfInverses(factor: SquareMatrix): Matrix {
  const { size } = factor
  const columns = Array.from({ length: size }, (_, j) => {
    const unit = new Float64Array(size)
    unit[j] = 1
    return forwardSolve(factor, unit)
  })
  const inverse = Matrix.zeros(size, size)
  for (const [i, a] of columns.entries()) {
    for (let j = 0; j <= i; j += 1) {
      let total = 0
      // Above i the columns of a lower triangle are empty.
      for (let k = i; k < size; k += 1) total += (a[k] ?? 0) * (columns[j]?.[k] ?? 0)
      inverse.set(i, j, total)
      inverse.set(j, i, total)
    }
  }
  return inverse
}
