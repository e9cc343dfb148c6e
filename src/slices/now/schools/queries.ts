import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import { listGoals } from '../../goals/queries.ts'
import { currentOf } from '../../goals/rules.ts'
import { countBySchool } from '../../resources/board/queries.ts'
import { inLanguage } from '../../votes/rules.ts'
import type { SchoolLine } from './schema.ts'

type School = { id: string; slug: string; name: string; lastOn: Date | null }

/** Every school below a place, as far as the reader may see into it. */
export async function listSchoolLines(
  tx: Tx,
  scope: Scope,
  place: { id: string; slug: string; name: string; kind: string; path: string[] },
): Promise<SchoolLine[]> {
  const counts = await countBySchool(tx, scope, place)
  const goals = await listGoals(tx, scope, place)
  const lines: SchoolLine[] = []
  for (const school of await schoolsBelow(tx, scope, place.id)) {
    const goal = currentOf(goals, [school.id])
    const own = counts.filter((one) => one.id === school.id)
    lines.push({
      slug: school.slug,
      name: school.name,
      goal: goal && inLanguage(goal.statement, scope.language, scope.mainLanguage),
      goalState: goal?.state,
      resources: own.reduce((sum, one) => sum + one.total, 0),
      inUse: own.reduce((sum, one) => sum + one.inUse, 0),
      lastOn: school.lastOn,
    })
  }
  return lines
}

async function schoolsBelow(tx: Tx, scope: Scope, placeId: string): Promise<School[]> {
  const lastOn = sql<Date | null>`(select max(event.recorded_at) from event join unit below on below.tenant_id = event.tenant_id and below.id = event.unit_id
    where event.tenant_id = unit.tenant_id and below.path @> array[unit.id])`
  return await tx
    .selectFrom('unit')
    .select(['id', 'slug', 'name', lastOn.as('lastOn')])
    .where('tenantId', '=', scope.tenantId)
    .where('kind', '=', 'school')
    .where('endedOn', 'is', null)
    .where(sql<boolean>`path @> ${[placeId]}::uuid[] and id = any(${[...scope.places]}::uuid[])`)
    .orderBy('name')
    .execute()
}
