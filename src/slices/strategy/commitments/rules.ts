import { may } from '../../../access/policy.ts'
import type { Scope } from '../../../access/scope.ts'
import type { Commitment, Stage } from './schema.ts'

type Settled = Pick<Commitment, 'keptOn' | 'releasedOn'>
type Open = Settled & Pick<Commitment, 'dueOn' | 'personId'>

/** The owner has these days after the due day to tell, before the team sees the commitment as late. */
export const GRACE_DAYS = 3

/** So many days before the due day the owner is reminded. */
export const REMINDER_DAYS = 3

/** What became of a commitment. */
export function stateOf(commitment: Settled): 'open' | 'kept' | 'released' {
  if (commitment.keptOn) return 'kept'
  return commitment.releasedOn ? 'released' : 'open'
}

/** Whether a reader sees a commitment as late: its owner from the day after, everybody else only some days later. */
export function isLateFor(commitment: Open, readerId: string, today: string): boolean {
  if (stateOf(commitment) !== 'open') return false
  const since = commitment.personId === readerId ? commitment.dueOn : dayAfter(commitment.dueOn, GRACE_DAYS)
  return today > since
}

/** Open commitments that were due before this day are late for the team. */
export function lateForTeamBefore(today: string): string {
  return dayAfter(today, -GRACE_DAYS)
}

/** Why a commitment cannot be told as kept, or undefined if it can. */
export function whyNotKeep(commitment: Settled, keptOn: string, today: string) {
  return whyNotSettle(commitment) ?? (keptOn > today ? 'strategy.day_to_come' : undefined)
}

/** Why a commitment cannot be told as kept or released, or undefined if it can. */
export function whyNotSettle(commitment: Settled) {
  const state = stateOf(commitment)
  if (state === 'kept') return 'strategy.kept_already'
  return state === 'released' ? 'strategy.released_already' : undefined
}

/** Who may settle a commitment: its owner, and the leadership team, who can also release it. */
export function whyNotTheirs(commitment: Pick<Commitment, 'personId'>, reader: { personId: string; onTeam: boolean }) {
  return commitment.personId === reader.personId || reader.onTeam ? undefined : 'strategy.not_yours'
}

/** The reader as the rules on commitments ask about them. */
export function readerAt(scope: Scope, place: { path: readonly string[] }): { personId: string; onTeam: boolean } {
  return { personId: scope.personId, onTeam: may(scope, 'strategy.write', place) }
}

/** Why nobody can be asked to do something by a day, or undefined if they can. */
export function whyNotCommit(dueOn: string, today: string) {
  return dueOn < today ? 'strategy.day_gone' : undefined
}

/** When an owner is to be reminded, as days and stages; what lies behind already is left out. */
export function reminderDays(dueOn: string, today: string): { stage: Stage; on: string }[] {
  const days: { stage: Stage; on: string }[] = [
    { stage: 'ahead', on: dayAfter(dueOn, -REMINDER_DAYS) },
    { stage: 'on_the_day', on: dueOn },
  ]
  return days.filter((one) => one.on > today)
}

function dayAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}
