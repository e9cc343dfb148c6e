import { dayIn } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { notHere, Problem, refuse, stale } from '../../platform/problem.ts'
import { record } from '../../access/events.ts'
import { actorOf, newRow } from '../../access/new-row.ts'
import { inTenant, isOnTeam, type Scope } from '../../access/scope.ts'
import { listVariables } from '../frameworks/queries.ts'
import type { VariableRef } from '../frameworks/schema.ts'
import { listGoalChoices, listPeopleBelow } from '../resources/queries.ts'
import { whyNotCircle } from '../resources/rules.ts'
import { againstKnown, readListed, readPasted } from './pasting/rules.ts'
import { listPhases, listPoints, lockMeasure } from './queries.ts'
import { isGoalUnread, whyNotAnotherPoint, whyNotPhase, whyNotPoint, whyNotWatch } from './rules.ts'
import { KEPT, type Measure, type MeasureChange, type MeasureForm, type NoteForm, type Observation, type PhaseForm } from './schema.ts'

/** The place at which a command acts. */
type At = { id: string; kind: string; path: readonly string[] }

/** Begins to watch something over time. */
export async function createMeasure(db: Db, scope: Scope, place: At, form: MeasureForm): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    refuse(whyNotWatch(scope, place) ?? whyNotCircle(form.circle, isOnTeam(scope, place.path)))
    await refuseUnknown(tx, scope, place, form)
    const row = newRow(scope)
    await tx
      .insertInto('measure')
      .values({ ...columnsOf(form), ...row, unitId: place.id })
      .execute()
    await record(tx, scope, { verb: 'measure_created', noun: 'measure', nounId: row.id, unitId: place.id, content: form })
    return row.id
  })
}

/** Says something else about a measure; its kind stays, since its points were counted by it. */
export async function changeMeasure(db: Db, scope: Scope, place: At, id: string, form: MeasureChange): Promise<void> {
  await writing(db, scope, place, id, 'measure_changed', form, async (tx, measure) => {
    refuse(whyNotCircle(form.circle, isOnTeam(scope, place.path)))
    const said = { ...form, goalId: await goalMeant(tx, scope, place, form.goalId, measure) }
    await refuseUnknown(tx, scope, place, newlyNamed(said, measure))
    if (measure.version !== form.version) stale()
    const columns = { ...columnsOf(said), version: form.version + 1 }
    await tx.updateTable('measure').set(columns).where('tenantId', '=', scope.tenantId).where('id', '=', id).execute()
  })
}

/** Adds one observation. */
export async function addPoint(db: Db, scope: Scope, place: At, id: string, point: Observation): Promise<void> {
  await writing(db, scope, place, id, 'measure_point_added', point, async (tx, measure) => {
    refuse(whyNotPoint(measure.kind, point, dayIn(scope.timeZone, scope.now))?.reason)
    refuse(whyNotAnotherPoint(await listPoints(tx, scope, [id]), point.observedOn))
    await insertPoints(tx, scope, measure, [point])
  })
}

/** Adds pasted lines, all of them or none; lines that say what is known already change nothing. Answers how many were new. */
export async function addPastedPoints(db: Db, scope: Scope, place: At, id: string, lines: string): Promise<number> {
  return await writing(db, scope, place, id, 'measure_points_pasted', { lines }, async (tx, measure) => {
    const read = readPasted(measure.kind, lines, dayIn(scope.timeZone, scope.now))
    const { fresh, bad } = againstKnown(read.points, await listPoints(tx, scope, [id]))
    refuse(read.bad.length + bad.length > 0 ? 'measures.lines_bad' : undefined)
    await insertPoints(tx, scope, measure, fresh)
    return fresh.length
  })
}

/** Adds a list of observations as pasted lines are added, and names each that cannot be taken. */
export async function addListedPoints(db: Db, scope: Scope, place: At, id: string, points: readonly Observation[]): Promise<void> {
  await writing(db, scope, place, id, 'measure_points_listed', { points }, async (tx, measure) => {
    const read = readListed(measure.kind, points, dayIn(scope.timeZone, scope.now))
    const { fresh, bad } = againstKnown(read.points, await listPoints(tx, scope, [id]))
    const faults = [...read.bad, ...bad].toSorted((a, b) => a.row - b.row)
    const fields = Object.fromEntries(faults.map(({ row, expected }) => [`points.${row - 1}`, expected]))
    if (faults.length > 0) throw new Problem(409, 'measures.points_bad', { fields })
    await insertPoints(tx, scope, measure, fresh)
  })
}

export async function removePoint(db: Db, scope: Scope, place: At, id: string, pointId: string): Promise<void> {
  await writing(db, scope, place, id, 'measure_point_removed', { pointId }, async (tx) => {
    const done = await tx
      .deleteFrom('measurePoint')
      .where('tenantId', '=', scope.tenantId)
      .where('measureId', '=', id)
      .where('id', '=', pointId)
      .executeTakeFirst()
    if (done.numDeletedRows === 0n) notHere()
  })
}

