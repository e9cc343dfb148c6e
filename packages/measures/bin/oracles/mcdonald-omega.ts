import { mcdonaldOmega } from '../../src/measures.ts'
import type { OracleCase } from './read-case.ts'
import { byItem, scaleOfCase } from './scale-of-case.ts'

export function mcdonaldOmegaCase(oracleCase: OracleCase) {
  const { items, moments } = scaleOfCase(oracleCase)
  const omega = mcdonaldOmega(moments)
  const sign = omega ? signOf(omega.standardizedLoadings) : 1
  return {
    n: moments.n,
    k: items.length,
    loadings: omega && byItem(items, turned(omega.loadings, sign)),
    residual_variances: omega && byItem(items, omega.residualVariances),
    standardized_loadings: omega && byItem(items, turned(omega.standardizedLoadings, sign)),
    omega_total: omega?.omega ?? null,
    omega_total_observed_variance: omega?.omegaOfObservedVariance ?? null,
    omega_total_standardized: omega?.omegaStandardized ?? null,
    alpha: omega?.alpha ?? null,
    average_variance_extracted_std: omega?.averageVarianceExtracted ?? null,
    fit: omega && {
      chisq: omega.fit.chiSquare,
      df: omega.fit.df,
      pvalue: omega.fit.p,
      cfi: omega.fit.cfi,
      tli: omega.fit.tli,
      rmsea: omega.fit.rmsea,
      'rmsea.ci.lower': omega.fit.rmseaLower,
      'rmsea.ci.upper': omega.fit.rmseaUpper,
      srmr: omega.fit.srmr,
      logl: omega.fit.logLikelihood,
      aic: omega.fit.aic,
      bic: omega.fit.bic,
    },
  }
}

/** Which way a factor points is free: lavaan starts with its first item's loading above zero, and mostly ends so. */
function signOf([first = 0]: readonly number[]): number {
  return first < -0.1 ? -1 : 1
}

function turned(loadings: readonly number[], sign: number): number[] {
  return loadings.map((loading) => sign * loading)
}
