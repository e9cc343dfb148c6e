import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { found } from '../../platform/problem.ts'
import { CIRCLES } from '../../access/roles.ts'
import type { Scope } from '../../access/scope.ts'
import { visibleTo } from '../../access/visible.ts'
import { latestVotesOn } from '../votes/queries.ts'
import { textsSchema, type Vote } from '../votes/schema.ts'
import { currentOf, inOrder, stateOf } from './rules.ts'
import { type Agreement, type Closure, type Goal, OUTCOMES } from './schema.ts'

type At = { id: string; path: readonly string[] }

/** The goals of a place and of the places below it: the adopted ones, then those being decided, the newest first. */
export async function listGoals(tx: Tx, scope: Scope, place: { id: string }): Promise<Goal[]> {
  const rows = await goals(tx, scope)
    .where(sql<boolean>`unit.path @> array[${place.id}]::uuid[]`)
    .execute()
  return inOrder(await withVotes(tx, scope, rows))
}

/** A goal of a place, as the reader may know it. */
export async function findGoal(tx: Tx, scope: Scope, place: { id: string }, goalId: string): Promise<Goal> {
  const rows = await goals(tx, scope).where('goal.id', '=', goalId).where('goal.unitId', '=', place.id).execute()
  return found((await withVotes(tx, scope, rows))[0])
}

/** Goals by their ids, for pages that name them; those that the reader may not see are left out. */
export async function goalsByIds(tx: Tx, scope: Scope, ids: readonly string[]): Promise<Goal[]> {
  if (ids.length === 0) return []
  return await withVotes(tx, scope, await goals(tx, scope).where('goal.id', 'in', ids).execute())
}

/** The goal that a place works on: the adopted one, else the newest draft; its own, else that of a place above. */
export async function currentGoal(tx: Tx, scope: Scope, place: At): Promise<Goal | undefined> {
  const rows = await goals(tx, scope).where('goal.unitId', 'in', place.path).where('goalClosure.id', 'is', null).execute()
  return currentOf(await withVotes(tx, scope, rows), place.path)
}

/** One page of all goals that the reader may see, by id; of one unit where that is asked. */
export async function listGoalsFrom(tx: Tx, scope: Scope, from: { cursor?: string; limit: number; unitId?: string }): Promise<Goal[]> {
  let query = goals(tx, scope).orderBy('goal.id').limit(from.limit)
  if (from.cursor) query = query.where('goal.id', '>', from.cursor)
  if (from.unitId) query = query.where('goal.unitId', '=', from.unitId)
  return await withVotes(tx, scope, await query.execute())
}

/** The place of a unit that the reader may enter, for addresses that do not name it. */
export async function findPlaceOf(tx: Tx, scope: Scope, unitId: string): Promise<At & { kind: string }> {
  const unit = await tx
    .selectFrom('unit')
    .select(['id', 'kind', 'path'])
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', unitId)
    .where('endedOn', 'is', null)
    .executeTakeFirst()
  return found(scope.places.includes(unitId) ? unit : undefined)
}

/** Holds the goal for this transaction, so that its state cannot change between asking and writing. */
export async function lockGoal(tx: Tx, scope: Scope, place: { id: string }, goalId: string): Promise<Goal> {
  const row = tx.selectFrom('goal').select('id').where('tenantId', '=', scope.tenantId).where('id', '=', goalId).forUpdate()
  found(await row.executeTakeFirst())
  return await findGoal(tx, scope, place, goalId)
}

function goals(tx: Tx, scope: Scope) {
  const name = (table: string) => sql<string | null>`trim(${sql.ref(`${table}.givenName`)} || ' ' || ${sql.ref(`${table}.familyName`)})`
  return tx
    .selectFrom('goal')
    .innerJoin('unit', (on) => on.onRef('unit.tenantId', '=', 'goal.tenantId').onRef('unit.id', '=', 'goal.unitId'))
    .leftJoin('person as author', (on) => on.onRef('author.tenantId', '=', 'goal.tenantId').onRef('author.id', '=', 'goal.authorId'))
    .leftJoin('goalAgreement', (on) =>
      on.onRef('goalAgreement.tenantId', '=', 'goal.tenantId').onRef('goalAgreement.goalId', '=', 'goal.id'),
    )
    .leftJoin('person as adopter', (on) =>
      on.onRef('adopter.tenantId', '=', 'goal.tenantId').onRef('adopter.id', '=', 'goalAgreement.agreedBy'),
    )
    .leftJoin('goalClosure', (on) => on.onRef('goalClosure.tenantId', '=', 'goal.tenantId').onRef('goalClosure.goalId', '=', 'goal.id'))
    .leftJoin('person as closer', (on) => on.onRef('closer.tenantId', '=', 'goal.tenantId').onRef('closer.id', '=', 'goalClosure.closedBy'))
    .selectAll('goal')
    .select([
      'unit.name as unitName',
      'unit.slug as unitSlug',
      name('author').as('author'),
      name('adopter').as('agreedBy'),
      name('closer').as('closedBy'),
    ])
    .select(['goalAgreement.voteId', 'goalAgreement.statement as agreed', 'goalAgreement.agreedOn'])
    .select(['goalClosure.outcome', 'goalClosure.learned', 'goalClosure.closedOn'])
    .where('goal.tenantId', '=', scope.tenantId)
    .where(visibleTo(scope, 'goal'))
}

type GoalRow = Awaited<ReturnType<ReturnType<typeof goals>['executeTakeFirstOrThrow']>>

async function withVotes(tx: Tx, scope: Scope, rows: GoalRow[]): Promise<Goal[]> {
  const votes = await latestVotesOn(
    tx,
    scope,
    'goal',
    rows.map((row) => row.id),
  )
  return rows.map((row) => goalOf(row, votes.get(row.id)))
}

function goalOf(row: GoalRow, vote: Vote | undefined): Goal {
  const { id, unitId, unitName, unitSlug, forWhom, baseline, target, dueOn, evidence, author, version, recordedAt } = row
  const marks = { vote, agreement: agreementOf(row), closure: closureOf(row) }
  return {
    id,
    unitId,
    unitName,
    unitSlug,
    forWhom,
    baseline,
    target,
    dueOn,
    evidence,
    author,
    version,
    recordedAt,
    circle: CIRCLES.find((circle) => circle === row.circle) ?? 'team', // the column's check lists the same; the narrowest is the safe one
    statement: textsSchema.parse(row.statement),
    ...marks,
    state: stateOf(marks),
  }
}

function agreementOf({ voteId, agreed, agreedOn, agreedBy }: GoalRow): Agreement | undefined {
  if (!voteId || !agreed || !agreedOn) return undefined
  return { voteId, statement: agreed, agreedOn, agreedBy: agreedBy ?? '' }
}

function closureOf({ outcome, learned, closedOn, closedBy }: GoalRow): Closure | undefined {
  const known = OUTCOMES.find((one) => one === outcome)
  if (!known || learned === null || !closedOn) return undefined
  return { outcome: known, learned, closedOn, closedBy: closedBy ?? '' }
}
