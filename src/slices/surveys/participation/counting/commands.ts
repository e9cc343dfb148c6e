import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { Scope } from '../../../../access/scope.ts'
import { listAnswered } from '../queries.ts'
import { sayableOf } from '../rules.ts'

/** Counts who has answered, once a day: a number that moved by the minute would name whoever just answered. */
export async function countDaily(tx: Tx, scope: Scope, surveyId: string, today: string): Promise<void> {
  const parts = await listAnswered(tx, scope, surveyId)
  // All on the same day: numbers of two days beside each other would show who answered between them.
  if (parts.every(({ countedOn }) => countedOn === null || countedOn < today)) await keep(tx, scope, { surveyId, parts, today })
}

/** Counts for the last time, at the close: there is only one, so nobody can watch who answers by it. */
export async function countFinally(tx: Tx, scope: Scope, surveyId: string, today: string): Promise<void> {
  await keep(tx, scope, { surveyId, parts: await listAnswered(tx, scope, surveyId), today })
}

type Counted = { surveyId: string; parts: Awaited<ReturnType<typeof listAnswered>>; today: string }

async function keep(tx: Tx, scope: Scope, { surveyId, parts, today }: Counted): Promise<void> {
  const sayable = sayableOf(parts)
  await sql`
    update survey_unit set answered = counted.answered, counted_on = ${today}
    from unnest(${[...sayable.keys()]}::uuid[], ${[...sayable.values()]}::int[]) as counted (unit_id, answered)
    where survey_unit.tenant_id = ${scope.tenantId} and survey_unit.survey_id = ${surveyId} and survey_unit.unit_id = counted.unit_id`.execute(
    tx,
  )
}
