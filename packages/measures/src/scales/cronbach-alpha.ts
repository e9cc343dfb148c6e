import { qf, qnorm } from 'lib-r-math.js'
import type { Matrix } from 'ml-matrix'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { sum } from '../numbers/sum.ts'
import { alphaOfCovariance } from './alpha-of-covariance.ts'
import { correlationOf } from './correlation.ts'
import type { Moments } from './moments.ts'
import { squaredMultipleCorrelations } from './squared-multiple-correlations.ts'

export type Interval = { lower: number | null; upper: number | null }

export type CronbachAlpha = {
  n: number
  k: number
  alpha: number | null
  standardized: number | null
  meanInterItemCorrelation: number | null
  feldt: Interval
  duhachekStandardError: number | null
  duhachek: Interval
  /** Guttman's lambda 6 of the correlations. */
  lambda6: number | null
  totalMean: number | null
  totalSd: number | null
  /** Standard error of measurement of the sum, and of the mean of the items. */
  standardErrorOfTotal: number | null
  standardErrorOfMean: number | null
  warnings: AlphaWarning[]
}

/** `negative`: items pull against each other; most often one of them should be reversed. */
export type AlphaWarning = 'negative'

/**
 * How consistently do the items of a scale order people? The share of the variance of the total that is common.
 * Assumes essentially tau-equivalent items with uncorrelated errors; else a lower bound. α = k/(k−1)(1 − tr V / 1′V1)
 * (Cronbach 1951). Interval: 1 − (1−α)F with n−1 and (n−1)(k−1) degrees of freedom (Feldt 1965); standard error of
 * Duhachek & Iacobucci 2004. Items 0/1 give KR-20. Missing data: the moments are listwise; see `pairwiseCovariance`.
 * Equals psych::alpha, psych::alpha.ci. Fewer than two items or people, or no variance: null. A negative alpha stays. Takes what
 * `momentsOfRows` or `momentsOfSummary` give. Throws nothing.
 */
export function cronbachAlpha(moments: Moments, options: { confidence?: number } = {}): CronbachAlpha {
  const { n, covariance } = moments
  const k = moments.items.length
  const alpha = n < 2 ? Number.NaN : alphaOfCovariance(covariance)
  const confidence = options.confidence ?? 0.95
  const tail = (1 - confidence) / 2
  const correlation = correlationOf(covariance)
  const totalSd = n < 2 ? Number.NaN : Math.sqrt(covariance.sum())
  const standardError = duhachekError(covariance, n)
  // psych::alpha and the paper's tables have 1.96 itself.
  const reach = (confidence === 0.95 ? 1.96 : qnorm(1 - tail)) * standardError
  return {
    n,
    k,
    alpha: nullUnlessFinite(alpha),
    standardized: n < 2 ? null : nullUnlessFinite(alphaOfCovariance(correlation)),
    meanInterItemCorrelation: nullUnlessFinite((correlation.sum() - k) / (k * (k - 1))),
    feldt: {
      lower: nullUnlessFinite(1 - (1 - alpha) * quantileF(1 - tail, n, k)),
      upper: nullUnlessFinite(1 - (1 - alpha) * quantileF(tail, n, k)),
    },
    duhachekStandardError: nullUnlessFinite(standardError),
    duhachek: { lower: nullUnlessFinite(alpha - reach), upper: nullUnlessFinite(alpha + reach) },
    lambda6: lambda6Of(correlation),
    totalMean: n < 1 ? null : sum(moments.means),
    totalSd: nullUnlessFinite(totalSd),
    standardErrorOfTotal: nullUnlessFinite(totalSd * Math.sqrt(1 - alpha)),
    standardErrorOfMean: nullUnlessFinite((totalSd * Math.sqrt(1 - alpha)) / k),
    // An alpha of exactly nothing comes out a hair to either side, by the order of the sums.
    warnings: alpha < -1e-12 ? ['negative'] : [],
  }
}

function quantileF(probability: number, n: number, k: number): number {
  return n < 2 || k < 2 ? Number.NaN : qf(probability, n - 1, (n - 1) * (k - 1))
}

function duhachekError(covariance: Matrix, n: number): number {
  const k = covariance.rows
  const squared = covariance.mmul(covariance)
  const total = covariance.sum()
  const trace = covariance.trace()
  const spread = total * (squared.trace() + trace ** 2) - 2 * trace * squared.sum()
  if (n < 2 || k < 2 || !(total > 0)) return Number.NaN
  return Math.sqrt(((2 * k ** 2) / ((k - 1) ** 2 * total ** 3)) * spread) / Math.sqrt(n)
}

function lambda6Of(correlation: Matrix): number | null {
  const smc = squaredMultipleCorrelations(correlation)
  return smc && nullUnlessFinite(1 - sum(smc.map((value) => 1 - value)) / correlation.sum())
}
