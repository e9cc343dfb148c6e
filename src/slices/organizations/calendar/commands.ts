import type { Db } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { found, refuse } from '../../../platform/problem.ts'
import { record } from '../../../access/events.ts'
import { whyNotMay } from '../../../access/policy.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import type { ClosedDayForm } from './schema.ts'

type Place = { id: string; path: readonly string[] }

/** Says that a place, and all below it, does not teach on a day. */
export async function closeDay(db: Db, scope: Scope, place: Place, form: ClosedDayForm): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    refuse(whyNotMay(scope, 'schedule.write', place))
    const id = newId(scope.now.getTime())
    await tx
      .insertInto('closedDay')
      .values({ ...form, tenantId: scope.tenantId, id, unitId: place.id, recordedAt: scope.now })
      .onConflict((conflict) => conflict.columns(['tenantId', 'unitId', 'closedOn']).doUpdateSet({ reason: form.reason }))
      .execute()
    await record(tx, scope, { verb: 'day_closed', noun: 'closed_day', nounId: id, unitId: place.id, content: form })
  })
}

/** Takes a closed day of this very place back. */
export async function reopenDay(db: Db, scope: Scope, place: Place, dayId: string): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    refuse(whyNotMay(scope, 'schedule.write', place))
    const gone = await tx
      .deleteFrom('closedDay')
      .where('tenantId', '=', scope.tenantId)
      .where('unitId', '=', place.id)
      .where('id', '=', dayId)
      .returning('id')
      .executeTakeFirst()
    found(gone)
    await record(tx, scope, { verb: 'day_reopened', noun: 'closed_day', nounId: dayId, unitId: place.id })
  })
}
