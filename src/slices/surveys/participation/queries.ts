import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'

/** Surveys that run or are over and have not been closed yet. */
export async function listBegun(tx: Tx, scope: Scope, today: string) {
  return await tx
    .selectFrom('survey')
    .select(['id', 'unitId', 'closesOn'])
    .where('tenantId', '=', scope.tenantId)
    .where('closedAt', 'is', null)
    .where('opensOn', '<=', today)
    .orderBy('id')
    .execute()
}

/** The places of a survey with how many there have answered; the place that asks has all of them. */
export async function listAnswered(tx: Tx, scope: Scope, survey: { id: string; unitId: string }) {
  const units = await tx
    .selectFrom('surveyUnit')
    .select(['unitId', 'invited', 'countedOn'])
    .where('tenantId', '=', scope.tenantId)
    .where('surveyId', '=', survey.id)
    .execute()
  const used = await tx
    .selectFrom('surveyInvitation')
    .select('unitId')
    .where('tenantId', '=', scope.tenantId)
    .where('surveyId', '=', survey.id)
    .where('used', '=', true)
    .execute()
  const answeredAt = (unitId: string) => used.filter((one) => unitId === survey.unitId || one.unitId === unitId).length
  return units.map((unit) => ({ ...unit, answered: answeredAt(unit.unitId) }))
}
