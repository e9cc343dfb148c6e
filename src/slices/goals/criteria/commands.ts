import type { Db, Tx } from '../../../platform/database.ts'
import { newRandomId } from '../../../platform/ids.ts'
import { refuse, stale } from '../../../platform/problem.ts'
import { record } from '../../../access/events.ts'
import { whyNotMay } from '../../../access/policy.ts'
import { actorOf, newRow } from '../../../access/new-row.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import type { Questions } from '../../votes/schema.ts'

type At = { id: string; path: readonly string[] }

/** Gives a place its own criteria, or changes them; votes that were held keep the questions that they were held on. */
export async function editCriteria(db: Db, scope: Scope, place: At, edit: { questions: Questions; version: number }): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    refuse(whyNotMay(scope, 'goal.write', place))
    const questions = keyed(edit.questions)
    await writeCriteria(tx, scope, place, { questions, version: edit.version })
    await record(tx, scope, { verb: 'criteria_edited', noun: 'goal_criteria', nounId: place.id, unitId: place.id, content: questions })
  })
}

/** A question keeps its key for life, so that votes of several years can be laid side by side; a new one gets its own. */
function keyed(questions: Questions): Questions {
  const taken = new Set<string>()
  return questions.map(({ key, text }) => {
    const own = key && !taken.has(key) ? key : `own_${newRandomId().slice(0, 8)}`
    taken.add(own)
    return { key: own, text }
  })
}

async function writeCriteria(
  tx: Tx,
  scope: Scope,
  place: At,
  { questions, version }: { questions: Questions; version: number },
): Promise<void> {
  const row = { criteria: JSON.stringify(questions), changedBy: actorOf(scope), recordedAt: scope.now }
  const written = await tx
    .insertInto('goalCriteria')
    .values({ ...newRow(scope), unitId: place.id, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['tenantId', 'unitId'])
        .doUpdateSet({ ...row, version: version + 1 })
        .where('goalCriteria.version', '=', version),
    )
    .returning('id')
    .executeTakeFirst()
  if (!written) stale()
}
