import { pchisq } from 'lib-r-math.js'
import type { Matrix } from 'ml-matrix'
import { at } from '../numbers/at.ts'
import { symmetricInverse } from '../numbers/inverse.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { noncentrality } from './noncentrality.ts'
import type { OneFactor } from './one-factor-ml.ts'

export type FactorFit = {
  chiSquare: number
  df: number
  p: number | null
  cfi: number | null
  tli: number | null
  rmsea: number | null
  /** 90 % interval. */
  rmseaLower: number | null
  rmseaUpper: number | null
  srmr: number
  logLikelihood: number
  aic: number
  bic: number
}

/**
 * How well does one factor reproduce the covariances? χ² = n F; CFI and TLI against independent items (Bentler 1990;
 * Tucker & Lewis 1973); RMSEA with its 90 % interval (Steiger 1990; Browne & Cudeck 1992); SRMR. As lavaan::fitMeasures.
 * With three items the model has no degree of freedom: χ² is 0 and p is null. Assumes normal items. Takes the covariance with
 * denominator n, a fit of `oneFactorMl` and the number of people; missing data as the matrix was made. Null where df is 0 or
 * independence fits as well. Throws nothing.
 */
export function factorFit(sample: Matrix, factor: OneFactor, n: number): FactorFit {
  const k = sample.rows
  const df = (k * (k + 1)) / 2 - 2 * k
  const chiSquare = df === 0 ? 0 : n * factor.discrepancy
  const logS = symmetricInverse(sample)?.logDeterminant ?? Number.NaN
  const logLikelihood = -0.5 * n * (k * Math.log(2 * Math.PI) + factor.discrepancy + logS + k)
  return {
    chiSquare,
    df,
    p: df === 0 ? null : pchisq(chiSquare, df, undefined, false),
    ...againstIndependence(chiSquare, df, independence(sample, logS, n), (k * (k - 1)) / 2),
    ...rmseaOf(chiSquare, df, n),
    srmr: srmrOf(sample, factor),
    logLikelihood,
    aic: -2 * logLikelihood + 4 * k,
    bic: -2 * logLikelihood + 2 * k * Math.log(n),
  }
}

function independence(sample: Matrix, logS: number, n: number): number {
  return n * (sample.diagonal().reduce((total, value) => total + Math.log(value), 0) - logS)
}

function againstIndependence(chiSquare: number, df: number, baseChiSquare: number, baseDf: number) {
  const misfit = Math.max(chiSquare - df, 0)
  const cfi = 1 - misfit / Math.max(chiSquare - df, baseChiSquare - baseDf, 0)
  if (df === 0) return { cfi: misfit === 0 ? 1 : nullUnlessFinite(cfi), tli: 1 }
  const base = baseChiSquare / baseDf
  return { cfi: misfit === 0 ? 1 : nullUnlessFinite(cfi), tli: nullUnlessFinite((base - chiSquare / df) / (base - 1)) }
}

function rmseaOf(chiSquare: number, df: number, n: number) {
  if (df === 0) return { rmsea: 0, rmseaLower: 0, rmseaUpper: 0 }
  const size = (shift: number) => Math.sqrt(shift / (n * df))
  return {
    rmsea: size(Math.max(0, chiSquare - df)),
    rmseaLower: size(noncentrality(chiSquare, df, 0.95)),
    rmseaUpper: size(noncentrality(chiSquare, df, 0.05)),
  }
}

function srmrOf(sample: Matrix, { loadings, residuals }: OneFactor): number {
  const k = loadings.length
  let total = 0
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const implied = at(loadings, i) * at(loadings, j) + (i === j ? at(residuals, i) : 0)
      total += ((sample.get(i, j) - implied) / Math.sqrt(sample.get(i, i) * sample.get(j, j))) ** 2
    }
  }
  return Math.sqrt(total / ((k * (k + 1)) / 2))
}
