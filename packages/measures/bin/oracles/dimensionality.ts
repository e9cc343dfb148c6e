import { correlationOf, dimensionality } from '../../src/measures.ts'
import type { OracleCase } from './read-case.ts'
import { byItem, scaleOfCase } from './scale-of-case.ts'

export function dimensionalityCase(oracleCase: OracleCase) {
  const { items, moments } = scaleOfCase(oracleCase)
  const found = dimensionality(correlationOf(moments.covariance), moments.n)
  return {
    n: moments.n,
    eigenvalues: found.eigenvalues,
    first_to_second_ratio: found.firstToSecond,
    kmo_overall: found.kmo,
    kmo_items: found.kmoByItem && byItem(items, found.kmoByItem),
    bartlett_chisq: found.bartlett.statistic,
    bartlett_df: found.bartlett.df,
    bartlett_p: found.bartlett.p,
  }
}
