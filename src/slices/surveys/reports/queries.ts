import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import type { Summary } from './schema.ts'

/** What a survey left at one place; secret as the answers were, so only reports/rules.ts reads it. */
export async function listSummaries(tx: Tx, scope: Scope, surveyId: string, place: { id: string }): Promise<Summary[]> {
  return await tx
    .selectFrom('surveySummary')
    .select(['scaleKey', 'n', 'counts', 'moments', 'whole'])
    .where('tenantId', '=', scope.tenantId)
    .where('surveyId', '=', surveyId)
    .where('unitId', '=', place.id)
    .$castTo<Summary>() // folding/commands.ts writes these columns
    .execute()
}
