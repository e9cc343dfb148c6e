import { dayIn } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { newRandomId } from '../../../platform/ids.ts'
import { refuse } from '../../../platform/problem.ts'
import type { Statement } from '../../../platform/round-trip.ts'
import { seal } from '../../../platform/sealed.ts'
import { entering } from './queries.ts'
import { whyNotAnswer } from './rules.ts'
import type { Asked, Given, SealedAnswer } from './schema.ts'

/**
 * Takes the one answer of an invitation. No event, no receipt, no time. An anonymous one is sealed: the invitation says that
 * it was used and the answer says nothing, and what the two rows share leads to a text that only the key opens.
 */
export async function giveAnswer(db: Database, asked: Asked, given: Given, now: Date): Promise<void> {
  refuse(whyNotAnswer(asked, dayIn(asked.timeZone, now)))
  const keep = asked.mode === 'anonymous' ? await sealed(asked, given) : plain(asked, given)
  const [done] = await db.inOneTrip<{ isOpen: boolean; isTaken: boolean }>([entering(asked.tenantId), keep])
  refuse(done?.isOpen ? undefined : 'surveys.respond_closed')
  refuse(done?.isTaken ? undefined : 'surveys.respond_used')
}

/**
 * Holds the survey open first, so that the close waits for answers that are on their way, and they for it; then takes the
 * invitation, which one alone can; then keeps the answer. All in one statement, and so all or nothing.
 */
function taking(keeping: string): string {
  return `
    with open as materialized (
      select id from survey where tenant_id = $1 and id = $2 and closed_at is null for share
    ), taken as materialized (
      update survey_invitation invitation set used = true from open
      where invitation.tenant_id = $1 and invitation.id = $3 and invitation.survey_id = open.id and not invitation.used
      returning invitation.survey_id, invitation.unit_id, invitation.person_id, invitation.role
    ), kept as materialized (${keeping})
    select exists (select from open) as "isOpen", exists (select from taken) as "isTaken"`
}

const TAKE_SEALED = taking('insert into survey_answer (tenant_id, id, survey_id, sealed) select $1, $4, survey_id, $5 from taken')

const TAKE_PLAIN = taking(`
  insert into survey_response (tenant_id, id, survey_id, unit_id, person_id, role, answers)
  select $1, $4, survey_id, unit_id, person_id, role, $5 from taken`)

async function sealed({ tenantId, surveyId, unitId, role, invitationId, publicKey, sizeBytes }: Asked, values: Given): Promise<Statement> {
  if (!publicKey || !sizeBytes) throw new Error('An anonymous survey has no seal.')
  const content: SealedAnswer = { surveyId, unitId, role, values }
  const text = Buffer.from(await seal(publicKey, sizeBytes, JSON.stringify(content)))
  return { name: 'respond_sealed', text: TAKE_SEALED, values: [tenantId, surveyId, invitationId, newRandomId(), text] }
}

function plain({ tenantId, surveyId, invitationId }: Asked, given: Given): Statement {
  return { name: 'respond_plain', text: TAKE_PLAIN, values: [tenantId, surveyId, invitationId, newRandomId(), JSON.stringify(given)] }
}
