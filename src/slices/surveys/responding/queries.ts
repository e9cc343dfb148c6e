import { inIdentity } from '../../../access/scope.ts'
import type { Database, Tx } from '../../../platform/database.ts'
import type { Asked } from './schema.ts'

/** In which tenant a link lies. */
export async function findTenantOfLink(db: Database, tokenHash: Buffer): Promise<string | undefined> {
  const row = await inIdentity(db, undefined, (tx) =>
    tx.selectFrom('identity.surveyLink').select('tenantId').where('tokenHash', '=', tokenHash).executeTakeFirst(),
  )
  return row?.tenantId
}

/** What a link asks; of whom it asks is not even read. */
export async function findAsked(tx: Tx, tenantId: string, tokenHash: Buffer): Promise<Asked | undefined> {
  const row = await tx
    .selectFrom('surveyLink as link')
    .innerJoin('surveyInvitation as invitation', (on) =>
      on.onRef('invitation.tenantId', '=', 'link.tenantId').onRef('invitation.id', '=', 'link.invitationId'),
    )
    .innerJoin('survey', (on) => on.onRef('survey.tenantId', '=', 'invitation.tenantId').onRef('survey.id', '=', 'invitation.surveyId'))
    .innerJoin('instrument', (on) =>
      on.onRef('instrument.tenantId', '=', 'survey.tenantId').onRef('instrument.id', '=', 'survey.instrumentId'),
    )
    .leftJoin('seal', (on) => on.onRef('seal.tenantId', '=', 'survey.tenantId').onRef('seal.id', '=', 'survey.sealId'))
    .innerJoin('tenant', 'tenant.tenantId', 'invitation.tenantId')
    .select(['tenant.tenantId', 'tenant.name as tenantName', 'tenant.timeZone', 'invitation.id as invitationId', 'survey.id as surveyId'])
    .select(['invitation.unitId', 'invitation.used', 'instrument.title', 'instrument.purpose', 'instrument.minutes', 'instrument.scales'])
    .select(['survey.opensOn', 'survey.closesOn', 'survey.closedAt', 'seal.publicKey', 'seal.sizeBytes'])
    .select(['invitation.role', 'survey.mode', 'survey.languages', 'survey.inParts'])
    .where('link.tenantId', '=', tenantId)
    .where('link.tokenHash', '=', tokenHash)
    .$castTo<Asked>() // the commands write these columns from the same types
    .executeTakeFirst()
  return row
}

/** Holds a survey open: the close waits for answers that are on their way, and they for it. */
export async function holdOpen(tx: Tx, asked: Pick<Asked, 'tenantId' | 'surveyId'>): Promise<{ closedAt: Date | null } | undefined> {
  const survey = tx.selectFrom('survey').select('closedAt').where('tenantId', '=', asked.tenantId).where('id', '=', asked.surveyId)
  return await survey.forShare().executeTakeFirst()
}
