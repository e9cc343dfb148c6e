import type { Db } from '../../../platform/database.ts'
import { dayIn } from '../../../platform/clock.ts'
import { newId } from '../../../platform/ids.ts'
import { found, refuse } from '../../../platform/problem.ts'
import { record } from '../../../access/events.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import { whyNotManage } from '../rules.ts'
import { whyNotEvaluate } from './rules.ts'

/** Says that one person evaluates another from today on: the evaluated one's learning space is closed to them. */
export async function nameEvaluator(db: Db, scope: Scope, pair: { evaluatorId: string; evaluatedId: string }): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    refuse(whyNotManage(scope) ?? whyNotEvaluate(pair.evaluatorId, pair.evaluatedId))
    const id = newId(scope.now.getTime())
    const made = await tx
      .insertInto('evaluates')
      .values({ ...pair, tenantId: scope.tenantId, id, beginsOn: dayIn(scope.timeZone, scope.now), recordedAt: scope.now })
      .onConflict((conflict) => conflict.columns(['tenantId', 'evaluatorId', 'evaluatedId']).where('endsOn', 'is', null).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made) await record(tx, scope, { verb: 'evaluator_named', noun: 'evaluates', nounId: id, content: pair })
  })
}

/** Ends it today. */
export async function endEvaluation(db: Db, scope: Scope, evaluatesId: string): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    refuse(whyNotManage(scope))
    const ended = await tx
      .updateTable('evaluates')
      .set({ endsOn: dayIn(scope.timeZone, scope.now) })
      .where('tenantId', '=', scope.tenantId)
      .where('id', '=', evaluatesId)
      .where('endsOn', 'is', null)
      .returning('id')
      .executeTakeFirst()
    found(ended)
    await record(tx, scope, { verb: 'evaluation_ended', noun: 'evaluates', nounId: evaluatesId })
  })
}
