import { meanInterval } from '@groundwork/measures/groups/mean-interval.ts'
import { momentsOfSummary } from '@groundwork/measures/summary/moments-of-summary.ts'
import { summaryFromBytes } from '@groundwork/measures/summary/summary-bytes.ts'
import { cronbachAlpha } from '@groundwork/measures/scales/cronbach-alpha.ts'
import { type Scale, VALUES } from '../schema.ts'
import type { Reliability, ScaleReading, Shares, Summary } from './schema.ts'

/** Under five people nothing is said to leaders. */
export const FEWEST_SAID = 5

/** Under ten, a tenth would be less than one person. */
export const FEWEST_SHARED = 10

/** What can be said of each scale of a questionnaire. */
export function readScales(scales: readonly Scale[], summaries: readonly Summary[]): ScaleReading[] {
  return scales.map((scale) => {
    const summary = summaries.find((one) => one.scaleKey === scale.key)
    return { scale, n: summary?.moments.n ?? 0, said: summary && sayable(summary, scale.answers?.length ?? VALUES.length) }
  })
}

function sayable(summary: Summary, most: number): ScaleReading['said'] {
  const { n, mean, sumOfSquares } = summary.moments
  if (n < FEWEST_SAID || mean === null || sumOfSquares === null) return undefined
  const { lower, upper } = meanInterval({ n, mean, sumOfSquares })
  return {
    mean,
    lower: Math.max(1, lower ?? 1),
    upper: Math.min(most, upper ?? most),
    shares: n < FEWEST_SHARED ? undefined : sharesOf(summary.counts),
    reliability: summary.whole ? reliabilityOf(summary.whole) : undefined,
  }
}

/** Shares of all answers to the scale in tenths, never none and never all: a whole number would tell of single people. */
export function sharesOf(counts: readonly (readonly number[])[]): Shares {
  const middle = ((counts[0]?.length ?? 0) - 1) / 2
  const count = (belongs: (category: number) => boolean) =>
    counts.flatMap((item) => item.filter((_, category) => belongs(category))).reduce((sum, here) => sum + here, 0)
  const all = count(() => true)
  const tenth = (part: number) => Math.min(9, Math.max(1, Math.round((10 * part) / all))) / 10
  return {
    low: tenth(count((category) => category < middle)),
    middle: Number.isInteger(middle) ? tenth(count((category) => category === middle)) : undefined,
    high: tenth(count((category) => category > middle)),
  }
}

function reliabilityOf(whole: Buffer): Reliability | undefined {
  const { alpha, feldt } = cronbachAlpha(momentsOfSummary(summaryFromBytes(whole)))
  return alpha === null || feldt.lower === null || feldt.upper === null ? undefined : { alpha, lower: feldt.lower, upper: feldt.upper }
}
