/** A symmetric matrix, row after row; only the lower triangle counts. */
export type SquareMatrix = { size: number; values: Float64Array }

/**
 * Replaces a positive definite matrix by its lower Cholesky factor and gives the log determinant. On bare arrays, since
 * REML factors matrices of hundreds of rows dozens of times. `?? 0` where `at` would stand elsewhere: a function called with
 * arrays of every kind is not compiled for this one kind, and these loops are the whole cost.
 */
export function factorInPlace({ size, values }: SquareMatrix): number {
  let logDeterminant = 0
  for (let j = 0; j < size; j += 1) {
    for (let i = j; i < size; i += 1) {
      let total = values[i * size + j] ?? 0
      for (let k = 0; k < j; k += 1) total -= (values[i * size + k] ?? 0) * (values[j * size + k] ?? 0)
      if (i === j) {
        values[j * size + j] = Math.sqrt(total)
        logDeterminant += Math.log(total)
      } else values[i * size + j] = total / (values[j * size + j] ?? 0)
    }
  }
  return logDeterminant
}

/** L⁻¹b for a factor made by `factorInPlace`. */
export function forwardSolve({ size, values }: SquareMatrix, side: Float64Array): Float64Array {
  const result = side.slice()
  for (let i = 0; i < size; i += 1) {
    let total = result[i] ?? 0
    for (let k = 0; k < i; k += 1) total -= (values[i * size + k] ?? 0) * (result[k] ?? 0)
    result[i] = total / (values[i * size + i] ?? 0)
  }
  return result
}

/** A⁻¹b for a factor made by `factorInPlace`. */
export function solveFactored(factor: SquareMatrix, side: Float64Array): Float64Array {
  const { size, values } = factor
  const result = forwardSolve(factor, side)
  for (let i = size - 1; i >= 0; i -= 1) {
    let total = result[i] ?? 0
    for (let k = i + 1; k < size; k += 1) total -= (values[k * size + i] ?? 0) * (result[k] ?? 0)
    result[i] = total / (values[i * size + i] ?? 0)
  }
  return result
}
