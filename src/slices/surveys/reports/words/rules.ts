import type { TextKey } from '../../../../messages/text.ts'
import type { Mean, SaidScale, ShareRange, Spread } from '../schema.ts'

/** A sentence: the key of a message and what stands in it. */
export type Told = { key: TextKey; values?: Record<string, string | number> }

/** A share as people say it; the first step stands for none as well, and the last for all. */
export function shareInWords(share: number, step: number): Told {
  const [n, parts] = [Math.round(share / step), Math.round(1 / step)]
  if (parts <= 3) return { key: n <= 1 ? 'surveys.report_share_under_half' : 'surveys.report_share_half' }
  const key = n <= 1 ? 'surveys.report_share_first' : n >= parts - 1 ? 'surveys.report_share_last' : 'surveys.report_share'
  return { key, values: { n, parts } }
}

/** The same of a share that is known to lie in a range; about, where that is hardly wider than rounding makes it. */
export function rangeInWords({ value, least, most }: ShareRange): Told {
  if (least === 0 && most === 0.5) return { key: 'surveys.report_share_under_half' }
  if (least === 0.5 && most === 1) return { key: 'surveys.report_share_half' }
  const [from, to] = [Math.floor(10 * least + 1e-6), Math.ceil(10 * most - 1e-6)]
  if (least === 0 || (from === 0 && most - least > ABOUT))
    return { key: 'surveys.report_share_first', values: { n: nearest(most, -1), parts: 10 } }
  if (most === 1 || (to === 10 && most - least > ABOUT))
    return { key: 'surveys.report_share_last', values: { n: nearest(least, 1), parts: 10 } }
  if (most - least > ABOUT) return { key: 'surveys.report_share_range', values: { least: from, most: to, parts: 10 } }
  return { key: 'surveys.report_share', values: { n: nearest(value, 0), parts: 10 } }
}

/** To the nearest tenth, never none and never all; a half goes the way that is said. */
function nearest(share: number, halves: -1 | 0 | 1): number {
  return Math.min(9, Math.max(1, Math.round(10 * share + halves * 1e-6)))
}

/** As wide as a share may be known and still be said to be about a tenth: a tenth to either side. */
const ABOUT = 0.2 + 1e-6

/** What is to be seen in how the answers lie: the key of a plain sentence, and the shares that stand in it. */
export function distributionInWords({ low, middle, high }: Spread): { key: TextKey; shares: Record<string, ShareRange> } {
  if (high.least >= 0.5)
    return { key: high.most === 1 ? 'surveys.report_half_favorable' : 'surveys.report_most_favorable', shares: { share: high } }
  if (low.least >= 0.5)
    return { key: low.most === 1 ? 'surveys.report_half_unfavorable' : 'surveys.report_most_unfavorable', shares: { share: low } }
  if (middle && middle.least >= 0.5) return { key: 'surveys.report_half_between', shares: {} }
  const isMixed = Math.max(high.most, low.most) <= 0.5 || Math.max(high.most - high.least, low.most - low.least) <= ROUGHLY
  return { key: isMixed ? 'surveys.report_mixed' : 'surveys.report_rough', shares: { high, low } }
}

/** Of shares that may lie further apart than this, nobody knows whether people see something differently. */
const ROUGHLY = 0.3 + 1e-6

/** How a mean may be said: as it is, rounded, or as far as it lies from an end. */
export function meanInWords(mean: Mean, number: (value: number, digits?: number) => string): Told {
  if (mean.value !== null) {
    if (mean.exact) return { key: 'surveys.report_mean_exact', values: { mean: number(mean.value, 2) } }
    return { key: 'surveys.report_mean_about', values: { mean: number(mean.value) } }
  }
  if (mean.least > 1) return { key: 'surveys.report_mean_or_more', values: { mean: number(mean.least) } }
  return { key: 'surveys.report_mean_or_less', values: { mean: number(mean.most) } }
}

/** How far a coefficient of reliability carries, by the usual bounds; they are habits, so the figure stands beside the word. */
export function reliabilityInWords(alpha: NonNullable<SaidScale['alpha']>): Told {
  if (alpha.value < 0) return { key: 'surveys.report_negative' }
  if (alpha.value >= 0.8) return { key: 'surveys.report_reliable' }
  return { key: alpha.value >= 0.7 ? 'surveys.report_fairly_reliable' : 'surveys.report_little_reliable' }
}

/** Under ten schools what sets them apart is hardly known. */
export const FEWEST_SCHOOLS = 10

/** What to mind before figures of schools are compared. */
export function schoolsInWords({ count, between }: NonNullable<SaidScale['schools']>): Told[] {
  const few: Told[] = count < FEWEST_SCHOOLS ? [{ key: 'surveys.report_few_schools', values: { n: count } }] : []
  return between === 0 ? [...few, { key: 'surveys.report_schools_alike' }] : few
}
