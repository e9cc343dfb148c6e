import type { Db } from '../../../platform/database.ts'
import { Problem } from '../../../platform/problem.ts'
import { inTenant } from '../../../access/scope.ts'
import type { Scope } from '../../../access/scope.ts'
import { joinUnit } from '../memberships/commands.ts'
import { listSchoolLeads } from './queries.ts'
import { whyNotLead } from './rules.ts'

/** Makes people principals of their schools, from today on. */
export async function nameLeaders(db: Db, scope: Scope, leaders: readonly { schoolId: string; personId: string }[]) {
  await inTenant(db, scope, async (tx) => {
    const schools = await listSchoolLeads(tx, scope)
    for (const { schoolId, personId } of leaders) {
      const why = whyNotLead(
        schools.find((one) => one.schoolId === schoolId),
        personId,
      )
      if (why) throw new Problem(422, why)
      await joinUnit(tx, scope, { personId, unitId: schoolId, role: 'principal' })
    }
  })
}
