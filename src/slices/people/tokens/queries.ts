import type { Tx } from '../../../platform/database.ts'
import type { TokenRow } from './schema.ts'

/** Somebody's own tokens, the newest first; ended ones too, so that one sees what was used. */
export async function listTokens(tx: Tx, identityPersonId: string): Promise<TokenRow[]> {
  return await tx
    .selectFrom('identity.apiToken')
    .select(['id', 'name', 'ending', 'tenantSlug', 'createdAt', 'expiresOn', 'lastUsedOn', 'revokedAt'])
    .where('identityPersonId', '=', identityPersonId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}
