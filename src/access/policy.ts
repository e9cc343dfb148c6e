import type { Scope } from './scope.ts'
import { LEADERSHIP_TEAM, type Role, SCHOOL_STAFF } from './roles.ts'

/** The declared policy: who may do what, in their own unit and below. To be reviewed by eye. */
export const POLICY = {
  'place.see': [...SCHOOL_STAFF, 'district_leader', 'coach', 'administrator', 'board_member'],
  'resource.add': [...SCHOOL_STAFF, 'district_leader', 'coach'],
  'resource.use': SCHOOL_STAFF,
  'resource.change': SCHOOL_STAFF,
  'resource.retire': LEADERSHIP_TEAM,
  'finding.decide': LEADERSHIP_TEAM,
  'goal.write': LEADERSHIP_TEAM,
  'vote.hold': LEADERSHIP_TEAM,
  'strategy.write': LEADERSHIP_TEAM,
  'cycle.write': LEADERSHIP_TEAM,
  // At the district and its regions alone: what a school watches, its team says (measures/rules.ts).
  'district.watch': ['district_leader'],
  'commitment.keep': SCHOOL_STAFF,
  'schedule.write': ['principal', 'assistant_principal', 'administrator'],
  'organization.manage': ['administrator'],
  'people.invite': ['administrator', 'principal'],
  'roster.load': ['administrator'],
  'outside.load': ['district_leader', 'administrator'],
  'operations.see': ['administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof POLICY

/** Whether a person may do something at a place, given by its path from the root of the tree. */
export function may(scope: Scope, action: Action, at: { path: readonly string[] }): boolean {
  const roles: readonly Role[] = POLICY[action]
  return scope.memberships.some((one) => roles.includes(one.role) && at.path.includes(one.unitId))
}

/** Why a person may not do something at a place, or undefined if they may; the button and the server both ask here. */
export function whyNotMay(scope: Scope, action: Action, at: { path: readonly string[] }) {
  return may(scope, action, at) ? undefined : 'access.not_for_your_role'
}
