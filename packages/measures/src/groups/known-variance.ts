import { pchisq } from 'lib-r-math.js'
import { at } from '../numbers/at.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { sum } from '../numbers/sum.ts'

/** An estimate with its known sampling variance. */
export type KnownEstimate = { value: number; variance: number }

export type KnownVarianceFit = {
  between: number
  mean: number
  standardError: number
  /** λ = τ²/(τ² + v): how much of its distance from the mean each estimate keeps. */
  reliability: number[]
  shrunken: number[]
  /** Includes the uncertainty of the mean. */
  shrunkenStandardErrors: number[]
}

export type KnownVariance = {
  reml: KnownVarianceFit
  derSimonianLaird: KnownVarianceFit
  q: number
  df: number
  p: number | null
  /** Percent of the variation that is not chance, by DerSimonian & Laird. */
  iSquared: number | null
}

/**
 * Several estimates of differing precision: how much do they truly differ, and what is each likely to be? y ~ N(θ, v),
 * θ ~ N(μ, τ²), v known. τ² by REML and by DerSimonian & Laird 1986; shrunken values of Raudenbush & Bryk 1985, J. Educ.
 * Stat. 10:75–98. Equals metafor::rma(method = "REML", "DL") with blup. τ² never falls under 0. Null below two estimates.
 * Assumes normal estimates that do not depend on each other, with variances that are known. Takes estimate and variance of each;
 * missing ones are left out before. RangeError: a variance that is not above 0.
 */
export function knownVariance(estimates: readonly KnownEstimate[]): KnownVariance | null {
  if (estimates.length < 2) return null
  if (estimates.some(({ variance }) => !(variance > 0))) throw new RangeError('a sampling variance must be above 0')
  const fixed = pooled(estimates, 0)
  const q = sum(estimates.map((one) => (one.value - fixed.mean) ** 2 / one.variance))
  const df = estimates.length - 1
  const weights = estimates.map((one) => 1 / one.variance)
  const scale = sum(weights) - sum(weights.map((weight) => weight ** 2)) / sum(weights)
  const dl = Math.max(0, (q - df) / scale)
  // metafor's I² takes the typical sampling variance that belongs to this scale.
  const typical = (df * sum(weights)) / (sum(weights) ** 2 - sum(weights.map((weight) => weight ** 2)))
  return {
    reml: fitAt(estimates, remlBetween(estimates, dl)),
    derSimonianLaird: fitAt(estimates, dl),
    q,
    df,
    p: pchisq(q, df, undefined, false),
    iSquared: nullUnlessFinite((100 * dl) / (dl + typical)),
  }
}

function pooled(estimates: readonly KnownEstimate[], between: number) {
  const weights = estimates.map((one) => 1 / (one.variance + between))
  const total = sum(weights)
  return { weights, total, mean: sum(estimates.map((one, i) => at(weights, i) * one.value)) / total }
}

/** Fisher scoring (Viechtbauer 2005, J. Educ. Behav. Stat. 30:261–293), halved where it would leave τ² ≥ 0. */
function remlBetween(estimates: readonly KnownEstimate[], start: number): number {
  let between = start
  for (let turn = 0; turn < 1000; turn += 1) {
    const { weights, total, mean } = pooled(estimates, between)
    const squares = weights.map((weight) => weight ** 2)
    const residual = sum(estimates.map((one, i) => at(squares, i) * (one.value - mean) ** 2))
    const trace = total - sum(squares) / total
    const cubes = sum(weights.map((weight) => weight ** 3))
    const information = sum(squares) - (2 * cubes) / total + (sum(squares) / total) ** 2
    let step = (residual - trace) / information
    while (between + step < 0) {
      if (between < 1e-12) return 0
      step /= 2
    }
    between += step
    if (Math.abs(step) < 1e-12) break
  }
  return between < 1e-10 ? 0 : between
}

function fitAt(estimates: readonly KnownEstimate[], between: number): KnownVarianceFit {
  const { total, mean } = pooled(estimates, between)
  const reliability = estimates.map((one) => between / (between + one.variance))
  return {
    between,
    mean,
    standardError: Math.sqrt(1 / total),
    reliability,
    shrunken: estimates.map((one, i) => mean + at(reliability, i) * (one.value - mean)),
    shrunkenStandardErrors: reliability.map((kept) => Math.sqrt(between * (1 - kept) + (1 - kept) ** 2 / total)),
  }
}
