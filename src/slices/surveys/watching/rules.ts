import { isDeepStrictEqual } from 'node:util'
import { meanInterval } from '@groundwork/measures/groups/mean-interval.ts'
import { roundedMean } from '../reports/bands/rules.ts'
import { isForSome } from '../reports/conditions/rules.ts'
import { isSpread, ownMean } from '../reports/disclosure/rules.ts'
import { optionCount } from '../rules.ts'
import type { Scale } from '../schema.ts'
import type { Watched, Wave } from './schema.ts'

/** A measure is seen by all who work there, so it says something of ten or more alone. */
export const FEWEST_WATCHED = 10

/** Whether two scales ask the same in the same way, so that one can be compared with the other. */
export function isSameScale(one: Scale, other: Scale): boolean {
  const asked = ({ key, options, answers, items }: Scale) => ({
    key,
    options,
    answers: answers?.length,
    items: items.map((item) => ({ key: item.key, reversed: item.reversed ?? false, text: item.text })),
  })
  return isDeepStrictEqual(asked(one), asked(other))
}

/** Why a scale cannot be watched over time, or undefined if it can. */
export function whyNotWatch(scale: Scale, watched: readonly Pick<Watched, 'scale'>[]) {
  if ((scale.kind ?? 'scale') !== 'scale') return 'surveys.watch_scales_only'
  if (isForSome(scale)) return 'surveys.some_asked'
  return watched.some((one) => isSameScale(one.scale, scale)) ? 'surveys.watched_already' : undefined
}

/** The point that a close adds: the interval only where it tells of nobody. */
export type Point = { value: number; n: number; interval: { lower: number; upper: number } | null }

/**
 * The point that a close adds: the mean with its interval, rounded as in a report, since whoever may see the measure may see
 * the report of the place above as well and could take one from the other. Nothing of fewer than ten people, nothing near an
 * end, since the mean would then tell what each of them said, and nothing of which the report says no mean.
 */
export function pointOf({ scale, moments, counts }: Wave): Point | undefined {
  const { n, mean, sumOfSquares } = moments
  if (n < FEWEST_WATCHED || mean === null || sumOfSquares === null || isForSome(scale)) return undefined
  const own = ownMean({ n, mean, counts }, FEWEST_WATCHED)
  if (!own) return undefined
  const categories = optionCount(scale)
  const answers = n * scale.items.length
  const value = roundedMean({ answers, sum: (mean - 1) * answers, categories })?.value
  if (value === null || value === undefined) return undefined
  const { upper } = meanInterval({ n, mean, sumOfSquares })
  if (upper === null || !own.exact || !isSpread(counts)) return { value, n, interval: null }
  const reach = Math.ceil((upper - mean) * 10) / 10
  return { value, n, interval: { lower: Math.max(1, rounded(value - reach)), upper: Math.min(categories, rounded(value + reach)) } }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
