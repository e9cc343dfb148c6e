import { qnorm } from 'lib-r-math.js'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import type { Interval } from '../scales/cronbach-alpha.ts'
import { wilsonInterval } from './proportion-interval.ts'

/** How many of a group had an outcome. */
export type GroupCount = { group: string; n: number; successes: number }

export type RateGap = {
  gap: number | null
  wald: Interval
  newcombe: Interval
  riskRatio: number | null
  riskRatioInterval: Interval
  oddsRatio: number | null
  cohenH: number | null
}

/**
 * How far is a group's rate from the reference group's, and how sure is that? Difference with Wald's and with Newcombe's
 * hybrid score interval (1998, method 10), which holds in small groups; risk ratio with its interval on the log scale, odds
 * ratio, Cohen's h. Equals metafor::escalc(add = 0). Ratios are null where a zero leaves them undefined. p − q; (a/n)/(c/m);
 * ad/bc; 2 asin √p − 2 asin √q. Assumes independent people. Takes people and successes of both groups; a group of nobody: all
 * null. Newcombe 1998, Stat. in Medicine 17:873–890. Throws nothing.
 */
export function rateGap(group: GroupCount, reference: GroupCount, confidence = 0.95): RateGap {
  const [p, q] = [group.successes / group.n, reference.successes / reference.n]
  const z = qnorm((1 + confidence) / 2)
  const wald = z * Math.sqrt((p * (1 - p)) / group.n + (q * (1 - q)) / reference.n)
  return {
    gap: nullUnlessFinite(p - q),
    wald: interval(p - q - wald, p - q + wald),
    newcombe: newcombe(group, reference, confidence),
    ...ratios(group, reference, z),
    cohenH: nullUnlessFinite(2 * Math.asin(Math.sqrt(p)) - 2 * Math.asin(Math.sqrt(q))),
  }
}

function newcombe(group: GroupCount, reference: GroupCount, confidence: number): Interval {
  const [p, q] = [group.successes / group.n, reference.successes / reference.n]
  const one = wilsonInterval(group.successes, group.n, confidence)
  const other = wilsonInterval(reference.successes, reference.n, confidence)
  const toward = (a: number | null, b: number | null) => Math.hypot((a ?? Number.NaN) - p, (b ?? Number.NaN) - q)
  return interval(p - q - toward(one.lower, other.upper), p - q + toward(one.upper, other.lower))
}

function ratios(group: GroupCount, reference: GroupCount, z: number) {
  const [a, c] = [group.successes, reference.successes]
  const [b, d] = [group.n - a, reference.n - c]
  const log = a > 0 && c > 0 ? Math.log(a / group.n / (c / reference.n)) : Number.NaN
  const half = z * Math.sqrt(1 / a - 1 / group.n + 1 / c - 1 / reference.n)
  return {
    riskRatio: nullUnlessFinite(Math.exp(log)),
    riskRatioInterval: interval(Math.exp(log - half), Math.exp(log + half)),
    oddsRatio: [a, b, c, d].some((count) => count === 0) ? null : nullUnlessFinite((a * d) / (b * c)),
  }
}

function interval(lower: number, upper: number): Interval {
  return { lower: nullUnlessFinite(lower), upper: nullUnlessFinite(upper) }
}
