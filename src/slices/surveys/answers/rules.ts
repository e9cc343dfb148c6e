import { leadsHere } from '../rules.ts'
import type { Scope } from '../../../access/scope.ts'
import { FEWEST_PEOPLE } from '../administrations/rules.ts'
import type { Acceptance } from './schema.ts'

/** Why nobody but a place's own leaders may bring answers to it, or undefined if they may. */
export function whyNotBring(scope: Pick<Scope, 'memberships'>, place: { id: string }) {
  return leadsHere(scope, place) ? undefined : 'surveys.only_leaders_here'
}

/** Why answers cannot be taken so, with the field at fault, or undefined if they can. */
export function whyNotAccept({ gatheredOn }: Acceptance, taken: number, today: string) {
  if (gatheredOn > today) return { field: 'gatheredOn', reason: 'surveys.answers_gathered_ahead' } as const
  return whyNotTake(taken)
}

/** Why too little can be read from a file, or undefined if it is enough. */
export function whyNotTake(taken: number) {
  return taken < FEWEST_PEOPLE ? ({ field: 'carried', reason: 'surveys.answers_too_few' } as const) : undefined
}
