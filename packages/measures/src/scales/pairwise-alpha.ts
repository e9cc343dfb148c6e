import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { alphaOfCovariance } from './alpha-of-covariance.ts'
import type { AnswerRow } from './moments.ts'
import { pairwiseCovariance } from './pairwise-covariance.ts'

/**
 * Cronbach's alpha with each covariance over everyone who answered that pair of items. Uses more people than the
 * listwise figure, but of differing sets, so that the matrix may belong to nobody. Equals psych::alpha with missing data. How
 * consistent are the items when few answered all? Assumes answers missing at random. Takes rows, null where an answer is
 * missing. Null where a pair has fewer than two people. Cronbach 1951.
 */
export function pairwiseAlpha(items: readonly string[], rows: readonly AnswerRow[]): number | null {
  return nullUnlessFinite(alphaOfCovariance(pairwiseCovariance(items, rows)))
}
