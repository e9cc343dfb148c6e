import { Matrix } from 'ml-matrix'
import { at } from '../numbers/at.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { sum } from '../numbers/sum.ts'
import { alphaOfCovariance } from './alpha-of-covariance.ts'
import { factorFit, type FactorFit } from './factor-fit.ts'
import type { Moments } from './moments.ts'
import { oneFactorMl } from './one-factor-ml.ts'

export type McDonaldOmega = {
  n: number
  k: number
  loadings: number[]
  residualVariances: number[]
  standardizedLoadings: number[]
  omega: number | null
  /** With the variance of the total as observed, not as the model has it. */
  omegaOfObservedVariance: number | null
  omegaStandardized: number | null
  alpha: number | null
  averageVarianceExtracted: number
  fit: FactorFit
  warnings: OmegaWarning[]
}

/** `negative_residual`: a Heywood case; the model does not suit these items, or the people are too few. */
export type OmegaWarning = 'negative_residual'

/**
 * How much of the total's variance is one common factor, when items may measure it unequally well? Assumes one factor,
 * uncorrelated errors, roughly normal answers. (Σλ)²/((Σλ)² + Σθ), λ and θ by maximum likelihood with denominator n
 * (McDonald 1999; Jöreskog 1971). Equals lavaan::cfa(std.lv = TRUE) with semTools::compRelSEM. Listwise. Null as a whole
 * where the model has no solution: fewer than three items, an item that does not vary, items that determine each other. Takes
 * what `momentsOfRows` or `momentsOfSummary` give. Throws nothing.
 */
export function mcdonaldOmega(moments: Moments): McDonaldOmega | null {
  const { n } = moments
  if (n < 2) return null
  const sample = Matrix.mul(moments.covariance, (n - 1) / n)
  const factor = oneFactorMl(sample)
  if (!factor) return null
  const { loadings, residuals } = factor
  const standardized = loadings.map((value, i) => value / Math.sqrt(value ** 2 + at(residuals, i)))
  const common = sum(loadings) ** 2
  return {
    n,
    k: loadings.length,
    loadings,
    residualVariances: residuals,
    standardizedLoadings: standardized,
    omega: nullUnlessFinite(common / (common + sum(residuals))),
    omegaOfObservedVariance: nullUnlessFinite(common / sample.sum()),
    omegaStandardized: nullUnlessFinite(omegaOfStandardized(standardized)),
    alpha: nullUnlessFinite(alphaOfCovariance(sample)),
    averageVarianceExtracted: sum(standardized.map((value) => value ** 2)) / loadings.length,
    fit: factorFit(sample, factor, n),
    warnings: residuals.some((value) => value < 0) ? ['negative_residual'] : [],
  }
}

/**
 * (Σλ)²/((Σλ)² + Σ(1 − λ²)) for loadings on items of variance one. McDonald 1999. Takes standardized loadings of one factor.
 * Equals semTools::compRelSEM on a correlation matrix.
 */
export function omegaOfStandardized(loadings: readonly number[]): number {
  const common = sum(loadings) ** 2
  return common / (common + sum(loadings.map((value) => 1 - value ** 2)))
}
