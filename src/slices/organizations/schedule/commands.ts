import type { Db, Tx } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { found, refuse } from '../../../platform/problem.ts'
import { record } from '../../../access/events.ts'
import { whyNotMay } from '../../../access/policy.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import type { BellPeriod, BellPeriodForm } from './schema.ts'

type School = { id: string; path: readonly string[] }

/** Adds a period on one or several weekdays; a period that is there already on a day takes the new times. */
export async function addBellPeriod(db: Db, scope: Scope, school: School, form: BellPeriodForm): Promise<void> {
  const { weekdays, ...period } = form
  await inTenant(db, scope, async (tx) => {
    refuse(whyNotMay(scope, 'schedule.write', school))
    for (const weekday of weekdays) await placePeriod(tx, scope, school, { ...period, weekday })
    await record(tx, scope, { verb: 'bell_period_added', noun: 'bell_period', nounId: school.id, unitId: school.id, content: form })
  })
}

/** Replaces a school's whole schedule. */
export async function replaceBellSchedule(db: Db, scope: Scope, school: School, periods: readonly BellPeriod[]): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    refuse(whyNotMay(scope, 'schedule.write', school))
    await tx.deleteFrom('bellPeriod').where('tenantId', '=', scope.tenantId).where('schoolId', '=', school.id).execute()
    for (const period of periods) await placePeriod(tx, scope, school, period)
    await record(tx, scope, {
      verb: 'bell_schedule_replaced',
      noun: 'bell_schedule',
      nounId: school.id,
      unitId: school.id,
      content: periods,
    })
  })
}

/** Takes one period out. */
export async function removeBellPeriod(db: Db, scope: Scope, school: School, periodId: string): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    refuse(whyNotMay(scope, 'schedule.write', school))
    const gone = await tx
      .deleteFrom('bellPeriod')
      .where('tenantId', '=', scope.tenantId)
      .where('schoolId', '=', school.id)
      .where('id', '=', periodId)
      .returning('id')
      .executeTakeFirst()
    found(gone)
    await record(tx, scope, { verb: 'bell_period_removed', noun: 'bell_period', nounId: periodId, unitId: school.id })
  })
}

async function placePeriod(tx: Tx, scope: Scope, school: School, period: BellPeriod): Promise<void> {
  const { beginsAt, endsAt, teaching } = period
  await tx
    .insertInto('bellPeriod')
    .values({ ...period, tenantId: scope.tenantId, id: newId(scope.now.getTime()), schoolId: school.id, recordedAt: scope.now })
    .onConflict((conflict) => conflict.columns(['tenantId', 'schoolId', 'weekday', 'period']).doUpdateSet({ beginsAt, endsAt, teaching }))
    .execute()
}
