import type { Instrument } from '../schema.ts'

type Version = Pick<Instrument, 'id' | 'revisesId'>

/** All versions of a questionnaire, the newest first: what it revises, what revises it, and so on. */
export function versionsOf<One extends Version>(all: readonly One[], id: string): One[] {
  let first = all.find((one) => one.id === id)
  for (let before = first; before; before = all.find((one) => one.id === before?.revisesId)) first = before
  const family = new Set(first ? [first.id] : [])
  // One is always younger than what it revises, and ids grow with time: one pass from the oldest finds all.
  const byAge = all.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  for (const one of byAge) if (one.revisesId && family.has(one.revisesId)) family.add(one.id)
  return byAge.filter((one) => family.has(one.id)).toReversed()
}
