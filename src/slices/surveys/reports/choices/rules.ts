import type { Scale } from '../../schema.ts'
import { divisionsOf, peopleAt, stepOf } from '../bands/rules.ts'
import { FEWEST_EXACT } from '../disclosure/rules.ts'
import type { SaidItem } from '../schema.ts'
import { leavesChoicesOpen } from '../witnesses/rules.ts'

/** What may be said of questions whose answers have no order: the share of each answer, in steps that count nobody out. */
export function sayChoices(scale: Scale, counts: readonly (readonly number[])[], fewest: number): SaidItem[] {
  return scale.items.map(({ key }, i) => {
    const own = counts[i] ?? []
    const n = own.reduce((sum, people) => sum + people, 0)
    return { key, n: n < fewest ? null : n, mean: null, distribution: null, choices: n < FEWEST_EXACT ? null : choicesOf(own, n) }
  })
}

function choicesOf(counts: readonly number[], n: number): SaidItem['choices'] {
  const parts = divisionsOf(n).find((one) =>
    leavesChoicesOpen(
      counts.map((people) => peopleAt(stepOf(people, n, one), n, one)),
      n,
    ),
  )
  return parts ? { shares: counts.map((people) => stepOf(people, n, parts) / parts), step: 1 / parts } : null
}
