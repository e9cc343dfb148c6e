import type { Tx } from '../../../platform/database.ts'
import { secretHash } from '../secrets/rules.ts'

/** Whose password a link of a letter may set, or undefined where it was used, has expired or never was. */
export async function findReset(tx: Tx, token: string, now: Date) {
  return await tx
    .selectFrom('identity.verification as proof')
    .innerJoin('identity.person as person', (on) => on.onRef('proof.value', '=', (ref) => ref.cast('person.id', 'text')))
    .select(['person.id', 'person.name', 'person.email'])
    .where('proof.identifier', '=', resetIdentifier(token))
    .where('proof.expiresAt', '>', now)
    .executeTakeFirst()
}

/** Under which name a reset is kept: a digest, so that a copy of the table opens nothing. */
export function resetIdentifier(token: string): string {
  return `reset:${secretHash(token).toString('base64url')}`
}

/** The stored hash of somebody's password, if they have one. */
export async function findPasswordHash(tx: Tx, identityPersonId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('identity.credential')
    .select('password')
    .where('personId', '=', identityPersonId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? undefined
}
