import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { found } from '../../../platform/problem.ts'
import type { Scope } from '../../../access/scope.ts'
import type { PlanSummary, Report } from '../plan/schema.ts'
import type { Preview } from '../preview/rules.ts'
import type { Load, LoadLine } from './schema.ts'

const LOADS_SHOWN = 50

export async function listLoads(tx: Tx, scope: Scope): Promise<LoadLine[]> {
  const count = (severity: string) =>
    sql<number>`(select count(*) from jsonb_array_elements(preview->'defects') as defect where defect->>'severity' = ${severity})`
  const rows = await tx
    .selectFrom('rosterLoad as load')
    .leftJoin('person', (on) => on.onRef('person.tenantId', '=', 'load.tenantId').onRef('person.id', '=', 'load.loadedBy'))
    .leftJoin('rosterApplication as application', (on) =>
      on.onRef('application.tenantId', '=', 'load.tenantId').onRef('application.loadId', '=', 'load.id'),
    )
    .select(['load.id', 'load.fileName', 'load.recordedAt', 'person.givenName', 'person.familyName', 'application.recordedAt as appliedAt'])
    .select([count('error').as('errors'), count('warning').as('warnings')])
    .where('load.tenantId', '=', scope.tenantId)
    .orderBy('load.recordedAt', 'desc')
    .orderBy('load.id', 'desc')
    .limit(LOADS_SHOWN)
    .execute()
  return rows.map(({ givenName, familyName, ...row }) => ({ ...row, loadedBy: nameOf(givenName, familyName) }))
}

export async function findLoad(tx: Tx, scope: Scope, loadId: string): Promise<Load> {
  const row = found(
    await tx
      .selectFrom('rosterLoad as load')
      .leftJoin('person', (on) => on.onRef('person.tenantId', '=', 'load.tenantId').onRef('person.id', '=', 'load.loadedBy'))
      .selectAll('load')
      .select(['person.givenName', 'person.familyName'])
      .where('load.tenantId', '=', scope.tenantId)
      .where('load.id', '=', loadId)
      .executeTakeFirst(),
  )
  const { id, fileName, fileId, withStudents, recordedAt, givenName, familyName } = row
  // Both documents are written by `loads/commands.ts` alone, from values of these types.
  const documents = { preview: row.preview as Preview, plan: row.plan as PlanSummary }
  const application = await findApplication(tx, scope, loadId)
  return { id, fileName, fileId, withStudents, recordedAt, ...documents, loadedBy: nameOf(givenName, familyName), application }
}

async function findApplication(tx: Tx, scope: Scope, loadId: string): Promise<Load['application']> {
  const row = await tx
    .selectFrom('rosterApplication as application')
    .leftJoin('person', (on) => on.onRef('person.tenantId', '=', 'application.tenantId').onRef('person.id', '=', 'application.appliedBy'))
    .select(['application.report', 'application.recordedAt', 'person.givenName', 'person.familyName'])
    .where('application.tenantId', '=', scope.tenantId)
    .where('application.loadId', '=', loadId)
    .executeTakeFirst()
  // Written by `loads/commands.ts` alone.
  return row && { report: row.report as Report, recordedAt: row.recordedAt, appliedBy: nameOf(row.givenName, row.familyName) }
}

function nameOf(given: string | null, family: string | null) {
  return `${given ?? ''} ${family ?? ''}`.trim()
}
