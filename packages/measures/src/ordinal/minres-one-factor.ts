import type { Matrix } from 'ml-matrix'
import { at } from '../numbers/at.ts'

/** psych::fa does not let a uniqueness fall under this. */
const leastUniqueness = 0.005

/**
 * Loadings on one factor that leave the smallest squared residuals off the diagonal (minres, the same as unweighted least
 * squares; Harman & Jones 1966). Needs no invertible matrix, hence for polychoric correlations. Equals
 * psych::fa(nfactors = 1, fm = "minres"). Null for fewer than three items or correlations that are not known. Least Σ over i ≠ j
 * of (r − λλ′)². Assumes one factor. Takes a correlation matrix; Harman & Jones 1966, Psychometrika 31:351–368. Throws nothing.
 */
export function minresOneFactor(correlation: Matrix): number[] | null {
  const k = correlation.rows
  if (k < 3 || correlation.to1DArray().some(Number.isNaN)) return null
  const loadings = correlation.sum('row').map((total) => (total - 1) / (k - 1) || 0.1)
  for (let turn = 0; turn < 5000; turn += 1) {
    let change = 0
    for (let i = 0; i < k; i += 1) {
      const next = bestLoading(correlation, loadings, i)
      change = Math.max(change, Math.abs(next - at(loadings, i)))
      loadings[i] = next
    }
    if (change < 1e-10) break
  }
  const sign = loadings.reduce((total, value) => total + value, 0) < 0 ? -1 : 1
  return loadings.map((value) => sign * value)
}

function bestLoading(correlation: Matrix, loadings: readonly number[], i: number): number {
  let [product, squares] = [0, 0]
  for (const [j, loading] of loadings.entries()) {
    if (j === i) continue
    product += correlation.get(i, j) * loading
    squares += loading * loading
  }
  const most = Math.sqrt(1 - leastUniqueness)
  return squares === 0 ? 0 : Math.max(-most, Math.min(most, product / squares))
}
