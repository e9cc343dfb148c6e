import { itemStatistics } from '../../src/measures.ts'
import { inOrderOf } from './in-order-of.ts'
import type { OracleCase } from './read-case.ts'
import { scaleOfCase } from './scale-of-case.ts'

export function itemStatisticsCase(oracleCase: OracleCase) {
  const items = itemStatistics(scaleOfCase(oracleCase).moments).map((item) => ({
    item: item.item,
    n: item.n,
    mean: item.mean,
    sd: item.sd,
    r_item_total_uncorrected: item.correlationWithTotal,
    r_item_rest: item.correlationWithRest,
    alpha_if_deleted: item.alphaIfDeleted,
    smc: item.squaredMultipleCorrelation,
    skew_type3: item.skewness,
    kurtosis_type3: item.kurtosis,
  }))
  return { items: inOrderOf(oracleCase.expected['items'], 'item', items) }
}
