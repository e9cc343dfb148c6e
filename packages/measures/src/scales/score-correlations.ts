import { at } from '../numbers/at.ts'
import { denominatorOf, type PairedScore, type ScorePairs, type Sums } from '../summary/score-pairs.ts'
import type { Interval } from './cronbach-alpha.ts'
import { fisherInterval } from './fisher-interval.ts'

export type ScoreCorrelation = {
  /** The names of the two scores, in the order of the scores. */
  one: string
  other: string
  /** How many people have both scores. */
  n: number
  correlation: number | null
  interval: Interval
  /** Sums of squared distances from their means, of the people who have both. */
  sumsOfSquares: { one: number; other: number }
}

/**
 * How closely do scores go together over people? Pearson's r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y − ȳ)²) of each pair (Pearson
 * 1896), with Fisher's interval. It tells of straight lines alone, and unreliable scores make it smaller than what they measure.
 * Takes pairs of scores as `foldScores` and `mergeScorePairs` give them; numerator and denominators are exact whole numbers, so a
 * score that does not vary is known for sure. Missing data: a person counts where both scores have enough answers. Fewer than
 * three people, or a score that does not vary: null. Equals cor(use = "pairwise.complete.obs"), cor.test()$conf.int. Throws
 * nothing.
 */
export function scoreCorrelations(pairs: ScorePairs): ScoreCorrelation[] {
  const { scores, sums } = pairs
  return scores.flatMap((other, i) => scores.slice(0, i).map((one, j) => correlationOf(one, other, at(sums, (i * (i - 1)) / 2 + j))))
}

function correlationOf(one: PairedScore, other: PairedScore, sums: Sums<bigint>): ScoreCorrelation {
  const { n, product } = sums
  const together = n * product - sums.one * sums.other
  const oneVaries = n * sums.oneSquared - sums.one * sums.one
  const otherVaries = n * sums.otherSquared - sums.other * sums.other
  const known = n >= 3n && oneVaries > 0n && otherVaries > 0n
  // The roots apart: the product of both could pass what a number holds.
  const r = known ? Number(together) / (Math.sqrt(Number(oneVaries)) * Math.sqrt(Number(otherVaries))) : null
  const correlation = r === null ? null : Math.max(-1, Math.min(1, r))
  const squares = (varies: bigint, score: PairedScore) => (n === 0n ? 0 : Number(varies) / Number(n) / Number(denominatorOf(score)) ** 2)
  return {
    one: one.name,
    other: other.name,
    n: Number(n),
    correlation,
    interval: fisherInterval(correlation, Number(n)),
    sumsOfSquares: { one: squares(oneVaries, one), other: squares(otherVaries, other) },
  }
}
