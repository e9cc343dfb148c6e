import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'

/** The invitations on paper of a place that have not been used. */
export async function listPaper(tx: Tx, scope: Scope, surveyId: string, unitId: string) {
  return await tx
    .selectFrom('surveyInvitation')
    .select(['id', 'tokenHash'])
    .where('tenantId', '=', scope.tenantId)
    .where('surveyId', '=', surveyId)
    .where('unitId', '=', unitId)
    .where('personId', 'is', null)
    .where('used', '=', false)
    .execute()
}
