import type { Progress } from '../strategy/progress/rules.ts'

/** The goal that a place works on, as the home page shows it; progress only where a strategy stands. */
export type GoalShown = {
  statement: string
  href: string
  strategyHref: string | undefined
  dueOn: string | null
  progress: Progress | undefined
}
