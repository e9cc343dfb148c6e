import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { found } from '../../../platform/problem.ts'
import type { Scope } from '../../../access/scope.ts'
import { visibleTo } from '../../../access/visible.ts'
import { lateForTeamBefore } from './rules.ts'
import type { Commitment } from './schema.ts'

function commitments(tx: Tx, scope: Scope) {
  return tx
    .selectFrom('commitment')
    .innerJoin('changeIdea', (on) =>
      on.onRef('changeIdea.tenantId', '=', 'commitment.tenantId').onRef('changeIdea.id', '=', 'commitment.ideaId'),
    )
    .innerJoin('driver', (on) => on.onRef('driver.tenantId', '=', 'changeIdea.tenantId').onRef('driver.id', '=', 'changeIdea.driverId'))
    .innerJoin('strategy as drawn', (on) => on.onRef('drawn.tenantId', '=', 'driver.tenantId').onRef('drawn.id', '=', 'driver.strategyId'))
    .innerJoin('person', (on) => on.onRef('person.tenantId', '=', 'commitment.tenantId').onRef('person.id', '=', 'commitment.personId'))
    .leftJoin('commitmentKeeping as keeping', (on) =>
      on.onRef('keeping.tenantId', '=', 'commitment.tenantId').onRef('keeping.commitmentId', '=', 'commitment.id'),
    )
    .leftJoin('commitmentRelease as release', (on) =>
      on.onRef('release.tenantId', '=', 'commitment.tenantId').onRef('release.commitmentId', '=', 'commitment.id'),
    )
    .select([
      'commitment.id',
      'commitment.ideaId',
      'changeIdea.statement as idea',
      'driver.strategyId',
      'drawn.unitId',
      'commitment.personId',
      'commitment.what',
      'commitment.dueOn',
    ])
    .select(sql<string>`trim(person.given_name || ' ' || person.family_name)`.as('personName'))
    .select(['keeping.keptOn', 'keeping.cameOf', 'release.releasedOn', 'release.reason as releaseReason'])
    .where('commitment.tenantId', '=', scope.tenantId)
    .where(visibleTo(scope, 'drawn'))
}

/** The commitments of a strategy, the next due first. */
export async function listCommitments(tx: Tx, scope: Scope, strategyId: string): Promise<Commitment[]> {
  return await commitments(tx, scope)
    .where('driver.strategyId', '=', strategyId)
    .orderBy('commitment.dueOn')
    .orderBy('commitment.id')
    .execute()
}

/** A commitment of a place. */
export async function findCommitment(tx: Tx, scope: Scope, place: { id: string }, id: string): Promise<Commitment> {
  return found(await commitments(tx, scope).where('commitment.id', '=', id).where('drawn.unitId', '=', place.id).executeTakeFirst())
}

/** The commitment, held until the end of the transaction, so that it is settled once. */
export async function lockCommitment(tx: Tx, scope: Scope, place: { id: string }, id: string): Promise<Commitment> {
  const row = tx.selectFrom('commitment').select('id').where('tenantId', '=', scope.tenantId).where('id', '=', id).forUpdate()
  found(await row.executeTakeFirst())
  return await findCommitment(tx, scope, place, id)
}

/** What the reader has promised at a place and not settled, the next due first. */
export async function listMyOpenCommitments(tx: Tx, scope: Scope, place: { id: string }): Promise<Commitment[]> {
  return await openAt(tx, scope, place).where('commitment.personId', '=', scope.personId).execute()
}

/** What others have promised at a place and is late for the team: their own grace is over, and they were told first. */
export async function listLateOfOthers(tx: Tx, scope: Scope, place: { id: string }, today: string): Promise<Commitment[]> {
  return await openAt(tx, scope, place)
    .where('commitment.personId', '<>', scope.personId)
    .where('commitment.dueOn', '<', lateForTeamBefore(today))
    .execute()
}

/** How many open commitments rest on each person of a place. */
export async function countOpenByPerson(tx: Tx, scope: Scope, place: { id: string }): Promise<{ personId: string; count: number }[]> {
  const open = Map.groupBy(await openAt(tx, scope, place).execute(), (one) => one.personId)
  return [...open].map(([personId, ones]) => ({ personId, count: ones.length }))
}

/** A strategy that was replaced or stopped asks for nothing any more. */
function openAt(tx: Tx, scope: Scope, place: { id: string }) {
  return commitments(tx, scope)
    .where('drawn.unitId', '=', place.id)
    .where('keeping.id', 'is', null)
    .where('release.id', 'is', null)
    .where(
      sql<boolean>`drawn.number = (select max(s.number) from strategy s where s.tenant_id = drawn.tenant_id and s.goal_id = drawn.goal_id)`,
    )
    .where(
      sql<boolean>`'stop' is distinct from (
        select r.outcome from strategy_review r where r.tenant_id = drawn.tenant_id and r.strategy_id = drawn.id
        order by r.held_on desc, r.id desc limit 1)`,
    )
    .orderBy('commitment.dueOn')
    .orderBy('commitment.id')
}

export type Reminder = {
  personName: string
  email: string
  language: string | null
  what: string
  dueOn: string
  idea: string
  strategyId: string
  ideaId: string
  placeSlug: string
}

/** What a reminder says, while the commitment is open and its owner can be written to. */
export async function findReminder(tx: Tx, scope: Scope, id: string): Promise<Reminder | undefined> {
  const row = await commitments(tx, scope)
    .innerJoin('unit', (on) => on.onRef('unit.tenantId', '=', 'drawn.tenantId').onRef('unit.id', '=', 'drawn.unitId'))
    .select(['person.email', 'person.language', 'unit.slug as placeSlug'])
    .where('commitment.id', '=', id)
    .where('keeping.id', 'is', null)
    .where('release.id', 'is', null)
    .where('person.endedOn', 'is', null)
    .executeTakeFirst()
  return row?.email ? { ...row, email: row.email } : undefined
}
