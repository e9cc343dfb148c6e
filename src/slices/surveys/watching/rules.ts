import { isDeepStrictEqual } from 'node:util'
import { meanInterval } from '@groundwork/measures/groups/mean-interval.ts'
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
export function whyNotWatch(scale: Scale, watched: readonly Watched[]) {
  if ((scale.kind ?? 'scale') !== 'scale') return 'surveys.watch_scales_only'
  return watched.some((one) => isSameScale(one.scale, scale)) ? 'surveys.watched_already' : undefined
}

/**
 * The point that a close adds: the mean to two places with its interval. Nothing of fewer than ten people, and nothing where
 * nearly all gave the same answer to everything, since the mean would then tell what each of them said.
 */
export function pointOf({ scale, moments }: Wave): { value: number; n: number; lower: number; upper: number } | undefined {
  const { n, mean, sumOfSquares } = moments
  if (n < FEWEST_WATCHED || mean === null || sumOfSquares === null) return undefined
  const most = optionCount(scale)
  if (Math.min(mean - 1, most - mean) * n < 3) return undefined
  const { lower, upper } = meanInterval({ n, mean, sumOfSquares })
  if (lower === null || upper === null) return undefined
  return { value: rounded(mean), n, lower: Math.max(1, rounded(lower)), upper: Math.min(most, rounded(upper)) }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
