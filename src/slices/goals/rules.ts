import { type Goal, GOAL_STATES, type GoalState } from './schema.ts'

type Marks = { vote: { revealedAt: Date | null } | undefined; agreement: object | undefined; closure: object | undefined }

/** Where a goal stands, from what was done with it. */
export function stateOf({ vote, agreement, closure }: Marks): GoalState {
  if (closure) return 'closed'
  if (agreement) return 'agreed'
  if (!vote) return 'draft'
  return vote.revealedAt ? 'voted' : 'voting'
}

/** The steps of a goal's way: all of them while it is open, those that it took once it is closed. */
export function stepsOf({ vote, agreement, closure }: Marks): GoalState[] {
  const skipped = closure ? [...(vote ? [] : ['voting', 'voted']), ...(agreement ? [] : ['agreed'])] : []
  return GOAL_STATES.filter((state) => !skipped.includes(state))
}

/** Why a goal cannot be reworded, or undefined if it can: people must find what they voted on, and what they adopted. */
export function whyNotRevise({ state }: { state: GoalState }) {
  if (state === 'closed') return 'goals.closed_already'
  if (state === 'agreed') return 'goals.agreed_already'
  if (state === 'voting') return 'goals.vote_is_open'
  return undefined
}

/** Why no vote can be held on a goal, or undefined if one can. */
export function whyNotVoteOn(goal: { state: GoalState }) {
  return whyNotRevise(goal)
}

/** Why a goal cannot be adopted, or undefined if it can: it is adopted with what the team agreed after its vote. */
export function whyNotAgree({ state }: { state: GoalState }, consensus: string | undefined) {
  if (state === 'closed') return 'goals.closed_already'
  if (state === 'agreed') return 'goals.agreed_already'
  if (state === 'voting') return 'goals.reveal_first'
  if (state === 'draft') return 'goals.vote_first'
  return consensus ? undefined : 'goals.consensus_first'
}

/** Why a goal cannot be closed, or undefined if it can. */
export function whyNotClose({ state }: { state: GoalState }) {
  if (state === 'closed') return 'goals.closed_already'
  if (state === 'voting') return 'goals.vote_is_open'
  return undefined
}

/** Why a day cannot be given for something that was done, or undefined if it can. */
export function whyNotOn(day: string, today: string) {
  return day > today ? 'goals.day_to_come' : undefined
}

/** Goals as one wants to meet them: what is adopted, then what is being decided, the newest first. */
export function inOrder<One extends { state: GoalState; id: string }>(goals: readonly One[]): One[] {
  const rank: Record<GoalState, number> = { agreed: 0, voting: 1, voted: 2, draft: 3, closed: 4 }
  return goals.toSorted((a, b) => rank[a.state] - rank[b.state] || (a.id < b.id ? 1 : -1))
}

/** What nobody has said about a goal yet, in the order of asking. A hole never stops anybody: it is shown. */
export function holesIn(goal: Pick<Goal, 'forWhom' | 'baseline' | 'target' | 'dueOn' | 'evidence'>) {
  const asked = ['forWhom', 'baseline', 'target', 'dueOn', 'evidence'] as const
  return asked.filter((field) => !goal[field])
}

/** Of several goals the one that a place works on: an adopted one before a draft, nearer before higher up, newer before older. */
export function currentOf<One extends { state: GoalState; unitId: string; id: string }>(
  goals: readonly One[],
  path: readonly string[],
): One | undefined {
  const open = goals.filter((goal) => goal.state !== 'closed' && path.includes(goal.unitId))
  const rank = (goal: One) => (goal.state === 'agreed' ? 1000 : 0) + path.indexOf(goal.unitId)
  return open.toSorted((a, b) => rank(b) - rank(a) || (a.id < b.id ? 1 : -1))[0]
}

/** The beginning of a sentence, cut where a word ends. */
export function shortened(sentence: string, most: number): string {
  if (sentence.length <= most) return sentence
  const cut = sentence.slice(0, most)
  const end = cut.lastIndexOf(' ')
  return `${cut.slice(0, end > most / 2 ? end : most)} …`
}
