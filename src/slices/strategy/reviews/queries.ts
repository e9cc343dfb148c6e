import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import type { Review } from './schema.ts'

/** The reviews of a strategy, the newest first. */
export async function listReviews(tx: Tx, scope: Scope, strategyId: string): Promise<Review[]> {
  return await tx
    .selectFrom('strategyReview as review')
    .leftJoin('person', (on) => on.onRef('person.tenantId', '=', 'review.tenantId').onRef('person.id', '=', 'review.recordedBy'))
    .select(['review.id', 'review.heldOn', 'review.outcome', 'review.reason', 'review.evidence'])
    .select(sql<string | null>`trim(person.given_name || ' ' || person.family_name)`.as('byName'))
    .where('review.tenantId', '=', scope.tenantId)
    .where('review.strategyId', '=', strategyId)
    .orderBy('review.heldOn', 'desc')
    .orderBy('review.id', 'desc')
    .$castTo<Review>() // the column's check lists the same outcomes
    .execute()
}
