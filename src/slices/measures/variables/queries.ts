import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import { visibleTo } from '../../../access/visible.ts'
import { listTold } from '../../frameworks/queries.ts'
import { findTold } from '../../frameworks/rules.ts'
import type { VariableRef } from '../../frameworks/schema.ts'
import { listMeasures, listReadings } from '../queries.ts'
import { isAboveSchools, variableOf } from '../rules.ts'
import type { Measure } from '../schema.ts'
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

/** The variable that a measure tells about, with what it is called now. */
export async function findVariableOf(tx: Tx, scope: Scope, measure: Measure): Promise<(VariableRef & { title: string }) | undefined> {
  const of = variableOf(measure)
  const told = of && findTold(await listTold(tx, scope), of)
  return told && { ...of, title: told.variable.title }
}
