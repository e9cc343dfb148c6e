import type { TextKey } from '../../../../messages/text.ts'
import type { LeftTogether, SaidScale, SaidTogether } from '../schema.ts'

/**
 * How the parts go together, in the order in which they are asked. Over people only where the mean and the interval of both are
 * said, so that a correlation brings nothing but itself: with the others unknown it would be a way to them. Over schools only
 * where what sets schools apart is said of both.
 */
export function readTogether(left: readonly LeftTogether[], said: readonly SaidScale[]): SaidTogether[] {
  return said.flatMap((one, at) =>
    said.slice(at + 1).flatMap((other) => {
      const found = left.find(({ oneKey, otherKey }) => oneKey === one.scale.key && otherKey === other.scale.key)
      const people = one.interval && other.interval ? found?.people : null
      const schools = one.schools && other.schools ? found?.schools : null
      return people || schools ? [{ one: one.scale, other: other.scale, people: people ?? null, schools: schools ?? null }] : []
    }),
  )
}

type Found = { value: number; lower: number | null; upper: number | null }

/** Usual bounds, and habits: so the figure stands beside the word. */
const SOMEWHAT = 0.2
const CLOSELY = 0.5

/** How closely two parts go together, as far as their interval carries it: not clear where it holds nothing, or is not known. */
export function closenessInWords({ value, lower, upper }: Found): TextKey {
  if (lower === null || upper === null || (lower <= 0 && upper >= 0)) return 'surveys.together_unclear'
  if (Math.abs(value) < SOMEWHAT) return 'surveys.together_hardly'
  if (value < 0) return 'surveys.together_opposed'
  return value >= CLOSELY && lower >= SOMEWHAT ? 'surveys.together_closely' : 'surveys.together_somewhat'
}

const WORTH_SAYING: readonly TextKey[] = ['surveys.together_closely', 'surveys.together_somewhat']

/** The pair that clearly goes together most closely over people, if one does more than hardly. */
export function closestOf(together: readonly SaidTogether[]): SaidTogether | undefined {
  const clear = together.filter(({ people }) => people && WORTH_SAYING.includes(closenessInWords(people)))
  return clear.toSorted((a, b) => (b.people?.value ?? 0) - (a.people?.value ?? 0))[0]
}
