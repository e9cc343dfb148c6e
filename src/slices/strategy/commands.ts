import type { Db } from '../../platform/database.ts'
import { refuse, stale } from '../../platform/problem.ts'
import { record } from '../../access/events.ts'
import { actorOf, newRow } from '../../access/new-row.ts'
import { whyNotMay } from '../../access/policy.ts'
import { inTenant, isOnTeam, type Scope } from '../../access/scope.ts'
import { lockGoal } from '../goals/queries.ts'
import { whyNotCircle } from '../resources/rules.ts'
import { carryDiagram } from './carrying/commands.ts'
import { listStrategies } from './queries.ts'
import { whyNotDraw } from './rules.ts'
import type { StrategyForm, TheoryForm } from './schema.ts'
import { type At, writingInto } from './writing/commands.ts'

/** Draws a strategy for a goal: the first, or a new one that replaces the one before. The goal's lock lets one win. */
export async function drawStrategy(db: Db, scope: Scope, place: At, goalId: string, form: StrategyForm): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    const goal = await lockGoal(tx, scope, place, goalId)
    refuse(whyNotMay(scope, 'strategy.write', place) ?? whyNotDraw(goal) ?? whyNotCircle(form.circle, isOnTeam(scope, place.path)))
    const { carry, ...theory } = form
    const [before] = await listStrategies(tx, scope, goalId)
    const row = newRow(scope)
    const number = (before?.newestNumber ?? 0) + 1
    await tx
      .insertInto('strategy')
      .values({ ...theory, ...row, unitId: place.id, goalId, number, authorId: actorOf(scope) })
      .execute()
    if (carry && before) await carryDiagram(tx, scope, before.id, row.id)
    await record(tx, scope, { verb: 'strategy_drawn', noun: 'strategy', nounId: row.id, unitId: place.id, content: form })
    return row.id
  })
}

/** Says the theory of action in other words. */
export async function changeTheory(db: Db, scope: Scope, place: At, id: string, form: TheoryForm): Promise<number> {
  const { version, ...theory } = form
  await writingInto(db, scope, place, id, { verb: 'theory_changed', noun: 'strategy', nounId: id, content: form }, async (tx, strategy) => {
    refuse(whyNotCircle(form.circle, isOnTeam(scope, place.path)))
    if (strategy.version !== version) stale()
    const columns = { ...theory, version: version + 1 }
    await tx.updateTable('strategy').set(columns).where('tenantId', '=', scope.tenantId).where('id', '=', id).execute()
  })
  return version + 1
}
