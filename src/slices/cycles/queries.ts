import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { found } from '../../platform/problem.ts'
import type { Scope } from '../../access/scope.ts'
import { visibleTo } from '../../access/visible.ts'
import type { Cycle, Decision, Observation, Study } from './schema.ts'

function cycles(tx: Tx, scope: Scope) {
  return tx
    .selectFrom('cycle')
    .leftJoin('person as leader', (on) => on.onRef('leader.tenantId', '=', 'cycle.tenantId').onRef('leader.id', '=', 'cycle.ledBy'))
    .leftJoin(ideasSeen(tx, scope), (on) => on.onRef('idea.id', '=', 'cycle.ideaId'))
    .leftJoin('cycleStart as start', (on) => on.onRef('start.tenantId', '=', 'cycle.tenantId').onRef('start.cycleId', '=', 'cycle.id'))
    .leftJoin('study', (on) => on.onRef('study.tenantId', '=', 'cycle.tenantId').onRef('study.cycleId', '=', 'cycle.id'))
    .leftJoin('cycleDecision as decided', (on) =>
      on.onRef('decided.tenantId', '=', 'cycle.tenantId').onRef('decided.cycleId', '=', 'cycle.id'),
    )
    .selectAll('cycle')
    .select(['idea.statement as idea', 'idea.strategyId', 'start.startedOn', 'study.studiedOn', 'decided.decision', 'decided.decidedOn'])
    .select(sql<string | null>`trim(leader.given_name || ' ' || leader.family_name)`.as('ledByName'))
    .select(
      sql<number>`(select count(*) from observation o where o.tenant_id = cycle.tenant_id and o.cycle_id = cycle.id)`.as('observations'),
    )
    .where('cycle.tenantId', '=', scope.tenantId)
    .where(visibleTo(scope, 'cycle'))
    .$castTo<Cycle>() // the constraints hold what the columns' types cannot say
}

/** Change ideas of strategies that the reader may see: a cycle may be open to more people than the idea that it tries. */
function ideasSeen(tx: Tx, scope: Scope) {
  return tx
    .selectFrom('changeIdea')
    .innerJoin('driver', (on) => on.onRef('driver.tenantId', '=', 'changeIdea.tenantId').onRef('driver.id', '=', 'changeIdea.driverId'))
    .innerJoin('strategy as drawn', (on) => on.onRef('drawn.tenantId', '=', 'driver.tenantId').onRef('drawn.id', '=', 'driver.strategyId'))
    .select(['changeIdea.id', 'changeIdea.statement', 'driver.strategyId'])
    .where('changeIdea.tenantId', '=', scope.tenantId)
    .where(visibleTo(scope, 'drawn'))
    .as('idea')
}

/** A cycle of a place. */
export async function findCycle(tx: Tx, scope: Scope, place: { id: string }, id: string): Promise<Cycle> {
  return found(await cycles(tx, scope).where('cycle.id', '=', id).where('cycle.unitId', '=', place.id).executeTakeFirst())
}

/** A cycle wherever in the tenant it stands, for addresses that name no place. */
export async function findCycleAnywhere(tx: Tx, scope: Scope, id: string): Promise<Cycle> {
  return found(await cycles(tx, scope).where('cycle.id', '=', id).executeTakeFirst())
}

/** The cycles of a place, the newest first. */
export async function listCycles(tx: Tx, scope: Scope, place: { id: string }): Promise<Cycle[]> {
  return await cycles(tx, scope).where('cycle.unitId', '=', place.id).orderBy('cycle.id', 'desc').execute()
}

/** One page of all cycles that the reader may see, by id; of one goal where that is asked. */
export async function listCyclesFrom(tx: Tx, scope: Scope, from: { cursor?: string; limit: number; goalId?: string }): Promise<Cycle[]> {
  let query = cycles(tx, scope).orderBy('cycle.id').limit(from.limit)
  if (from.cursor) query = query.where('cycle.id', '>', from.cursor)
  if (from.goalId) query = query.where('cycle.goalId', '=', from.goalId)
  return await query.execute()
}

