import type { TextKey } from '../../../../messages/text.ts'
import type { Mean, SaidScale, Shares } from '../schema.ts'

/** A sentence: the key of a message and what stands in it. */
export type Told = { key: TextKey; values?: Record<string, string | number> }

/** A share as people say it; the first step stands for none as well, and the last for all. */
export function shareInWords(share: number, step: number): Told {
  const [n, parts] = [Math.round(share / step), Math.round(1 / step)]
  if (parts <= 3) return { key: n <= 1 ? 'surveys.report_share_under_half' : 'surveys.report_share_half' }
  const key = n <= 1 ? 'surveys.report_share_first' : n >= parts - 1 ? 'surveys.report_share_last' : 'surveys.report_share'
  return { key, values: { n, parts } }
}

/** What is to be seen in how the answers lie, in one plain sentence. */
export function distributionInWords({ low, high, step }: Shares): Told {
  if (high > 0.5) return { key: step > 0.3 ? 'surveys.report_half_favorable' : 'surveys.report_most_favorable', values: tenths(high) }
  if (low > 0.5) return { key: step > 0.3 ? 'surveys.report_half_unfavorable' : 'surveys.report_most_unfavorable', values: tenths(low) }
  return step > 0.3 ? { key: 'surveys.report_mixed_few' } : { key: 'surveys.report_mixed', values: { ...tenths(high), low: tenths(low).n } }
}

function tenths(share: number): { n: number } {
  return { n: Math.round(10 * share) }
}

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
