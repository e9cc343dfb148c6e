import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { at } from '../numbers/at.ts'
import { squaredMultipleCorrelations } from './squared-multiple-correlations.ts'

/**
 * Loadings on several factors that leave the smallest squared residuals off the diagonal (minres): communalities are put into
 * the diagonal until they stay. Null for a singular matrix or too many factors. Equals psych::fa(fm = "minres", rotate =
 * "none") up to the signs, which are set so that each column adds up to something positive. Harman & Jones 1966. Takes a
 * correlation matrix and a number of factors. Throws nothing.
 */
export function minresFactors(correlation: Matrix, factors: number): Matrix | null {
  const start = squaredMultipleCorrelations(correlation)
  if (!start || factors < 1 || factors >= correlation.rows) return null
  let communalities = start
  let loadings = axes(correlation, communalities, factors)
  for (let turn = 0; turn < 5000; turn += 1) {
    const next = loadings.to2DArray().map((row) =>
      Math.min(
        0.995,
        row.reduce((total, value) => total + value ** 2, 0),
      ),
    )
    const change = Math.max(...next.map((value, i) => Math.abs(value - at(communalities, i))))
    communalities = next
    loadings = axes(correlation, communalities, factors)
    if (change < 1e-9) break
  }
  return loadings
}

function axes(correlation: Matrix, communalities: readonly number[], factors: number): Matrix {
  const reduced = correlation.clone()
  for (const [i, value] of communalities.entries()) reduced.set(i, i, value)
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(reduced, { assumeSymmetric: true })
  const order = realEigenvalues.map((_, i) => i).toSorted((a, b) => at(realEigenvalues, b) - at(realEigenvalues, a))
  const loadings = Matrix.zeros(correlation.rows, factors)
  for (let f = 0; f < factors; f += 1) {
    const place = at(order, f)
    const column = eigenvectorMatrix.getColumn(place)
    const size = Math.sqrt(Math.max(0, at(realEigenvalues, place)))
    const sign = column.reduce((total, value) => total + value, 0) < 0 ? -1 : 1
    loadings.setColumn(
      f,
      column.map((value) => sign * value * size),
    )
  }
  return loadings
}
