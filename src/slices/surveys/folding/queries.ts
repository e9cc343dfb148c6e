import { summaryFromBytes } from '@groundwork/measures/summary/summary-bytes.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import { sealedAnswerSchema } from '../responding/schema.ts'
import { scalesSchema } from '../schema.ts'
import type { Counted, Tallies, Unit } from './schema.ts'

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

/** The places that were declared to be counted, each with its path. */
export async function listUnits(tx: Tx, scope: Scope, surveyId: string): Promise<Unit[]> {
  const rows = await tx
    .selectFrom('surveyUnit')
    .innerJoin('unit', (on) => on.onRef('unit.tenantId', '=', 'surveyUnit.tenantId').onRef('unit.id', '=', 'surveyUnit.unitId'))
    .select(['unit.id as unitId', 'unit.path', 'unit.kind'])
    .where('surveyUnit.tenantId', '=', scope.tenantId)
    .where('surveyUnit.surveyId', '=', surveyId)
    .orderBy('unit.id')
    .execute()
  return rows.map(({ kind, ...row }) => ({ ...row, isSchool: kind === 'school' }))
}

const responseSchema = sealedAnswerSchema.pick({ values: true })

/** Confidential and named answers that have not been counted yet, held so that no second job counts them too. */
export async function listUncounted(tx: Tx, scope: Scope, surveyId: string, most: number): Promise<(Counted & { id: string })[]> {
  const rows = await tx
    .selectFrom('surveyResponse')
    .select(['id', 'unitId', 'role', 'answers'])
    .where('tenantId', '=', scope.tenantId)
    .where('surveyId', '=', surveyId)
    .where('counted', '=', false)
    .limit(most)
    .forUpdate()
    .execute()
  return rows.map(({ answers, ...row }) => ({ ...row, ...responseSchema.parse({ values: answers }) }))
}

/** All confidential and named answers, for the words in them. */
export async function listResponses(tx: Tx, scope: Scope, surveyId: string): Promise<Counted[]> {
  const rows = await tx
    .selectFrom('surveyResponse')
    .select(['unitId', 'role', 'answers'])
    .where('tenantId', '=', scope.tenantId)
    .where('surveyId', '=', surveyId)
    .execute()
  return rows.map(({ answers, ...row }) => ({ ...row, ...responseSchema.parse({ values: answers }) }))
}

/** How far the counting of a survey has come. */
export async function findTallies(tx: Tx, scope: Scope, surveyId: string): Promise<Tallies> {
  const rows = await tx
    .selectFrom('surveyTally')
    .select(['unitId', 'scaleKey', 'summary'])
    .where('tenantId', '=', scope.tenantId)
    .where('surveyId', '=', surveyId)
    .execute()
  const byScale = Map.groupBy(rows, (row) => row.scaleKey)
  return new Map([...byScale].map(([key, own]) => [key, new Map(own.map((row) => [row.unitId, summaryFromBytes(row.summary)]))]))
}

/** Confidential and named surveys with answers that wait to be counted. */
export async function listWaiting(tx: Tx, scope: Scope): Promise<{ id: string }[]> {
  return await tx
    .selectFrom('survey')
    .select('id')
    .where('tenantId', '=', scope.tenantId)
    .where('foldedAt', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('surveyResponse as response')
          .select('response.id')
          .whereRef('response.tenantId', '=', 'survey.tenantId')
          .whereRef('response.surveyId', '=', 'survey.id')
          .where('response.counted', '=', false),
      ),
    )
    .execute()
}
