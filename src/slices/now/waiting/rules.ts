import { type Waiting, WAITING_KINDS } from './schema.ts'

/** Orders what waits by what helps others: first what holds them up, then what is late, then what is due, then what invites. */
export function inOrderOfHelp(one: Waiting, other: Waiting): number {
  const rank = (waiting: Waiting) => WAITING_KINDS.indexOf(waiting.kind)
  return rank(one) - rank(other) || (one.dueOn ?? '').localeCompare(other.dueOn ?? '')
}

/** The kind under which a commitment waits for its owner. */
export function kindOfCommitment(commitment: { dueOn: string }, today: string): 'late' | 'commitment' {
  return commitment.dueOn < today ? 'late' : 'commitment'
}

/** How many things wait that are the reader's own to do; invitations to look around do not count. */
export function countOwn(waiting: readonly Waiting[]): number {
  return waiting.filter((one) => !['late_of_others', 'no_goal', 'no_resources'].includes(one.kind)).length
}
