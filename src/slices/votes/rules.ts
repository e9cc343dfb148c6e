import { median } from '@groundwork/measures/numbers/median.ts'
import { type Ballot, SCORES, type Scores, type Texts, type Vote } from './schema.ts'

/** Below three, each voter would know from the reveal what the other one wrote. */
export const FEWEST_BALLOTS = 3

type State = Pick<Vote, 'revealedAt' | 'withdrawnAt'>

/** Why a vote cannot be opened, or undefined if it can. */
export function whyNotOpen(opening: { voterIds: readonly string[]; facilitatorId: string; openAlready: boolean }) {
  if (opening.openAlready) return 'votes.open_already'
  if (opening.voterIds.includes(opening.facilitatorId)) return 'votes.facilitator_does_not_vote'
  if (new Set(opening.voterIds).size < FEWEST_BALLOTS) return 'votes.too_few_voters'
  return undefined
}

/** Why a person cannot vote (or vote again), or undefined if they can. */
export function whyNotCast(vote: State & { facilitator: { id: string }; iAmVoter: boolean }, personId: string) {
  if (vote.withdrawnAt) return 'votes.withdrawn_already'
  if (vote.revealedAt) return 'votes.revealed_already'
  if (vote.facilitator.id === personId) return 'votes.facilitator_does_not_vote'
  if (!vote.iAmVoter) return 'votes.not_a_voter'
  return undefined
}

/** Why the votes cannot be revealed by a person, or undefined if they can. */
export function whyNotReveal(vote: State & { facilitator: { id: string }; ballotCount: number }, personId: string) {
  if (vote.withdrawnAt) return 'votes.withdrawn_already'
  if (vote.revealedAt) return 'votes.revealed_already'
  if (vote.facilitator.id !== personId) return 'votes.only_facilitator'
  if (vote.ballotCount < FEWEST_BALLOTS) return 'votes.too_few_ballots'
  return undefined
}

/** Why a vote cannot be withdrawn unread, or undefined if it can. */
export function whyNotWithdraw(vote: State) {
  if (vote.withdrawnAt) return 'votes.withdrawn_already'
  if (vote.revealedAt) return 'votes.revealed_already'
  return undefined
}

/** Why a person cannot write down what the group agreed, or undefined if they can. */
export function whyNotStateConsensus(vote: State & { facilitator: { id: string } }, personId: string) {
  if (!vote.revealedAt) return 'votes.reveal_first'
  if (vote.facilitator.id !== personId) return 'votes.only_facilitator'
  return undefined
}

/** Whether votes can still be given. */
export function isOpen(vote: State): boolean {
  return !vote.revealedAt && !vote.withdrawnAt
}

/** How the votes on one question lie: how many chose each number from 1 to 5, their middle and their ends. */
export type Spread = { counts: number[]; n: number; median: number; low: number; high: number }

export function spreadOf(results: readonly Scores[], questionKey: string): Spread {
  const given = results.flatMap((scores) => scores[questionKey] ?? [])
  const counts = SCORES.map((score) => given.filter((one) => one === score).length)
  return { counts, n: given.length, median: median(given), low: Math.min(...given), high: Math.max(...given) }
}

/** The question on which the votes lie furthest apart, if they do so anywhere: a talk best begins there. */
export function widestQuestion(results: readonly Scores[], questionKeys: readonly string[]): string | undefined {
  const widths = questionKeys.map((key) => ({ key, width: spreadOf(results, key).high - spreadOf(results, key).low }))
  const widest = widths.toSorted((a, b) => b.width - a.width)[0]
  return widest && widest.width > 1 ? widest.key : undefined
}

/**
 * The arguments that may be kept, with a name where its author wished it. Where all but one gave their names, the last
 * one's argument would name itself: then none keeps a name.
 */
export function keptArguments(ballots: readonly (Ballot & { personId: string })[]): { argument: string; personId: string | null }[] {
  const kept = ballots.filter((ballot) => ballot.leave !== 'not_kept')
  const unnamed = ballots.filter((ballot) => ballot.leave !== 'with_name')
  const wouldTell = unnamed.length === 1 && unnamed[0]?.leave === 'without_name'
  return kept.map(({ argument, leave, personId }) => ({ argument, personId: leave === 'with_name' && !wouldTell ? personId : null }))
}

/** The same things in an order that says nothing; `below(n)` gives a random whole number from 0 to n - 1. */
export function shuffled<Item>(items: readonly Item[], below: (n: number) => number): Item[] {
  const result = [...items]
  for (let last = result.length - 1; last > 0; last--) {
    const [taken] = result.splice(below(last + 1), 1)
    if (taken !== undefined) result.push(taken)
  }
  return result
}

/** A text in the reader's language, or in the main one, or in whichever there is. */
export function inLanguage(texts: Texts, language: string, mainLanguage = 'en'): string {
  return texts[language] || texts[mainLanguage] || Object.values(texts).find(Boolean) || ''
}
