import type { Database, Tx } from '../../../platform/database.ts'
import type { Statement } from '../../../platform/round-trip.ts'
import { placesOf } from '../rules.ts'
import type { Asked, Invited, Questionnaire } from './schema.ts'

/** What a link asks; of whom it asks is not even read. */
export async function findAsked(db: Database, tokenHash: Buffer): Promise<Asked | undefined> {
  const [invited] = await db.inOneTrip<Invited>([
    { name: 'respond_enter', text: ENTER, values: [tokenHash] },
    { name: 'respond_invited', text: INVITED, values: [tokenHash] },
  ])
  return invited && { ...invited, ...(await questionnaireOf(db, invited)) }
}

/** Enters the tenant in which a link lies, or none. */
const ENTER = `select set_config('app.tenant', (select tenant_id::text from identity.survey_link where token_hash = $1), true)`

const INVITED = `
  select tenant.tenant_id as "tenantId", tenant.name as "tenantName", tenant.time_zone as "timeZone",
    invitation.id as "invitationId", invitation.unit_id as "unitId", invitation.role, invitation.used,
    survey.id as "surveyId", survey.opens_on as "opensOn", survey.closes_on as "closesOn", survey.closed_at as "closedAt"
  from survey_link as link
  join survey_invitation as invitation on invitation.tenant_id = link.tenant_id and invitation.id = link.invitation_id
  join survey on survey.tenant_id = link.tenant_id and survey.id = invitation.survey_id
  join tenant on tenant.tenant_id = link.tenant_id
  where link.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and link.token_hash = $1`

/** Enters a tenant that is known by an earlier reading. */
export function entering(tenantId: string): Statement {
  return { name: 'respond_tenant', text: `select set_config('app.tenant', $1, true)`, values: [tenantId] }
}

/** Kept by survey, as it was put: nothing about whoever is asked is in it. */
const known = new Map<string, Questionnaire>()

const KNOWN_AT_MOST = 200

async function questionnaireOf(db: Database, { tenantId, surveyId }: Invited): Promise<Questionnaire> {
  const found = known.get(surveyId) ?? (await db.transaction({ tenant: tenantId }, (tx) => findQuestionnaire(tx, tenantId, surveyId)))
  known.delete(surveyId)
  known.set(surveyId, found)
  const [oldest = ''] = known.keys()
  if (known.size > KNOWN_AT_MOST) known.delete(oldest)
  return found
}

async function findQuestionnaire(tx: Tx, tenantId: string, surveyId: string): Promise<Questionnaire> {
  const row = await tx
    .selectFrom('survey')
    .innerJoin('instrument', (on) =>
      on.onRef('instrument.tenantId', '=', 'survey.tenantId').onRef('instrument.id', '=', 'survey.instrumentId'),
    )
    .leftJoin('seal', (on) => on.onRef('seal.tenantId', '=', 'survey.tenantId').onRef('seal.id', '=', 'survey.sealId'))
    .select(['survey.id as surveyId', 'survey.mode', 'survey.languages', 'survey.inParts', 'seal.publicKey', 'seal.sizeBytes'])
    .select(['instrument.title', 'instrument.purpose', 'instrument.minutes', 'instrument.scales'])
    .where('survey.tenantId', '=', tenantId)
    .where('survey.id', '=', surveyId)
    .$castTo<Omit<Questionnaire, 'places'>>() // the commands write these columns from the same types
    .executeTakeFirstOrThrow()
  return { ...row, places: placesOf(row.scales) }
}
