import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'

/** The invitations on paper of a place that have not been used. */
export async function listPaper(tx: Tx, scope: Scope, surveyId: string, unitId: string) {
  return await tx
    .selectFrom('surveyInvitation as invitation')
    .leftJoin('surveyLink as link', (on) =>
      on.onRef('link.tenantId', '=', 'invitation.tenantId').onRef('link.invitationId', '=', 'invitation.id'),
    )
    .select(['invitation.id', 'link.tokenHash'])
    .where('invitation.tenantId', '=', scope.tenantId)
    .where('invitation.surveyId', '=', surveyId)
    .where('invitation.unitId', '=', unitId)
    .where('invitation.personId', 'is', null)
    .where('invitation.used', '=', false)
    .execute()
}
