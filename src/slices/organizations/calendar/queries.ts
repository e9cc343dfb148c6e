import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import type { ClosedDay } from './schema.ts'

/** The closed days of a place, those of all that it stands in included. */
export async function listClosedDays(tx: Tx, scope: Scope, place: { id: string; path: readonly string[] }): Promise<ClosedDay[]> {
  const rows = await tx
    .selectFrom('closedDay')
    .select(['id', 'unitId', 'closedOn', 'reason'])
    .where('tenantId', '=', scope.tenantId)
    .where('unitId', 'in', [...place.path])
    .orderBy('closedOn')
    .execute()
  return rows.map(({ unitId, ...row }) => ({ ...row, everywhere: unitId !== place.id }))
}
