import { dayIn } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import type { Texts } from '../schema.ts'

export type Unwritten = { id: string; email: string; language: string | null; title: Texts; minutes: number; closesOn: string }

/** Invitations of an open survey to people with an address, for which no letter has left. */
export async function listUnwritten(tx: Tx, scope: Scope, surveyId: string): Promise<Unwritten[]> {
  const rows = await tx
    .selectFrom('surveyInvitation as invitation')
    .innerJoin('person', (on) => on.onRef('person.tenantId', '=', 'invitation.tenantId').onRef('person.id', '=', 'invitation.personId'))
    .innerJoin('survey', (on) => on.onRef('survey.tenantId', '=', 'invitation.tenantId').onRef('survey.id', '=', 'invitation.surveyId'))
    .innerJoin('instrument', (on) =>
      on.onRef('instrument.tenantId', '=', 'survey.tenantId').onRef('instrument.id', '=', 'survey.instrumentId'),
    )
    .select(['invitation.id', 'person.email', 'person.language', 'instrument.title', 'instrument.minutes', 'survey.closesOn'])
    .where('invitation.tenantId', '=', scope.tenantId)
    .where('invitation.surveyId', '=', surveyId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('surveyLink as link')
            .select('link.id')
            .whereRef('link.tenantId', '=', 'invitation.tenantId')
            .whereRef('link.invitationId', '=', 'invitation.id'),
        ),
      ),
    )
    .where('survey.closedAt', 'is', null)
    .where('survey.closesOn', '>=', dayIn(scope.timeZone, scope.now))
    .where('person.endedOn', 'is', null)
    .orderBy('invitation.id')
    .$castTo<Omit<Unwritten, 'email'> & { email: string | null }>() // instruments/commands.ts writes the title
    .execute()
  return rows.flatMap(({ email, ...row }) => (email ? [{ ...row, email }] : []))
}
