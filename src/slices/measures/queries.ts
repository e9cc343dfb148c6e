import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { found } from '../../platform/problem.ts'
import type { Scope } from '../../access/scope.ts'
import { visibleTo } from '../../access/visible.ts'
import type { Measure, MeasureNote, MeasurePhase, MeasurePoint } from './schema.ts'
import { readSeries } from './signals/rules.ts'
import type { ReadMeasure, Series } from './signals/schema.ts'

function measures(tx: Tx, scope: Scope) {
  return tx
    .selectFrom('measure')
    .leftJoin('person', (on) => on.onRef('person.tenantId', '=', 'measure.tenantId').onRef('person.id', '=', 'measure.ownerId'))
    .selectAll('measure')
    .select(sql<string | null>`trim(person.given_name || ' ' || person.family_name)`.as('ownerName'))
    .where('measure.tenantId', '=', scope.tenantId)
    .where(visibleTo(scope, 'measure'))
    .$castTo<Measure>() // the constraints hold what the columns' types cannot say
}

/** A measure of a place. */
export async function findMeasure(tx: Tx, scope: Scope, place: { id: string }, id: string): Promise<Measure> {
  return found(await measures(tx, scope).where('measure.id', '=', id).where('measure.unitId', '=', place.id).executeTakeFirst())
}

/** What a place watches, in the order of names. */
export async function listMeasures(tx: Tx, scope: Scope, place: { id: string }): Promise<Measure[]> {
  return await measures(tx, scope).where('measure.unitId', '=', place.id).orderBy('measure.name').execute()
}

/** A measure wherever it stands, for addresses that do not name its place. */
export async function findMeasureAnywhere(tx: Tx, scope: Scope, id: string): Promise<Measure> {
  return found(await measures(tx, scope).where('measure.id', '=', id).executeTakeFirst())
}

type From = { cursor?: string; limit: number; unitId?: string; goalId?: string }

/** One page of all measures that the reader may see, by id; of one unit or one goal where that is asked. */
export async function listMeasuresFrom(tx: Tx, scope: Scope, { cursor, limit, unitId, goalId }: From): Promise<Measure[]> {
  let query = measures(tx, scope).orderBy('measure.id').limit(limit)
  if (cursor) query = query.where('measure.id', '>', cursor)
  if (unitId) query = query.where('measure.unitId', '=', unitId)
  if (goalId) query = query.where('measure.goalId', '=', goalId)
  return await query.execute()
}

/** The measure, held until the end of the transaction. */
export async function lockMeasure(tx: Tx, scope: Scope, place: { id: string }, id: string): Promise<Measure> {
  return found(
    await measures(tx, scope).where('measure.id', '=', id).where('measure.unitId', '=', place.id).forUpdate('measure').executeTakeFirst(),
  )
}

export async function listPoints(tx: Tx, scope: Scope, measureIds: readonly string[]): Promise<MeasurePoint[]> {
  if (measureIds.length === 0) return []
  return await tx
    .selectFrom('measurePoint')
    .select(['id', 'measureId', 'observedOn', 'value', 'events', 'total', 'note'])
    .where('tenantId', '=', scope.tenantId)
    .where('measureId', 'in', measureIds)
    .orderBy('observedOn')
    .execute()
}

export async function listPhases(tx: Tx, scope: Scope, measureIds: readonly string[]): Promise<MeasurePhase[]> {
  if (measureIds.length === 0) return []
  return await tx
    .selectFrom('measurePhase')
    .select(['id', 'measureId', 'startsOn', 'label', 'frozen'])
    .where('tenantId', '=', scope.tenantId)
    .where('measureId', 'in', measureIds)
    .orderBy('startsOn')
    .execute()
}

/** What was written on days of a measure. */
export async function listNotes(tx: Tx, scope: Scope, measureId: string): Promise<MeasureNote[]> {
  return await tx
    .selectFrom('measureNote')
    .select(['id', 'onDay', 'text'])
    .where('tenantId', '=', scope.tenantId)
    .where('measureId', '=', measureId)
    .orderBy('onDay')
    .orderBy('id')
    .execute()
}

export type MeasuredSeries = { measure: Measure; series: Series }

/** Measures with their series, as charts and verdicts need them, in the order of the ids; what is out of reach is left out. */
export async function listSeries(tx: Tx, scope: Scope, measureIds: readonly string[]): Promise<MeasuredSeries[]> {
  const ids = [...new Set(measureIds)]
  if (ids.length === 0) return []
  const rows = await measures(tx, scope).where('measure.id', 'in', ids).execute()
  const points = await listPoints(tx, scope, ids)
  const phases = await listPhases(tx, scope, ids)
  const byId = new Map(rows.map((measure) => [measure.id, measure]))
  return ids.flatMap((id) => {
    const measure = byId.get(id)
    return measure ? [{ measure, series: seriesOf(measure, points, phases) }] : []
  })
}

/** Measures with what may be said of each, in the order given. */
export async function listReadings(tx: Tx, scope: Scope, measures: readonly { id: string }[]): Promise<ReadMeasure[]> {
  const series = await listSeries(
    tx,
    scope,
    measures.map((measure) => measure.id),
  )
  return series.map((one) => ({ measure: one.measure, reading: readSeries(one.series) }))
}

function seriesOf(measure: Measure, points: readonly MeasurePoint[], phases: readonly MeasurePhase[]): Series {
  const own = (row: { measureId: string }) => row.measureId === measure.id
  return { kind: measure.kind, better: measure.better, points: points.filter(own), phases: phases.filter(own) }
}
