import { dayIn } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database.ts'
import { refuse } from '../../../platform/problem.ts'
import { actorOf, newRow } from '../../../access/new-row.ts'
import type { Scope } from '../../../access/scope.ts'
import { type At, writingInto } from '../writing/commands.ts'
import { whyNotHeldOn } from './rules.ts'
import type { ReviewForm } from './schema.ts'

/** Writes down a review of a strategy: keep, adapt or stop, with its reason and evidence. */
export async function reviewStrategy(db: Db, scope: Scope, place: At, strategyId: string, form: ReviewForm): Promise<string> {
  const row = newRow(scope)
  await writingInto(
    db,
    scope,
    place,
    strategyId,
    { verb: 'strategy_reviewed', noun: 'strategy_review', nounId: row.id, content: form },
    async (tx) => {
      refuse(whyNotHeldOn(form.heldOn, dayIn(scope.timeZone, scope.now)))
      await tx
        .insertInto('strategyReview')
        .values({ ...form, ...row, strategyId, recordedBy: actorOf(scope) })
        .execute()
    },
  )
  return row.id
}
