import type { Tx } from '../../../platform/database.ts'
import type { Belonging } from './schema.ts'

/** The tenants that an identity belongs to; the transaction must carry that identity. */
export async function listBelongings(tx: Tx, identityPersonId: string): Promise<Belonging[]> {
  return await tx
    .selectFrom('identity.personTenant')
    .select(['tenantId', 'tenantSlug', 'tenantName', 'tenantPersonId'])
    .where('identityPersonId', '=', identityPersonId)
    .orderBy('tenantName')
    .execute()
}

/** The identity behind an address, if there is one. */
export async function findIdentityByEmail(tx: Tx, email: string) {
  return await tx
    .selectFrom('identity.person')
    .select(['id', 'name', 'email', 'language'])
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst()
}

/** Which of a tenant's people can sign in; for the pages that list them. */
export async function listWhoCanSignIn(tx: Tx, tenantId: string): Promise<Set<string>> {
  const rows = await tx.selectFrom('identity.personTenant').select('tenantPersonId').where('tenantId', '=', tenantId).execute()
  return new Set(rows.map((row) => row.tenantPersonId))
}
