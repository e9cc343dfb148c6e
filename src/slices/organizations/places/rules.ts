/** Why a place cannot be ended, or undefined if it can. */
export function whyNotEndUnit(unit: { isRoot: boolean; below: number; people: number }) {
  if (unit.isRoot) return 'organizations.root_stays'
  if (unit.below > 0) return 'organizations.units_below'
  if (unit.people > 0) return 'organizations.people_in_it'
  return undefined
}
