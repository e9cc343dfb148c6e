import { at } from '../numbers/at.ts'
import type { ScaleSummary } from './scale-summary.ts'

/**
 * The summary of all people of both. Associative and commutative, with `emptySummary` as its identity, so that the order
 * and the grouping of parts never show. RangeError where the two do not count the same items and groups.
 */
export function mergeSummaries(one: ScaleSummary, other: ScaleSummary): ScaleSummary {
  if (JSON.stringify(one.shape) !== JSON.stringify(other.shape)) {
    throw new RangeError('summaries of differing items or groups do not add up')
  }
  return {
    shape: one.shape,
    answered: added(one.answered, other.answered),
    completePairs: added(one.completePairs, other.completePairs),
    completeScores: added(one.completeScores, other.completeScores),
    partialPairs: added(one.partialPairs, other.partialPairs),
    partialItems: added(one.partialItems, other.partialItems),
  }
}

function added(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((count, index) => count + at(other, index))
}
