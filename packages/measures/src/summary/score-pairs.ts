import { at } from '../numbers/at.ts'
import type { SummaryItem } from './scale-summary.ts'

/** A person's score: the mean of the answered items, where at least so many are; the items share one range of values. */
export type PairedScore = { name: string; items: readonly SummaryItem[]; leastAnswered: number }

/** How many people have both scores of a pair, and what these add up to: each, squared, and multiplied with the other. */
export type Sums<Value> = { n: Value; one: Value; other: Value; oneSquared: Value; otherSquared: Value; product: Value }

/**
 * Everything that correlations of scores need, and no scores: exact sums that add up. School + school = district. A score is a
 * fraction, so it is counted from 0 at its lowest value in parts of `denominatorOf`, which makes whole numbers of all sums.
 * They are BigInt, since the parts of a long scale are so small that their squares pass 2⁵³ with the first person. Sums of
 * few people are as good as their scores: treat them as a secret.
 */
export type ScorePairs = {
  scores: readonly PairedScore[]
  /** Of each pair i > j, j being the one and i the other: the second score with the first, the third with the first and the second, and so on. */
  sums: readonly Sums<bigint>[]
}

/**
 * Pairs of nobody: the identity of `mergeScorePairs`. Takes the scores, each with its items and the least number of answers that
 * makes one. RangeError: a score without items, items of differing or not whole ranges, or a least number that is none.
 */
export function emptyScorePairs(scores: readonly PairedScore[]): ScorePairs {
  for (const score of scores) check(score)
  const nothing = { n: 0n, one: 0n, other: 0n, oneSquared: 0n, otherSquared: 0n, product: 0n }
  return { scores, sums: scores.flatMap((_, i) => Array.from({ length: i }, () => nothing)) }
}

/** In how many parts a point of a score is counted: the least common multiple of all numbers of items that can be answered. */
export function denominatorOf({ items }: PairedScore): bigint {
  let multiple = 1n
  for (let answered = 2n; answered <= items.length; answered += 1n) multiple *= answered / commonDivisor(multiple, answered)
  return multiple
}

function commonDivisor(one: bigint, other: bigint): bigint {
  return other === 0n ? one : commonDivisor(other, one % other)
}

function check({ name, items, leastAnswered }: PairedScore): void {
  if (items.length === 0) throw new RangeError(`score "${name}" needs an item`)
  const { least, categories } = at(items, 0)
  if (!Number.isInteger(least) || !Number.isInteger(categories) || categories < 2)
    throw new RangeError(`score "${name}" needs whole-numbered values and two categories or more`)
  if (items.some((item) => item.least !== least || item.categories !== categories))
    throw new RangeError(`score "${name}": a mean of items needs items of one range`)
  if (!Number.isInteger(leastAnswered) || leastAnswered < 1) throw new RangeError(`score "${name}" needs one answer or more`)
}
