import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import type { BellPeriod } from './schema.ts'

export type BellPeriodRow = BellPeriod & { id: string }

/** The periods of a school's week, by day and time. */
export async function listBellPeriods(tx: Tx, scope: Scope, schoolId: string): Promise<BellPeriodRow[]> {
  const rows = await tx
    .selectFrom('bellPeriod')
    .select(['id', 'period', 'weekday', 'beginsAt', 'endsAt', 'teaching'])
    .where('tenantId', '=', scope.tenantId)
    .where('schoolId', '=', schoolId)
    .orderBy('weekday')
    .orderBy('beginsAt')
    .execute()
  return rows.map((row) => ({ ...row, beginsAt: row.beginsAt.slice(0, 5), endsAt: row.endsAt.slice(0, 5) }))
}
