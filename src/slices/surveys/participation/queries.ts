import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import { answeredBelow, type Part } from './rules.ts'
import type { PartShown } from './schema.ts'

/** Surveys that run or are over and have not been closed yet. */
export async function listBegun(tx: Tx, scope: Scope, today: string) {
  return await tx
    .selectFrom('survey')
    .select(['id', 'unitId'])
    .where('tenantId', '=', scope.tenantId)
    .where('closedAt', 'is', null)
    .where('opensOn', '<=', today)
    .orderBy('id')
    .execute()
}

/** The places of a survey with how many are invited and have answered there and below, and when that was last counted. */
export async function listAnswered(tx: Tx, scope: Scope, surveyId: string): Promise<(Part & { countedOn: string | null })[]> {
  const units = await tx
    .selectFrom('surveyUnit')
    .innerJoin('unit', (on) => on.onRef('unit.tenantId', '=', 'surveyUnit.tenantId').onRef('unit.id', '=', 'surveyUnit.unitId'))
    .select(['surveyUnit.unitId', 'surveyUnit.invited', 'surveyUnit.countedOn', 'unit.path'])
    .where('surveyUnit.tenantId', '=', scope.tenantId)
    .where('surveyUnit.surveyId', '=', surveyId)
    .execute()
  const total = answeredBelow(await countUsed(tx, scope, surveyId), units)
  return units.map((unit) => ({ ...unit, answered: total.get(unit.unitId) ?? 0 }))
}

async function countUsed(tx: Tx, scope: Scope, surveyId: string): Promise<Map<string, number>> {
  const used = await tx
    .selectFrom('surveyInvitation')
    .select(['unitId', sql<number>`count(*)::int`.as('answered')])
    .where('tenantId', '=', scope.tenantId)
    .where('surveyId', '=', surveyId)
    .where('used', '=', true)
    .groupBy('unitId')
    .execute()
  return new Map(used.map(({ unitId, answered }) => [unitId, answered]))
}

/** The schools of a survey; those who ask see numbers that were fit to be said when they were counted. */
export async function listParts(tx: Tx, scope: Scope, surveyId: string): Promise<PartShown[]> {
  return await tx
    .selectFrom('surveyUnit')
    .innerJoin('unit', (on) => on.onRef('unit.tenantId', '=', 'surveyUnit.tenantId').onRef('unit.id', '=', 'surveyUnit.unitId'))
    .select(['surveyUnit.unitId', 'unit.name', 'surveyUnit.invited', 'surveyUnit.answered', 'surveyUnit.countedOn'])
    .where('surveyUnit.tenantId', '=', scope.tenantId)
    .where('surveyUnit.surveyId', '=', surveyId)
    .where('unit.kind', '=', 'school')
    .orderBy('unit.name')
    .orderBy('unit.id')
    .execute()
}
