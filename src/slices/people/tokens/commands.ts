import { inIdentity } from '../../../access/scope.ts'
import { dayIn } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { found } from '../../../platform/problem.ts'
import type { Deps } from '../../../web/deps.ts'
import { listBelongings } from '../identities/queries.ts'
import { newSecret, secretHash } from '../secrets/rules.ts'
import { isTokenOpen } from './rules.ts'
import { type NewToken, TOKEN_PREFIX, type TokenBearer } from './schema.ts'

type Kit = Pick<Deps, 'db' | 'clock'>

/** Makes a token for one tenant; its text is answered here and kept nowhere. */
export async function createToken({ db, clock }: Kit, identityPersonId: string, form: NewToken): Promise<string> {
  const now = clock.now()
  const text = TOKEN_PREFIX + newSecret()
  await inIdentity(db, identityPersonId, async (tx) => {
    const belongings = await listBelongings(tx, identityPersonId)
    const { tenantId, tenantSlug, tenantPersonId } = found(belongings.find((one) => one.tenantId === form.tenantId))
    const expiresOn = dayIn('UTC', new Date(now.getTime() + form.days * 24 * 60 * 60_000))
    const kept = { tokenHash: secretHash(text), ending: text.slice(-4), name: form.name, expiresOn, createdAt: now }
    await tx
      .insertInto('identity.apiToken')
      .values({ id: newId(now.getTime()), identityPersonId, tenantId, tenantSlug, tenantPersonId, ...kept })
      .execute()
  })
  return text
}

/** Ends a token at once. */
export async function revokeToken({ db, clock }: Kit, identityPersonId: string, tokenId: string): Promise<void> {
  await inIdentity(db, identityPersonId, async (tx) => {
    const token = tx.updateTable('identity.apiToken').set({ revokedAt: clock.now() }).where('id', '=', tokenId)
    found(await token.where('identityPersonId', '=', identityPersonId).where('revokedAt', 'is', null).returning('id').executeTakeFirst())
  })
}

/** Who a request with a token comes from; the day of use is noted, so that its owner can tell which are needed. */
export async function findTokenBearer(db: Database, text: string, now: Date): Promise<TokenBearer | undefined> {
  if (!text.startsWith(TOKEN_PREFIX)) return undefined
  const today = dayIn('UTC', now)
  return await inIdentity(db, undefined, async (tx) => {
    const token = await tx
      .selectFrom('identity.apiToken as token')
      .innerJoin('identity.person as person', 'person.id', 'token.identityPersonId')
      .select(['token.id as tokenId', 'token.identityPersonId', 'token.tenantId', 'token.tenantPersonId', 'person.language'])
      .select(['token.expiresOn', 'token.revokedAt', 'token.lastUsedOn'])
      .where('token.tokenHash', '=', secretHash(text))
      .executeTakeFirst()
    if (!token || !isTokenOpen(token, today)) return undefined
    const { expiresOn: _expiresOn, revokedAt: _revokedAt, lastUsedOn, ...bearer } = token
    if (lastUsedOn !== today) await tx.updateTable('identity.apiToken').set({ lastUsedOn: today }).where('id', '=', token.tokenId).execute()
    return bearer
  })
}
