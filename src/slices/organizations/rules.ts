import { whyNotMay } from '../../access/policy.ts'
import type { Scope } from '../../access/scope.ts'
import type { UnitKind } from './schema.ts'

const PARENTS: Record<UnitKind, readonly UnitKind[]> = {
  district: [],
  agency: [],
  region: ['district', 'agency'],
  school: ['district', 'region'],
  department: ['school', 'district'],
  grade_level: ['school'],
  team: ['school', 'department', 'grade_level', 'district'],
}

/** Why a unit of one kind cannot stand under a unit of another, or undefined if it can. */
export function whyNotUnder(kind: UnitKind, parentKind: string) {
  return PARENTS[kind].some((one) => one === parentKind) ? undefined : 'organizations.unit_not_under'
}

/** A short name for addresses, from a unit's own; `taken` are those in use. */
export function slugFor(name: string, taken: ReadonlySet<string>): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const base =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 48) || 'place'
  if (!taken.has(base)) return base
  for (let number = 2; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`
}

/** The root of the tree, as the place that administration is asked about. */
export function rootOf(scope: Scope): { path: string[] } {
  return { path: scope.memberships.flatMap((one) => one.unitPath.slice(0, 1)).slice(0, 1) }
}

/** Why a person cannot keep the places and people of the tenant, or undefined if they can. */
export function whyNotManage(scope: Scope) {
  return whyNotMay(scope, 'organization.manage', rootOf(scope))
}
