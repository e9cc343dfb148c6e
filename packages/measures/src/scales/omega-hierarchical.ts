import { Matrix } from 'ml-matrix'
import { at } from '../numbers/at.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { sum } from '../numbers/sum.ts'
import { minresOneFactor } from '../ordinal/minres-one-factor.ts'
import { alphaOfCovariance } from './alpha-of-covariance.ts'
import { minresFactors } from './minres-factors.ts'
import { oblimin } from './oblimin.ts'

export type OmegaHierarchical = {
  /** Share of the total's variance that is one general factor. */
  hierarchical: number | null
  /** Share that is any common factor. */
  total: number | null
  alpha: number | null
  generalLoadings: number[]
}

/**
 * Of a scale with parts, how much is one thing in common? Minres factors, turned by oblimin, their correlations factored
 * again (Schmid & Leiman 1957): (Σg)² over the variance of the total (Zinbarg et al. 2005; McDonald 1999). Takes a correlation
 * matrix. Items whose general loading is negative are turned over first. Equals psych::omega to about two digits, as any
 * rotation does. Two factors are taken to load alike on the general one. Null where the matrix is singular. Assumes that the
 * parts share one thing. Missing data: as the matrix was made. Throws nothing.
 */
export function omegaHierarchical(correlation: Matrix, factors = 3): OmegaHierarchical | null {
  const unrotated = minresFactors(correlation, factors)
  if (!unrotated) return null
  const { loadings, factorCorrelation } =
    factors === 1 ? { loadings: unrotated, factorCorrelation: Matrix.eye(1) } : positive(oblimin(unrotated))
  const second = secondOrder(factorCorrelation)
  if (!second) return null
  const general = loadings.mmul(Matrix.columnVector(second)).to1DArray()
  const common = loadings.mmul(factorCorrelation).mmul(loadings.transpose()).diagonal()
  const signs = general.map((value) => (value < 0 ? -1 : 1))
  const turned = correlation.clone().mulColumnVector(signs).mulRowVector(signs)
  const variance = turned.sum()
  const unique = sum(common.map((value) => 1 - value))
  return {
    hierarchical: nullUnlessFinite(sum(general.map((value, i) => value * at(signs, i))) ** 2 / variance),
    total: nullUnlessFinite((variance - unique) / variance),
    alpha: nullUnlessFinite(alphaOfCovariance(turned)),
    generalLoadings: general,
  }
}

/** Factors point where most of their loadings do, their correlations with them. */
function positive({ loadings, factorCorrelation }: { loadings: Matrix; factorCorrelation: Matrix }) {
  const signs = loadings.sum('column').map((value) => (value < 0 ? -1 : 1))
  return {
    loadings: loadings.clone().mulRowVector(signs),
    factorCorrelation: factorCorrelation.clone().mulColumnVector(signs).mulRowVector(signs),
  }
}

function secondOrder(correlation: Matrix): number[] | null {
  if (correlation.rows === 1) return [1]
  if (correlation.rows === 2) return Array.from({ length: 2 }, () => Math.sqrt(Math.abs(correlation.get(0, 1))))
  return minresOneFactor(correlation)
}
