import { dayIn } from '../../../platform/clock.ts'
import { inTenant, systemScope } from '../../../access/scope.ts'
import type { Deps } from '../../../web/deps.ts'
import { endSurvey } from '../administrations/commands.ts'
import { lockSurvey } from '../administrations/queries.ts'
import { listTenantIds } from '../../cycles/nudges/queries.ts'
import { countDaily } from './counting/commands.ts'
import { listBegun } from './queries.ts'

type Kit = Pick<Deps, 'db' | 'clock' | 'jobs'>

/** Closes what is over in every tenant, and counts once a day who has answered the rest. */
export async function goRound({ db, clock, jobs }: Kit): Promise<void> {
  for (const tenantId of await listTenantIds(db)) {
    const scope = await systemScope(db, tenantId, clock.now())
    const today = dayIn(scope.timeZone, scope.now)
    const begun = await inTenant(db, scope, (tx) => listBegun(tx, scope, today))
    for (const survey of begun)
      await inTenant(db, scope, async (tx) => {
        const { closedAt, closesOn } = await lockSurvey(tx, scope, survey.id)
        if (closedAt) return
        if (closesOn < today) await endSurvey(tx, scope, jobs, survey)
        else await countDaily(tx, scope, survey.id, today)
      })
  }
}
