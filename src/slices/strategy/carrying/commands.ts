import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { newRow } from '../../../access/new-row.ts'
import type { Scope } from '../../../access/scope.ts'
import { listDrivers } from '../diagram/queries.ts'
import type { Driver, Idea } from '../diagram/schema.ts'

/** Begins a new strategy with the diagram of the one before; promises that are still open come along, those that are settled stay. */
export async function carryDiagram(tx: Tx, scope: Scope, fromId: string, toId: string): Promise<void> {
  const drivers = await listDrivers(tx, scope, fromId)
  for (const [index, driver] of drivers.entries()) {
    const row = newRow(scope)
    const { statement, why, measureId } = driver
    await tx
      .insertInto('driver')
      .values({ ...row, strategyId: toId, position: index + 1, statement, why, measureId })
      .execute()
    await carryIdeas(tx, scope, driver, row.id)
  }
}

async function carryIdeas(tx: Tx, scope: Scope, driver: Driver, toDriverId: string): Promise<void> {
  for (const [index, idea] of driver.ideas.entries()) {
    const row = newRow(scope)
    await tx
      .insertInto('changeIdea')
      .values({ ...row, driverId: toDriverId, position: index + 1, statement: idea.statement })
      .execute()
    await carryLinks(tx, scope, idea, row.id)
    await carryOpenCommitments(tx, scope, idea.id, row.id)
  }
}

/** Copied from the rows, so that links to resources which the drawer may not see come along too. */
async function carryLinks(tx: Tx, scope: Scope, idea: Idea, toIdeaId: string): Promise<void> {
  const links = await tx
    .selectFrom('ideaResource')
    .select(['resourceId', 'way', 'how'])
    .where('tenantId', '=', scope.tenantId)
    .where('ideaId', '=', idea.id)
    .execute()
  const rows = links.map((link) => ({ ...link, ...newRow(scope), id: newId(), ideaId: toIdeaId }))
  if (rows.length > 0) await tx.insertInto('ideaResource').values(rows).execute()
}

async function carryOpenCommitments(tx: Tx, scope: Scope, fromIdeaId: string, toIdeaId: string): Promise<void> {
  await tx
    .updateTable('commitment')
    .set({ ideaId: toIdeaId })
    .where('tenantId', '=', scope.tenantId)
    .where('ideaId', '=', fromIdeaId)
    .where(
      sql<boolean>`not exists (select from commitment_keeping k where k.tenant_id = commitment.tenant_id and k.commitment_id = commitment.id)`,
    )
    .where(
      sql<boolean>`not exists (select from commitment_release r where r.tenant_id = commitment.tenant_id and r.commitment_id = commitment.id)`,
    )
    .execute()
}
