import { mcdonaldOmega } from '../../src/measures.ts'
import type { OracleCase } from './read-case.ts'
import { byItem, scaleOfCase } from './scale-of-case.ts'

export function mcdonaldOmegaCase(oracleCase: OracleCase) {
  const { items, moments } = scaleOfCase(oracleCase)
  const omega = mcdonaldOmega(moments)
  return {
    n: moments.n,
    k: items.length,
    loadings: omega && byItem(items, omega.loadings),
    residual_variances: omega && byItem(items, omega.residualVariances),
    standardized_loadings: omega && byItem(items, omega.standardizedLoadings),
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
