import type { Scale } from '../../schema.ts'
import { type Division, divisionsOf, peopleAt, type Range, stepOf } from '../bands/rules.ts'
import { FEWEST_EXACT } from '../disclosure/rules.ts'
import type { SaidItem } from '../schema.ts'
import { bandsOf } from '../shares/rules.ts'
import { leavesChoicesOpen } from '../witnesses/rules.ts'

/** What may be said of questions whose answers have no order: the share of each answer, in steps that count nobody out. */
export function sayChoices(scale: Scale, counts: readonly (readonly number[])[], fewest: number, only?: Division): SaidItem[] {
  return scale.items.map(({ key }, i) => {
    const own = counts[i] ?? []
    const n = own.reduce((sum, people) => sum + people, 0)
    return { key, n: n < fewest ? null : n, mean: null, distribution: null, choices: n < FEWEST_EXACT ? null : choicesOf(own, n, only) }
  })
}

/** The share of each of several counts, in steps that leave every one of them open; nothing where none do. */
export function choicesOf(counts: readonly number[], n: number, only?: Division): SaidItem['choices'] {
  // Of a few, to have left fifths for thirds would tell as much as fifths do.
  const divisions = divisionsOf(n).filter((one) => (only === undefined ? one !== 5 : one === only))
  const parts = divisions.find((one) =>
    leavesChoicesOpen(
      stepsOf(counts, n, one).map(({ people }) => people),
      n,
    ),
  )
  return parts ? { shares: stepsOf(counts, n, parts).map(({ step }) => step / parts), step: 1 / parts } : null
}

/** Of two answers one is what the other leaves, as two bands are. */
function stepsOf(counts: readonly number[], n: number, parts: Division): { step: number; people: Range }[] {
  if (counts.length === 2) return bandsOf(counts, parts)
  return counts.map((people) => {
    const step = stepOf(people, n, parts)
    return { step, people: peopleAt(step, n, parts) }
  })
}
