import type { Instrument } from '../schema.ts'

type Version = Pick<Instrument, 'id' | 'revisesId' | 'recordedAt'>

/** All versions of a questionnaire, the newest first: what it revises, what revises it, and so on. */
export function versionsOf<One extends Version>(all: readonly One[], id: string): One[] {
  let first = all.find((one) => one.id === id)
  for (let before = first; before; before = all.find((one) => one.id === before?.revisesId)) first = before
  const family = first ? familyOf(first, all) : []
  // A version of the same moment stands above the one that it revises.
  return family.toReversed().toSorted((one, other) => other.recordedAt.getTime() - one.recordedAt.getTime())
}

function familyOf<One extends Version>(one: One, all: readonly One[]): One[] {
  return [one, ...all.filter((other) => other.revisesId === one.id).flatMap((other) => familyOf(other, all))]
}
