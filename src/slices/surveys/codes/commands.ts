import type { Db, Tx } from '../../../platform/database.ts'
import { newRandomId } from '../../../platform/ids.ts'
import { refuse } from '../../../platform/problem.ts'
import { record } from '../../../access/events.ts'
import { inTenant, type Scope } from '../../../access/scope.ts'
import { secretHash } from '../../people/secrets/rules.ts'
import { findSurvey } from '../administrations/queries.ts'
import { whyNotRun } from '../rules.ts'
import { listPaper } from './queries.ts'
import { newCode } from './rules.ts'

/** Gives an invitation a link, for its letter or a reminder; answers false where another was quicker. */
export async function giveToken(tx: Tx, scope: Scope, invitationId: string, token: string, reminder = 0): Promise<boolean> {
  const tokenHash = secretHash(token)
  const given = await tx
    .insertInto('surveyLink')
    .values({ tenantId: scope.tenantId, id: newRandomId(), invitationId, tokenHash, reminder })
    .onConflict((conflict) => conflict.columns(['tenantId', 'invitationId', 'reminder']).doNothing())
    .executeTakeFirst()
  if (given.numInsertedOrUpdatedRows === 0n) return false
  await tx.insertInto('identity.surveyLink').values({ tokenHash, tenantId: scope.tenantId }).execute()
  return true
}

/** Makes the codes for those of a place who have no address; earlier sheets stop working, as nobody could show them again. */
export async function makeCodes(db: Db, scope: Scope, place: { id: string }, surveyId: string): Promise<string[]> {
  return await inTenant(db, scope, async (tx) => {
    const survey = await findSurvey(tx, scope, place, surveyId)
    refuse(whyNotRun(scope, place) ?? (survey.closedAt ? 'surveys.closed_already' : undefined))
    const paper = await listPaper(tx, scope, surveyId, place.id)
    const codes: string[] = []
    for (const { id, tokenHash } of paper) {
      if (tokenHash) await tx.deleteFrom('identity.surveyLink').where('tokenHash', '=', tokenHash).execute()
      await tx.deleteFrom('surveyLink').where('tenantId', '=', scope.tenantId).where('invitationId', '=', id).execute()
      const code = newCode()
      if (await giveToken(tx, scope, id, code)) codes.push(code)
    }
    await record(tx, scope, { verb: 'survey_codes_made', noun: 'survey', nounId: surveyId, unitId: place.id })
    return codes
  })
}
