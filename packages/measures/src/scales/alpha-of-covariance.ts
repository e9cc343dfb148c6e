import type { Matrix } from 'ml-matrix'

/**
 * k/(k−1) (1 − tr V / 1′V1), the bare coefficient; NaN for fewer than two items or a total that does not vary. Cronbach 1951.
 * Takes a covariance or correlation matrix; for intervals and warnings see `cronbachAlpha`.
 */
export function alphaOfCovariance(covariance: Matrix): number {
  const k = covariance.rows
  const total = covariance.sum()
  if (k < 2 || !(total > 0)) return Number.NaN
  return (k / (k - 1)) * (1 - covariance.trace() / total)
}
