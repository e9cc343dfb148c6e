import { dayIn } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { found, refuse, stale } from '../../platform/problem.ts'
import { record } from '../../access/events.ts'
import { actorOf, newRow } from '../../access/new-row.ts'
import { whyNotMay } from '../../access/policy.ts'
import { inTenant, isOnTeam, type Scope } from '../../access/scope.ts'
import { lockGoal } from '../goals/queries.ts'
import { listMeasures } from '../measures/queries.ts'
import { whyNotCircle } from '../resources/rules.ts'
import { listPossibleVoters } from '../votes/voters/queries.ts'
import { findCycle, listIdeaChoices, lockCycle } from './queries.ts'
import { whyNotDecide, whyNotEnd, whyNotObserve, whyNotOn, whyNotReplan, whyNotStart, whyNotStudy } from './rules.ts'
import type { Cycle, CycleChange, CycleForm, DecisionForm, ObservationForm, StudyForm } from './schema.ts'

/** The place at which a command acts. */
type At = { id: string; path: readonly string[] }

/** Plans a cycle. The goal's lock lets each number be given once. */
export async function planCycle(db: Db, scope: Scope, place: At, form: CycleForm): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    await lockGoal(tx, scope, place, form.goalId)
    refuse(whyNotMay(scope, 'cycle.write', place) ?? whyNotEnd(form) ?? whyNotCircle(form.circle, isOnTeam(scope, place.path)))
    await refuseUnknown(tx, scope, place, form)
    if (form.parentId) await findCycle(tx, scope, place, form.parentId)
    const row = newRow(scope)
    const number = (await countCycles(tx, scope, form.goalId)) + 1
    await tx
      .insertInto('cycle')
      .values({ ...form, ...row, unitId: place.id, number })
      .execute()
    await record(tx, scope, { verb: 'cycle_planned', noun: 'cycle', nounId: row.id, unitId: place.id, content: form })
    return row.id
  })
}

/** Changes the plan, until the cycle begins. */
export async function replanCycle(db: Db, scope: Scope, place: At, id: string, form: CycleChange): Promise<number> {
  await writing(db, scope, place, id, { verb: 'cycle_replanned', content: form }, async (tx, cycle) => {
    refuse(whyNotReplan(cycle) ?? whyNotEnd(form) ?? whyNotCircle(form.circle, isOnTeam(scope, place.path)))
    const kept = {
      ideaId: form.ideaId === cycle.ideaId ? null : form.ideaId,
      measureId: form.measureId,
      ledBy: form.ledBy,
      circle: form.circle,
      goalId: cycle.goalId,
    }
    await refuseUnknown(tx, scope, place, kept)
    if (cycle.version !== form.version) stale()
    const columns = { ...form, version: form.version + 1 }
    await tx.updateTable('cycle').set(columns).where('tenantId', '=', scope.tenantId).where('id', '=', id).execute()
  })
  return form.version + 1
}

/** Begins what was planned; from now on the prediction stands. */
export async function startCycle(db: Db, scope: Scope, place: At, id: string, startedOn: string): Promise<void> {
  await writing(db, scope, place, id, { verb: 'cycle_started', content: { startedOn } }, async (tx, cycle) => {
    refuse(whyNotStart(cycle) ?? whyNotOn(startedOn, todayOf(scope)))
    await tx
      .insertInto('cycleStart')
      .values({ ...newRow(scope), cycleId: id, startedOn, startedBy: actorOf(scope) })
      .execute()
  })
}

/** Writes down what was seen while it was done. Whoever works in the school may: those who do it see most. */
export async function observe(db: Db, scope: Scope, place: At, id: string, form: ObservationForm): Promise<string> {
  const row = newRow(scope)
  await inTenant(db, scope, async (tx) => {
    const cycle = await lockCycle(tx, scope, place, id)
    refuse(whyNotMay(scope, 'commitment.keep', place) ?? whyNotObserve(cycle) ?? whyNotOn(form.observedOn, todayOf(scope), cycle.startedOn))
    await tx
      .insertInto('observation')
      .values({ ...form, ...row, cycleId: id, recordedBy: actorOf(scope) })
      .execute()
    await record(tx, scope, { verb: 'cycle_observed', noun: 'observation', nounId: row.id, unitId: place.id, content: form })
  })
  return row.id
}

/** Holds the result against the prediction. */
export async function studyCycle(db: Db, scope: Scope, place: At, id: string, form: StudyForm): Promise<void> {
  await writing(db, scope, place, id, { verb: 'cycle_studied', content: form }, async (tx, cycle) => {
    refuse(whyNotStudy(cycle) ?? whyNotOn(form.studiedOn, todayOf(scope), cycle.startedOn))
    await tx
      .insertInto('study')
      .values({ ...form, ...newRow(scope), cycleId: id, recordedBy: actorOf(scope) })
      .execute()
  })
}

/** Adopts, adapts or abandons what was tried. */
export async function decideCycle(db: Db, scope: Scope, place: At, id: string, form: DecisionForm): Promise<void> {
  await writing(db, scope, place, id, { verb: 'cycle_decided', content: form }, async (tx, cycle) => {
    refuse(whyNotDecide(cycle) ?? whyNotOn(form.decidedOn, todayOf(scope), cycle.studiedOn))
    await tx
      .insertInto('cycleDecision')
      .values({ ...form, ...newRow(scope), cycleId: id, decidedBy: actorOf(scope) })
      .execute()
  })
}

type Happening = { verb: string; content: object }

/** What all writes on a cycle share: the lock, the right to it, and the event. */
async function writing(
  db: Db,
  scope: Scope,
  place: At,
  id: string,
  happening: Happening,
  write: (tx: Tx, cycle: Cycle) => Promise<void>,
): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    const cycle = await lockCycle(tx, scope, place, id)
    refuse(whyNotMay(scope, 'cycle.write', place))
    await write(tx, cycle)
    await record(tx, scope, { ...happening, noun: 'cycle', nounId: id, unitId: place.id })
  })
}

type Named = Pick<CycleForm, 'ideaId' | 'measureId' | 'ledBy' | 'circle' | 'goalId'>

/** An id from a form that the place does not know is not here, like one in an address. */
async function refuseUnknown(tx: Tx, scope: Scope, place: At, of: Named): Promise<void> {
  if (of.ideaId) found((await listIdeaChoices(tx, scope, place)).find((idea) => idea.id === of.ideaId && idea.goalId === of.goalId))
  if (of.measureId) found((await listMeasures(tx, scope, place)).find((measure) => measure.id === of.measureId))
  if (of.ledBy) found((await listPossibleVoters(tx, scope, place, of.circle)).find((person) => person.id === of.ledBy))
}

/** All of them, also those that the planner may not see, so that numbers are not given twice. */
async function countCycles(tx: Tx, scope: Scope, goalId: string): Promise<number> {
  const { n } = await tx
    .selectFrom('cycle')
    .select((select) => select.fn.countAll<number>().as('n'))
    .where('tenantId', '=', scope.tenantId)
    .where('goalId', '=', goalId)
    .executeTakeFirstOrThrow()
  return n
}

function todayOf(scope: Scope): string {
  return dayIn(scope.timeZone, scope.now)
}
