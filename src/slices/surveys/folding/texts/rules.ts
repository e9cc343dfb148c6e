import { placesOf } from '../../rules.ts'
import type { Scale } from '../../schema.ts'
import { keptOf } from '../kept/rules.ts'
import type { Counted, Unit } from '../schema.ts'

/** Words are shown of ten people or more, so that nobody is known by how they write. */
export const FEWEST_WRITING = 10

export type Words = { unitId: string; itemKey: string; body: string }

/**
 * What people wrote, each text on its own and at the lowest place that may be told apart; the words of a place that may not
 * are kept with the place above it. The order is that of the questions and of the answers handed in, so it must not be kept.
 */
export function wordsOf(scales: readonly Scale[], answers: readonly Counted[], units: readonly Unit[], fewest: number): Words[] {
  const declared = new Set(units.map(({ unitId }) => unitId))
  const pathOf = new Map(units.map(({ unitId, path }) => [unitId, path.filter((one) => declared.has(one))]))
  const counts = new Map<string, number>()
  for (const { unitId } of answers) for (const above of pathOf.get(unitId) ?? []) counts.set(above, (counts.get(above) ?? 0) + 1)
  const nodes = [...counts].map(([unitId, n]) => ({ unitId, parentId: pathOf.get(unitId)?.at(-2) ?? null, n }))
  const kept = keptOf(nodes, Math.max(FEWEST_WRITING, fewest))
  return placesOf(scales)
    .filter(({ options }) => options === 0)
    .flatMap(({ at, item }) =>
      answers.flatMap(({ unitId, values }) => {
        const [body, place] = [values[at], pathOf.get(unitId)?.findLast((one) => kept.has(one))]
        return typeof body === 'string' && place ? [{ unitId: place, itemKey: item.key, body }] : []
      }),
    )
}
