import { correlationOf, dimensionality } from '../../src/measures.ts'
import { matrixOfCase } from './matrix-of-case.ts'
import { numberParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { byItem, scaleOfCase } from './scale-of-case.ts'

export function dimensionalityCase(oracleCase: OracleCase) {
  const { items, correlation, n } = correlationsOf(oracleCase)
  const found = dimensionality(correlation, n)
  return {
    n,
    eigenvalues: found.eigenvalues,
    first_to_second_ratio: found.firstToSecond,
    kmo_overall: found.kmo,
    kmo_items: found.kmoByItem && byItem(items, found.kmoByItem),
    bartlett_chisq: found.bartlett.statistic,
    bartlett_df: found.bartlett.df,
    bartlett_p: found.bartlett.p,
  }
}

/** Correlations handed over come with the number of people among the params. */
function correlationsOf(oracleCase: OracleCase) {
  const given = matrixOfCase(oracleCase)
  if (given) return { ...given, n: numberParam(oracleCase.params, 'n') ?? numberParam(oracleCase.params, 'n_obs') ?? Number.NaN }
  const { items, moments } = scaleOfCase(oracleCase)
  return { items, correlation: correlationOf(moments.covariance), n: moments.n }
}
