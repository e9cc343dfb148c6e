import { LEADERSHIP_TEAM, type Role } from '../../../access/roles.ts'
import type { Group } from './schema.ts'

/** Under five nothing could ever be said of the answers. */
export const FEWEST_PEOPLE = 5

type Window = { opensOn: string; closesOn: string }

/** Why a survey cannot be opened so, with the field at fault, or undefined if it can. */
export function whyNotOpen(opening: Window & { roles: readonly string[] }, people: number, today: string) {
  if (opening.roles.length === 0) return { field: 'roles', reason: 'surveys.roles_missing' } as const
  if (opening.opensOn < today) return { field: 'opensOn', reason: 'surveys.opens_in_past' } as const
  if (opening.closesOn < opening.opensOn) return { field: 'closesOn', reason: 'surveys.closes_before' } as const
  if (people < FEWEST_PEOPLE) return { field: 'roles', reason: 'surveys.too_few_people' } as const
  return undefined
}

/** Where a survey stands on a day. */
export function stageOf(survey: Window & { closedAt: Date | null }, today: string): 'ahead' | 'open' | 'closed' {
  if (survey.closedAt || today > survey.closesOn) return 'closed'
  return today < survey.opensOn ? 'ahead' : 'open'
}

/** Why a survey cannot be closed from a place, or undefined if it can. */
export function whyNotClose(survey: { unitId: string; closedAt: Date | null }, place: { id: string }) {
  if (survey.closedAt) return 'surveys.closed_already'
  return survey.unitId === place.id ? undefined : 'surveys.closed_by_its_place'
}

/** The place that somebody is counted with: their school, or else the place that asks. */
export function countedWith(path: readonly string[], place: { id: string }, schoolIds: readonly string[]): string {
  return path.find((unitId) => schoolIds.includes(unitId)) ?? place.id
}

/** The places that an answer counts for: the one that asks, the one it is counted with, and all between them. */
export function countsFor(path: readonly string[], place: { id: string }, unitId: string): string[] {
  return path.slice(path.indexOf(place.id), path.indexOf(unitId) + 1)
}

/** The group that a role is counted in. */
export function groupOf(role: Role): Group {
  if (role === 'teacher') return 'teaching'
  return LEADERSHIP_TEAM.some((one) => one === role) ? 'leading' : 'other'
}
