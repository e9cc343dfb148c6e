import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import { visibleTo } from '../../../access/visible.ts'
import type { Period } from '../schema.ts'

/** How many resources came, in a period, out of uses for each goal. */
export async function countGeneratedByGoal(tx: Tx, scope: Scope, goalIds: readonly string[], period: Period): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('generation')
    .innerJoin('resourceUse', (on) =>
      on.onRef('resourceUse.tenantId', '=', 'generation.tenantId').onRef('resourceUse.id', '=', 'generation.useId'),
    )
    .innerJoin('resource', (on) =>
      on.onRef('resource.tenantId', '=', 'generation.tenantId').onRef('resource.id', '=', 'generation.resourceId'),
    )
    .select(['resourceUse.goalId', sql<number>`count(distinct generation.resource_id)`.as('count')])
    .where('generation.tenantId', '=', scope.tenantId)
    .where(sql<boolean>`resource_use.goal_id = any(${[...goalIds]}::uuid[])`)
    .where('generation.occurredOn', '>=', period.from)
    .where('generation.occurredOn', '<=', period.to)
    .where(visibleTo(scope, 'resource'))
    .groupBy('resourceUse.goalId')
    .execute()
  return new Map(rows.map((row) => [row.goalId ?? '', row.count]))
}
