import { keptOf } from '../folding/kept/rules.ts'

/** Under ten invited, a number of answers would tell who is missing. */
export const FEWEST_INVITED = 10

const STEP = 5

/** How many have answered, as it may be said: rounded, of small groups not at all, and never so that all must have, or but one. */
export function sayableAnswered(invited: number, answered: number): number | null {
  if (invited < FEWEST_INVITED) return null
  return Math.min(invited - (invited % STEP), Math.round(answered / STEP) * STEP)
}

/** A place of a survey with how many are invited and have answered there and below it. */
export type Part = { unitId: string; path: readonly string[]; invited: number; answered: number }

/**
 * What may be said of each place. Whoever takes the places that are shown from the one above them must be left with nobody
 * or with as many as a number needs, so a larger place goes unsaid too where a small one would follow from it. Which ones
 * are unsaid hangs on the invitations alone: what is hidden says nothing of the answers.
 */
export function sayableOf(parts: readonly Part[]): Map<string, number | null> {
  const declared = new Set(parts.map(({ unitId }) => unitId))
  const nodes = parts.map(({ unitId, path, invited }) => ({ unitId, n: invited, parentId: parentOf(path, declared) }))
  const kept = keptOf(nodes, FEWEST_INVITED)
  return new Map(parts.map(({ unitId, invited, answered }) => [unitId, kept.has(unitId) ? sayableAnswered(invited, answered) : null]))
}

function parentOf(path: readonly string[], declared: ReadonlySet<string>): string | null {
  return path.slice(0, -1).findLast((above) => declared.has(above)) ?? null
}

/** How many have answered at each place and all that lies below it. */
export function answeredBelow(used: ReadonlyMap<string, number>, units: readonly { unitId: string; path: readonly string[] }[]) {
  const total = new Map<string, number>()
  for (const { unitId, path } of units) {
    for (const above of path) total.set(above, (total.get(above) ?? 0) + (used.get(unitId) ?? 0))
  }
  return total
}
