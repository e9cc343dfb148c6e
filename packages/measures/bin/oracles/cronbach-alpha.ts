import { cronbachAlpha, pairwiseAlpha } from '../../src/measures.ts'
import { numberParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { scaleOfCase } from './scale-of-case.ts'

export function cronbachAlphaCase(oracleCase: OracleCase) {
  const { items, rows, moments } = scaleOfCase(oracleCase)
  const alpha = cronbachAlpha(moments, { confidence: numberParam(oracleCase.params, 'confidence') ?? 0.95 })
  return {
    n: alpha.n,
    k: alpha.k,
    alpha: alpha.alpha,
    alpha_standardized: alpha.standardized,
    average_interitem_r: alpha.meanInterItemCorrelation,
    ci95_feldt: alpha.feldt,
    se_duhachek: alpha.duhachekStandardError,
    ci95_duhachek: alpha.duhachek,
    lambda6_smc: alpha.lambda6,
    total_mean: alpha.totalMean,
    total_sd: alpha.totalSd,
    sem_total: alpha.standardErrorOfTotal,
    sem_mean_score: alpha.standardErrorOfMean,
    n_total: rows.length,
    alpha_pairwise_cov: pairwiseAlpha(items, rows),
  }
}
