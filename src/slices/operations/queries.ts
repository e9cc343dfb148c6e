import { inIdentity } from '../../access/scope.ts'
import type { Db } from '../../platform/database.ts'

/** Every tenant of the installation, for work that goes through all of them. */
export async function listTenantIds(db: Db): Promise<string[]> {
  const rows = await inIdentity(db, undefined, (tx) => tx.selectFrom('identity.tenant').select('tenantId').execute())
  return rows.map((row) => row.tenantId)
}

/** The tenant of a short name. */
export async function findTenantBySlug(db: Db, slug: string): Promise<string | undefined> {
  const row = await inIdentity(db, undefined, (tx) =>
    tx.selectFrom('identity.tenant').select('tenantId').where('slug', '=', slug).executeTakeFirst(),
  )
  return row?.tenantId
}
