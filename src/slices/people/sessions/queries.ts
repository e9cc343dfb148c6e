import type { Tx } from '../../../platform/database.ts'
import { SESSION_IDLE_MS } from '../../../web/sign-in.ts'
import type { SessionRow } from './schema.ts'

/** Where somebody is signed in, the most recently used first. */
export async function listSessions(tx: Tx, identityPersonId: string, now: Date): Promise<SessionRow[]> {
  return await tx
    .selectFrom('identity.session')
    .select(['id', 'userAgent', 'createdAt', 'lastUsedAt', 'expiresAt'])
    .where('personId', '=', identityPersonId)
    .where('expiresAt', '>', now)
    .where('lastUsedAt', '>', new Date(now.getTime() - SESSION_IDLE_MS))
    .orderBy('lastUsedAt', 'desc')
    .limit(100)
    .execute()
}
