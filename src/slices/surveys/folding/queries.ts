import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import { scalesSchema } from '../schema.ts'

/** What is sealed of a survey. */
export async function listSealed(tx: Tx, scope: Scope, surveyId: string): Promise<Buffer[]> {
  const rows = await tx
    .selectFrom('surveyAnswer')
    .select('sealed')
    .where('tenantId', '=', scope.tenantId)
    .where('surveyId', '=', surveyId)
    .execute()
  return rows.map((row) => row.sealed)
}

/** The scales of the questionnaire that was put. */
export async function findScales(tx: Tx, scope: Scope, instrumentId: string) {
  const query = tx.selectFrom('instrument').select('scales').where('tenantId', '=', scope.tenantId).where('id', '=', instrumentId)
  return scalesSchema.parse((await query.executeTakeFirstOrThrow()).scales)
}
