import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import { visibleTo } from '../../../access/visible.ts'
import { listMeasures, listReadings } from '../queries.ts'
import { isAboveSchools } from '../rules.ts'
import type { ReadMeasure } from '../signals/schema.ts'

type At = { id: string; kind: string }

/** Whether the page of variables says something to a place: above the schools always, else once a measure tells about one. */
export async function hasVariables(tx: Tx, scope: Scope, place: At): Promise<boolean> {
  if (isAboveSchools(place)) return true
  const linked = await tx
    .selectFrom('measure')
    .select('id')
    .where('tenantId', '=', scope.tenantId)
    .where('unitId', '=', place.id)
    .where('variableKey', 'is not', null)
    .where(visibleTo(scope))
    .limit(1)
    .executeTakeFirst()
  return linked !== undefined
}

/** The measures of a place that tell about variables, with what may be said of each, in the order of names. */
export async function listTelling(tx: Tx, scope: Scope, place: { id: string }): Promise<ReadMeasure[]> {
  const measures = await listMeasures(tx, scope, place)
  return await listReadings(
    tx,
    scope,
    measures.filter((measure) => measure.variableKey !== null),
  )
}
