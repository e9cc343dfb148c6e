import { at } from '../numbers/at.ts'
import type { ScorePairs, Sums } from './score-pairs.ts'

/**
 * The pairs of all people of both. Associative and commutative, with `emptyScorePairs` as its identity. RangeError where the two
 * do not pair the same scores.
 */
export function mergeScorePairs(one: ScorePairs, other: ScorePairs): ScorePairs {
  // Parts of one survey mostly share the very list.
  if (one.scores !== other.scores && JSON.stringify(one.scores) !== JSON.stringify(other.scores))
    throw new RangeError('pairs of differing scores do not add up')
  return { scores: one.scores, sums: one.sums.map((sums, place) => added(sums, at(other.sums, place))) }
}

function added(one: Sums<bigint>, other: Sums<bigint>): Sums<bigint> {
  return {
    n: one.n + other.n,
    one: one.one + other.one,
    other: one.other + other.other,
    oneSquared: one.oneSquared + other.oneSquared,
    otherSquared: one.otherSquared + other.otherSquared,
    product: one.product + other.product,
  }
}
