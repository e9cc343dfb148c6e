import type { Role } from '../../../access/roles.ts'

const HIGHEST_FIRST: readonly Role[] = [
  'district_leader',
  'administrator',
  'principal',
  'assistant_principal',
  'teacher_leader',
  'coach',
  'teacher',
  'staff',
  'board_member',
  'state_leader',
  'researcher',
]

/** Orders people as a staff list is read: who leads first, then by name. */
export function inStaffOrder(
  one: { name: string; roles: readonly { role: Role }[] },
  other: { name: string; roles: readonly { role: Role }[] },
): number {
  return rank(one.roles) - rank(other.roles) || one.name.localeCompare(other.name)
}

/** Why somebody cannot be made another's evaluator, or undefined if they can. */
export function whyNotEvaluate(evaluatorId: string, evaluatedId: string) {
  return evaluatorId === evaluatedId ? 'organizations.not_oneself' : undefined
}

function rank(roles: readonly { role: Role }[]): number {
  const ranks = roles.map(({ role }) => HIGHEST_FIRST.indexOf(role))
  return ranks.length > 0 ? Math.min(...ranks) : HIGHEST_FIRST.length
}