/** Cycles of a place that are not decided yet: those that the reader leads first. */
export async function listOpenCycles(tx: Tx, scope: Scope, place: { id: string }): Promise<Cycle[]> {
  return await cycles(tx, scope)
    .where('cycle.unitId', '=', place.id)
    .where('decided.id', 'is', null)
    .orderBy(sql`cycle.led_by is not distinct from ${scope.personId}`, 'desc')
    .orderBy('cycle.endsOn')
    .orderBy('cycle.id')
    .execute()
}

/** The cycle, held until the end of the transaction. */
export async function lockCycle(tx: Tx, scope: Scope, place: { id: string }, id: string): Promise<Cycle> {
  const row = tx.selectFrom('cycle').select('id').where('tenantId', '=', scope.tenantId).where('id', '=', id).forUpdate()
  found(await row.executeTakeFirst())
  return await findCycle(tx, scope, place, id)
}

/** The cycles that were planned after this one. */
export async function listNextCycles(tx: Tx, scope: Scope, id: string): Promise<Cycle[]> {
  return await cycles(tx, scope).where('cycle.parentId', '=', id).orderBy('cycle.id').execute()
}

const NAME = sql<string | null>`trim(person.given_name || ' ' || person.family_name)`

/** What was seen while the cycle was done, in the order of days. */
export async function listObservations(tx: Tx, scope: Scope, cycleId: string): Promise<Observation[]> {
  return await tx
    .selectFrom('observation as seen')
    .leftJoin('person', (on) => on.onRef('person.tenantId', '=', 'seen.tenantId').onRef('person.id', '=', 'seen.recordedBy'))
    .select(['seen.id', 'seen.observedOn', 'seen.seen', 'seen.surprise', NAME.as('byName')])
    .where('seen.tenantId', '=', scope.tenantId)
    .where('seen.cycleId', '=', cycleId)
    .orderBy('seen.observedOn')
    .orderBy('seen.id')
    .execute()
}

export async function findStudy(tx: Tx, scope: Scope, cycleId: string): Promise<Study | undefined> {
  return await tx
    .selectFrom('study')
    .leftJoin('person', (on) => on.onRef('person.tenantId', '=', 'study.tenantId').onRef('person.id', '=', 'study.recordedBy'))
    .select([
      'study.studiedOn',
      'study.result',
      'study.asPredicted',
      'study.learnedFirst',
      'study.learnedSecond',
      'study.learnedThird',
      NAME.as('byName'),
    ])
    .where('study.tenantId', '=', scope.tenantId)
    .where('study.cycleId', '=', cycleId)
    .$castTo<Study>() // the column's check lists the same answers
    .executeTakeFirst()
}

export async function findDecision(tx: Tx, scope: Scope, cycleId: string): Promise<Decision | undefined> {
  return await tx
    .selectFrom('cycleDecision as decided')
    .leftJoin('person', (on) => on.onRef('person.tenantId', '=', 'decided.tenantId').onRef('person.id', '=', 'decided.decidedBy'))
    .select(['decided.decision', 'decided.reason', 'decided.decidedOn', NAME.as('byName')])
    .where('decided.tenantId', '=', scope.tenantId)
    .where('decided.cycleId', '=', cycleId)
    .$castTo<Decision>() // the column's check lists the same decisions
    .executeTakeFirst()
}

export type IdeaChoice = { id: string; statement: string; goalId: string }

/** Change ideas of a place's current strategies, for choosing what a cycle tries. */
export async function listIdeaChoices(tx: Tx, scope: Scope, place: { id: string }): Promise<IdeaChoice[]> {
  return await tx
    .selectFrom('changeIdea as idea')
    .innerJoin('driver', (on) => on.onRef('driver.tenantId', '=', 'idea.tenantId').onRef('driver.id', '=', 'idea.driverId'))
    .innerJoin('strategy as drawn', (on) => on.onRef('drawn.tenantId', '=', 'driver.tenantId').onRef('drawn.id', '=', 'driver.strategyId'))
    .select(['idea.id', 'idea.statement', 'drawn.goalId'])
    .where('idea.tenantId', '=', scope.tenantId)
    .where('drawn.unitId', '=', place.id)
    .where(visibleTo(scope, 'drawn'))
    .where(
      sql<boolean>`drawn.number = (select max(s.number) from strategy s where s.tenant_id = drawn.tenant_id and s.goal_id = drawn.goal_id)`,
    )
    .orderBy('driver.position')
    .orderBy('idea.position')
    .execute()
}
