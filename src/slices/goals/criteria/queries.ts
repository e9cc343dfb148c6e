import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import { questionsSchema } from '../../votes/schema.ts'
import { type Criteria, SHIPPED_CRITERIA } from './schema.ts'

type At = { id: string; path: readonly string[] }

/** The questions that a place asks of a goal: its own, else those of the nearest place above, else the shipped ones. */
export async function findCriteria(tx: Tx, scope: Scope, place: At): Promise<Criteria> {
  const rows = await tx
    .selectFrom('goalCriteria')
    .select(['unitId', 'criteria', 'version'])
    .where('tenantId', '=', scope.tenantId)
    .where('unitId', 'in', place.path)
    .execute()
  const nearest = rows.toSorted((a, b) => place.path.indexOf(b.unitId) - place.path.indexOf(a.unitId))[0]
  const own = nearest?.unitId === place.id
  return { questions: nearest ? questionsSchema.parse(nearest.criteria) : SHIPPED_CRITERIA, own, version: own ? nearest.version : 0 }
}