/** From a day on something is different. */
export async function beginPhase(db: Db, scope: Scope, place: At, id: string, form: PhaseForm): Promise<void> {
  const phase = { startsOn: form.startsOn, label: form.label, frozen: form.frozen === 'yes' }
  await writing(db, scope, place, id, 'measure_phase_begun', phase, async (tx) => {
    refuse(whyNotPhase(await listPhases(tx, scope, [id]), phase))
    await tx
      .insertInto('measurePhase')
      .values({ ...phase, ...newRow(scope), measureId: id })
      .execute()
  })
}

export async function removePhase(db: Db, scope: Scope, place: At, id: string, phaseId: string): Promise<void> {
  await writing(db, scope, place, id, 'measure_phase_removed', { phaseId }, async (tx) => {
    const done = await tx
      .deleteFrom('measurePhase')
      .where('tenantId', '=', scope.tenantId)
      .where('measureId', '=', id)
      .where('id', '=', phaseId)
      .executeTakeFirst()
    if (done.numDeletedRows === 0n) notHere()
  })
}

/** Writes on a day what happened then. */
export async function annotateDay(db: Db, scope: Scope, place: At, id: string, form: NoteForm): Promise<void> {
  await writing(db, scope, place, id, 'measure_annotated', form, async (tx) => {
    await tx
      .insertInto('measureNote')
      .values({ ...form, ...newRow(scope), measureId: id })
      .execute()
  })
}

export async function removeNote(db: Db, scope: Scope, place: At, id: string, noteId: string): Promise<void> {
  await writing(db, scope, place, id, 'measure_note_removed', { noteId }, async (tx) => {
    const done = await tx
      .deleteFrom('measureNote')
      .where('tenantId', '=', scope.tenantId)
      .where('measureId', '=', id)
      .where('id', '=', noteId)
      .executeTakeFirst()
    if (done.numDeletedRows === 0n) notHere()
  })
}

type Write<Result> = (tx: Tx, measure: Measure) => Promise<Result>

/** What all writes on a measure share: the right to it, the lock, the event. */
async function writing<Result>(
  db: Db,
  scope: Scope,
  place: At,
  id: string,
  verb: string,
  content: object,
  write: Write<Result>,
): Promise<Result> {
  return await inTenant(db, scope, async (tx) => {
    const measure = await lockMeasure(tx, scope, place, id)
    refuse(whyNotWatch(scope, place))
    const result = await write(tx, measure)
    await record(tx, scope, { verb, noun: 'measure', nounId: id, unitId: place.id, content })
    return result
  })
}

/** A variable is two columns, since that is how it is known across the versions of its framework. */
function columnsOf<Form extends { variable: VariableRef | null }>({ variable, ...form }: Form) {
  return { ...form, frameworkKey: variable?.framework ?? null, variableKey: variable?.variable ?? null }
}

/** The goal that is kept unread is the one that stands there; where it can be read by now, the form said what no longer holds. */
async function goalMeant(tx: Tx, scope: Scope, place: At, goalId: string | null, measure: Measure): Promise<string | null> {
  if (goalId !== KEPT) return goalId
  if (!isGoalUnread(measure, await listGoalChoices(tx, scope, place))) stale()
  return measure.goalId
}

type Named = { goalId: string | null; ownerId: string | null; variable: VariableRef | null }

/** An owner who has left, or a goal that this reader may not see, can stay; it cannot be named anew. */
function newlyNamed({ goalId, ownerId, variable }: Named, before: Measure): Named {
  return { goalId: goalId === before.goalId ? null : goalId, ownerId: ownerId === before.ownerId ? null : ownerId, variable }
}

/** An id from a form that the place does not know is not here, like one in an address. */
async function refuseUnknown(tx: Tx, scope: Scope, place: At, of: Named): Promise<void> {
  const goals = of.goalId ? await listGoalChoices(tx, scope, place) : []
  if (of.goalId && !goals.some((goal) => goal.id === of.goalId)) notHere()
  const people = of.ownerId ? await listPeopleBelow(tx, scope, place) : []
  if (of.ownerId && !people.some((person) => person.id === of.ownerId)) notHere()
  const variables = of.variable ? await listVariables(tx, of.variable.framework) : []
  if (of.variable && !variables.some((one) => one.variable === of.variable?.variable)) notHere()
}

async function insertPoints(tx: Tx, scope: Scope, measure: Measure, points: readonly Observation[]): Promise<void> {
  if (points.length === 0) return
  const rows = points.map(({ observedOn, value, events, total, note }) => ({
    ...newRow(scope),
    measureId: measure.id,
    observedOn,
    note,
    recordedBy: actorOf(scope),
    ...(measure.kind === 'value' ? { value } : { events, total }),
  }))
  await tx.insertInto('measurePoint').values(rows).execute()
}
