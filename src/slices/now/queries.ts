import type { Tx } from '../../platform/database.ts'
import { dayIn } from '../../platform/clock.ts'
import type { Scope } from '../../access/scope.ts'
import { urls } from '../../urls.ts'
import { currentGoal } from '../goals/queries.ts'
import { listCommitments } from '../strategy/commitments/queries.ts'
import { listDrivers } from '../strategy/diagram/queries.ts'
import { readMeasures } from '../strategy/progress/queries.ts'
import { type Progress, progressOf } from '../strategy/progress/rules.ts'
import { findCurrentStrategy } from '../strategy/queries.ts'
import { listReviews } from '../strategy/reviews/queries.ts'
import type { Strategy } from '../strategy/schema.ts'
import { inLanguage } from '../votes/rules.ts'
import type { GoalShown } from './schema.ts'

/** The goal that a place works on, and where its strategy stands, derived from what was done and measured. */
export async function findGoalShown(
  tx: Tx,
  scope: Scope,
  place: { id: string; slug: string; path: string[] },
): Promise<GoalShown | undefined> {
  const goal = await currentGoal(tx, scope, place)
  if (!goal) return undefined
  const at = { tenant: scope.tenantSlug, place: goal.unitSlug }
  const strategy = await findCurrentStrategy(tx, scope, goal.id)
  return {
    statement: inLanguage(goal.statement, scope.language, scope.mainLanguage),
    href: urls.goal({ ...at, goal: goal.id }),
    strategyHref: strategy && urls.strategy({ ...at, strategy: strategy.id }),
    dueOn: goal.dueOn,
    progress: strategy && (await progressFor(tx, scope, strategy)),
  }
}

async function progressFor(tx: Tx, scope: Scope, strategy: Strategy): Promise<Progress> {
  const today = dayIn(scope.timeZone, scope.now)
  const commitments = await listCommitments(tx, scope, strategy.id)
  const reviews = await listReviews(tx, scope, strategy.id)
  const measured = await readMeasures(tx, scope, await listDrivers(tx, scope, strategy.id))
  const verdicts = [...measured.values()].map((one) => one.verdict)
  return progressOf({ commitments, reviews, verdicts, reader: scope, today })
}
