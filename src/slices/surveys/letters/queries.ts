import { sql } from 'kysely'
import { dayIn } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import type { Mode, Texts } from '../schema.ts'

/** An invitation that waits for a letter. */
export type Unwritten = {
  id: string
  email: string
  language: string | null
  title: Texts
  minutes: number
  closesOn: string
  mode: Mode
  askedBy: string
  languages: string[]
}

type Letter = { surveyId: string; reminder: number }

/**
 * Invitations of an open survey that have not been used, to people with an address who still work where it is asked, for whom
 * this letter has not left yet.
 */
export async function listUnwritten(tx: Tx, scope: Scope, { surveyId, reminder }: Letter): Promise<Unwritten[]> {
  const rows = await waiting(tx, scope, surveyId)
    .innerJoin('person', (on) => on.onRef('person.tenantId', '=', 'invitation.tenantId').onRef('person.id', '=', 'invitation.personId'))
    .innerJoin('instrument', (on) =>
      on.onRef('instrument.tenantId', '=', 'survey.tenantId').onRef('instrument.id', '=', 'survey.instrumentId'),
    )
    .innerJoin('unit', (on) => on.onRef('unit.tenantId', '=', 'survey.tenantId').onRef('unit.id', '=', 'survey.unitId'))
    .select(['invitation.id', 'person.email', 'person.language', 'instrument.title', 'instrument.minutes', 'survey.closesOn'])
    .select(['survey.mode', 'survey.languages', 'unit.name as askedBy'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('surveyLink as link')
            .select('link.id')
            .whereRef('link.tenantId', '=', 'invitation.tenantId')
            .whereRef('link.invitationId', '=', 'invitation.id')
            .where('link.reminder', '=', reminder),
        ),
      ),
    )
    .where('person.endedOn', 'is', null)
    .where(worksThere(dayIn(scope.timeZone, scope.now)))
    .orderBy('invitation.id')
    .$castTo<Omit<Unwritten, 'email'> & { email: string | null }>() // the commands wrote these columns from the same types
    .execute()
  return rows.flatMap(({ email, ...row }) => (email ? [{ ...row, email }] : []))
}

/** Whether an invitation still waits: many letters take a while, and meanwhile an answer may have come or the survey been closed. */
export async function stillWaits(tx: Tx, scope: Scope, surveyId: string, invitationId: string): Promise<boolean> {
  const row = await waiting(tx, scope, surveyId).select('invitation.id').where('invitation.id', '=', invitationId).executeTakeFirst()
  return row !== undefined
}

function waiting(tx: Tx, scope: Scope, surveyId: string) {
  return tx
    .selectFrom('surveyInvitation as invitation')
    .innerJoin('survey', (on) => on.onRef('survey.tenantId', '=', 'invitation.tenantId').onRef('survey.id', '=', 'invitation.surveyId'))
    .where('invitation.tenantId', '=', scope.tenantId)
    .where('invitation.surveyId', '=', surveyId)
    .where('invitation.used', '=', false)
    .where('survey.closedAt', 'is', null)
    .where('survey.closesOn', '>=', dayIn(scope.timeZone, scope.now))
}

/** Whoever has no role any more at the place that asks, or below it, has left. */
function worksThere(today: string) {
  return sql<boolean>`exists (select from membership m join unit u on u.tenant_id = m.tenant_id and u.id = m.unit_id
    where m.tenant_id = person.tenant_id and m.person_id = person.id
      and (m.ends_on is null or m.ends_on > ${today}) and u.path @> array[survey.unit_id])`
}

/** When a survey reminds, and whether it still runs. */
export async function findReminding(tx: Tx, scope: Scope, surveyId: string) {
  return await tx
    .selectFrom('survey')
    .select(['opensOn', 'closesOn', 'closedAt', 'reminders'])
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', surveyId)
    .$narrowType<{ reminders: string[] }>() // administrations/commands.ts wrote the days
    .executeTakeFirst()
}
