import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { found } from '../../platform/problem.ts'
import type { Scope } from '../../access/scope.ts'
import { visibleTo } from '../../access/visible.ts'
import type { Strategy } from './schema.ts'

/** Strategies that the person may read, each with its author and where it stands. */
export function strategies(tx: Tx, scope: Scope) {
  return tx
    .selectFrom('strategy as drawn')
    .leftJoin('person as author', (on) => on.onRef('author.tenantId', '=', 'drawn.tenantId').onRef('author.id', '=', 'drawn.authorId'))
    .selectAll('drawn')
    .select(sql<string | null>`trim(author.given_name || ' ' || author.family_name)`.as('authorName'))
    .select(
      sql<number>`(select max(s.number) from strategy s where s.tenant_id = drawn.tenant_id and s.goal_id = drawn.goal_id)`.as(
        'newestNumber',
      ),
    )
    .select(
      sql<Strategy['lastOutcome']>`(
        select r.outcome from strategy_review r where r.tenant_id = drawn.tenant_id and r.strategy_id = drawn.id
        order by r.held_on desc, r.id desc limit 1)`.as('lastOutcome'),
    )
    .where('drawn.tenantId', '=', scope.tenantId)
    .where(visibleTo(scope, 'drawn'))
    .$castTo<Strategy>() // the constraints hold what the columns' types cannot say
}

/** A strategy of a place. */
export async function findStrategy(tx: Tx, scope: Scope, place: { id: string }, id: string): Promise<Strategy> {
  return found(await strategies(tx, scope).where('drawn.id', '=', id).where('drawn.unitId', '=', place.id).executeTakeFirst())
}

/** The strategies of a goal, the newest first. */
export async function listStrategies(tx: Tx, scope: Scope, goalId: string): Promise<Strategy[]> {
  return await strategies(tx, scope).where('drawn.goalId', '=', goalId).orderBy('drawn.number', 'desc').execute()
}

/** The newest strategy of a goal that the reader may see. */
export async function findCurrentStrategy(tx: Tx, scope: Scope, goalId: string): Promise<Strategy | undefined> {
  return (await listStrategies(tx, scope, goalId)).find((one) => one.number === one.newestNumber)
}

/** One page of all strategies that the reader may see, by id; of one goal where that is asked. */
export async function listStrategiesFrom(
  tx: Tx,
  scope: Scope,
  from: { cursor?: string; limit: number; goalId?: string },
): Promise<Strategy[]> {
  let query = strategies(tx, scope).orderBy('drawn.id').limit(from.limit)
  if (from.cursor) query = query.where('drawn.id', '>', from.cursor)
  if (from.goalId) query = query.where('drawn.goalId', '=', from.goalId)
  return await query.execute()
}

/** A strategy wherever in the tenant it stands, for addresses that name no place. */
export async function findStrategyAnywhere(tx: Tx, scope: Scope, id: string): Promise<Strategy> {
  return found(await strategies(tx, scope).where('drawn.id', '=', id).executeTakeFirst())
}

/** The strategy, held until the end of the transaction. */
export async function lockStrategy(tx: Tx, scope: Scope, place: { id: string }, id: string): Promise<Strategy> {
  const row = tx.selectFrom('strategy').select('id').where('tenantId', '=', scope.tenantId).where('id', '=', id).forUpdate()
  found(await row.executeTakeFirst())
  return await findStrategy(tx, scope, place, id)
}
