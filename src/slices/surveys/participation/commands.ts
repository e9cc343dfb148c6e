import { sql } from 'kysely'
import { dayIn } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { inTenant, type Scope, systemScope } from '../../../access/scope.ts'
import type { Deps } from '../../../web/deps.ts'
import { endSurvey } from '../administrations/commands.ts'
import { lockSurvey } from '../administrations/queries.ts'
import { listTenantIds } from '../../cycles/nudges/queries.ts'
import { listAnswered, listBegun } from './queries.ts'
import { sayableOf } from './rules.ts'

type Kit = Pick<Deps, 'db' | 'clock' | 'jobs'>

/** Closes what is over in every tenant, and counts the rest once a day: a number that moved by the minute would name whoever just answered. */
export async function goRound({ db, clock, jobs }: Kit): Promise<void> {
  for (const tenantId of await listTenantIds(db)) {
    const scope = await systemScope(db, tenantId, clock.now())
    const today = dayIn(scope.timeZone, scope.now)
    const begun = await inTenant(db, scope, (tx) => listBegun(tx, scope, today))
    for (const survey of begun)
      await inTenant(db, scope, async (tx) => {
        const { closedAt } = await lockSurvey(tx, scope, survey.id)
        if (closedAt) return
        await countAnswered(tx, scope, survey, today)
        if (survey.closesOn < today) await endSurvey(tx, scope, jobs, survey)
      })
  }
}

async function countAnswered(tx: Tx, scope: Scope, survey: { id: string }, today: string): Promise<void> {
  const parts = await listAnswered(tx, scope, survey.id)
  // All on the same day: numbers of two days beside each other would show who answered between them.
  if (parts.some(({ countedOn }) => countedOn !== null && countedOn >= today)) return
  const sayable = sayableOf(parts)
  await sql`
    update survey_unit set answered = counted.answered, counted_on = ${today}
    from unnest(${[...sayable.keys()]}::uuid[], ${[...sayable.values()]}::int[]) as counted (unit_id, answered)
    where survey_unit.tenant_id = ${scope.tenantId} and survey_unit.survey_id = ${survey.id} and survey_unit.unit_id = counted.unit_id`.execute(
    tx,
  )
}
