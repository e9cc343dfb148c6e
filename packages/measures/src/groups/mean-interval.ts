import { qt } from 'lib-r-math.js'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import type { Interval } from '../scales/cronbach-alpha.ts'
import type { GroupMoments } from '../summary/scores-of-summary.ts'

/**
 * Between which values does the mean of a group lie? x̄ ± t · s / √n with n − 1 degrees of freedom (Student 1908). Assumes
 * that the people stand for more of their kind. Equals t.test(x)$conf.int. Fewer than two people: null. Takes count, mean and
 * sum of squared distances from it, as `scoresOfSummary` gives them. Throws nothing.
 */
export function meanInterval({ n, mean, sumOfSquares }: GroupMoments, confidence = 0.95): Interval {
  const reach = n < 2 ? Number.NaN : qt((1 + confidence) / 2, n - 1) * Math.sqrt(sumOfSquares / (n - 1) / n)
  return { lower: nullUnlessFinite(mean - reach), upper: nullUnlessFinite(mean + reach) }
}
