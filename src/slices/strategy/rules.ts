import type { Strategy } from './schema.ts'

export type Standing = 'current' | 'replaced' | 'stopped'

/** Where a strategy stands: a newer one replaces it, a review can stop it. */
export function standingOf(strategy: Pick<Strategy, 'number' | 'newestNumber' | 'lastOutcome'>): Standing {
  if (strategy.number < strategy.newestNumber) return 'replaced'
  return strategy.lastOutcome === 'stop' ? 'stopped' : 'current'
}

/** Why nothing more can be written into a strategy, or undefined if it can. */
export function whyNotWriteInto(strategy: Pick<Strategy, 'number' | 'newestNumber' | 'lastOutcome'>) {
  const standing = standingOf(strategy)
  if (standing === 'replaced') return 'strategy.is_replaced'
  if (standing === 'stopped') return 'strategy.is_stopped'
  return undefined
}

/** Why no strategy can be drawn for a goal, or undefined if one can. */
export function whyNotDraw(goal: { state: string }) {
  return goal.state === 'closed' ? 'strategy.goal_closed' : undefined
}
