import type { Tx } from '../../../../platform/database.ts'
import type { Scope } from '../../../../access/scope.ts'
import type { LeftTogether } from '../schema.ts'

/** What a close left at a place of how its parts go together; it goes to reports/together/rules.ts and nowhere else. */
export async function listTogether(tx: Tx, scope: Scope, surveyId: string, place: { id: string }): Promise<LeftTogether[]> {
  return await tx
    .selectFrom('surveyCorrelation')
    .select(['oneKey', 'otherKey', 'people', 'schools'])
    .where('tenantId', '=', scope.tenantId)
    .where('surveyId', '=', surveyId)
    .where('unitId', '=', place.id)
    .$castTo<LeftTogether>() // folding/commands.ts writes these columns
    .execute()
}
