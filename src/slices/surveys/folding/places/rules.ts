import type { Unit } from '../schema.ts'

/** The schools below each place. */
export function schoolsBelow(schools: readonly Unit[]): Map<string, string[]> {
  const below = new Map<string, string[]>()
  for (const { unitId, path } of schools) {
    for (const above of path.slice(0, path.indexOf(unitId))) {
      const own = below.get(above)
      if (own) own.push(unitId)
      else below.set(above, [unitId])
    }
  }
  return below
}

/** The counts of every place with all that lies below it. */
export function totalsOf<Tally>(
  tallies: ReadonlyMap<string, Tally>,
  units: readonly Unit[],
  merge: (one: Tally, other: Tally) => Tally,
): Map<string, Tally> {
  const declared = new Set(units.map((unit) => unit.unitId))
  const totals = new Map<string, Tally>()
  for (const unit of units) {
    const own = tallies.get(unit.unitId)
    if (!own) continue
    for (const above of unit.path.filter((one) => declared.has(one))) {
      const total = totals.get(above)
      totals.set(above, total ? merge(total, own) : own)
    }
  }
  return totals
}

/** The counted place above one, of those where somebody answered. */
export function parentOf(unit: Unit, totals: ReadonlyMap<string, unknown>): string | null {
  return unit.path.slice(0, -1).findLast((above) => totals.has(above)) ?? null
}
