import type { Db } from '../../../platform/database.ts'
import { dayIn } from '../../../platform/clock.ts'
import { found, refuse, stale } from '../../../platform/problem.ts'
import { record } from '../../../access/events.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import { whyNotManage } from '../rules.ts'
import { whyNotEndUnit } from './rules.ts'
import type { TenantForm } from './schema.ts'

/** Ends a place today; what was done in it stays readable in the places above. */
export async function endUnit(db: Db, scope: Scope, unitId: string): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    refuse(whyNotManage(scope))
    const counts = await tx
      .selectFrom('unit')
      .select(({ selectFrom, fn }) => [
        'unit.parentId',
        selectFrom('unit as below')
          .select(fn.countAll<number>().as('n'))
          .where('below.tenantId', '=', scope.tenantId)
          .where('below.parentId', '=', unitId)
          .where('below.endedOn', 'is', null)
          .as('below'),
        selectFrom('membership')
          .select(fn.countAll<number>().as('n'))
          .where('membership.tenantId', '=', scope.tenantId)
          .where('membership.unitId', '=', unitId)
          .where('membership.endsOn', 'is', null)
          .as('people'),
      ])
      .where('unit.tenantId', '=', scope.tenantId)
      .where('unit.id', '=', unitId)
      .where('unit.endedOn', 'is', null)
      .executeTakeFirst()
    const { parentId, below, people } = found(counts)
    refuse(whyNotEndUnit({ isRoot: parentId === null, below: below ?? 0, people: people ?? 0 }))
    await tx
      .updateTable('unit')
      .set({ endedOn: dayIn(scope.timeZone, scope.now) })
      .where('tenantId', '=', scope.tenantId)
      .where('id', '=', unitId)
      .execute()
    await record(tx, scope, { verb: 'unit_ended', noun: 'unit', nounId: unitId, unitId })
  })
}

/** Changes the district's name, zone or language. */
export async function changeTenant(db: Db, scope: Scope, form: TenantForm): Promise<void> {
  const { version, ...columns } = form
  await inTenant(db, scope, async (tx) => {
    refuse(whyNotManage(scope))
    const changed = await tx
      .updateTable('tenant')
      .set({ ...columns, version: version + 1 })
      .where('tenantId', '=', scope.tenantId)
      .where('version', '=', version)
      .returning('id')
      .executeTakeFirst()
    if (!changed) stale()
    // People choose among their tenants before they stand in one, so the links carry a copy of the name.
    await tx.updateTable('identity.personTenant').set({ tenantName: form.name }).where('tenantId', '=', scope.tenantId).execute()
    await record(tx, scope, { verb: 'tenant_changed', noun: 'tenant', nounId: scope.tenantId, content: form })
  })
}
