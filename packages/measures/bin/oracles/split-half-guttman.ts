import { correlationOf, guttmanLambdas, lambda4, splitHalf } from '../../src/measures.ts'
import type { OracleCase } from './read-case.ts'
import { scaleOfCase } from './scale-of-case.ts'

export function splitHalfGuttmanCase(oracleCase: OracleCase) {
  const { moments } = scaleOfCase(oracleCase)
  const { covariance } = moments
  const places = moments.items.map((_, i) => i)
  const oddEven = splitHalf(
    covariance,
    places.filter((i) => i % 2 === 0),
  )
  const firstSecond = splitHalf(covariance, places.slice(0, Math.ceil(places.length / 2)))
  const lambdas = guttmanLambdas(covariance)
  const standardized = guttmanLambdas(correlationOf(covariance))
  const splits = lambda4(covariance)
  return {
    n: moments.n,
    k: places.length,
    r_odd_even: oddEven.correlation,
    spearman_brown_odd_even: oddEven.spearmanBrown,
    horst_odd_even: oddEven.horst,
    guttman_flanagan_rulon_odd_even: oddEven.flanaganRulon,
    r_first_second: firstSecond.correlation,
    spearman_brown_first_second: firstSecond.spearmanBrown,
    horst_first_second: firstSecond.horst,
    guttman_flanagan_rulon_first_second: firstSecond.flanaganRulon,
    lambda1: lambdas.lambda1,
    lambda2: lambdas.lambda2,
    lambda3_alpha: lambdas.lambda3,
    lambda5: lambdas.lambda5,
    lambda6: lambdas.lambda6,
    lambda4_max: splits.max,
    lambda4_min: splits.min,
    lambda4_mean: splits.mean,
    number_of_splits: splits.splits,
    lambda1_standardized: standardized.lambda1,
    lambda2_standardized: standardized.lambda2,
    lambda5_standardized: standardized.lambda5,
    lambda6_standardized: standardized.lambda6,
  }
}
