import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { inIdentity } from '../../../access/scope.ts'
import type { Tx } from '../../../platform/database.ts'
import { newId, newRandomId } from '../../../platform/ids.ts'
import { Problem } from '../../../platform/problem.ts'
import type { Deps } from '../../../web/deps.ts'
import type { Identity } from '../../../web/sign-in.ts'
import { forgetAttempts, takeAttempt } from '../attempts/commands.ts'
import { LIMITS } from '../attempts/schema.ts'
import { passwordChangedLetter, resetLetter } from '../letters/jobs.ts'
import { findPasswordHash, findReset, resetIdentifier } from './queries.ts'
import { whyNotPassword } from './rules.ts'
import { RESET_MINUTES } from './schema.ts'

type Kit = Pick<Deps, 'db' | 'clock' | 'jobs'>

/** Asks for a letter with a link to a new password. The same rows are written for a known and for an unknown address. */
export async function requestReset({ db, clock, jobs }: Kit, asked: { email: string; from: string }): Promise<void> {
  const now = clock.now()
  refuseWait(await takeAttempt(db, { limit: LIMITS.resetAddress, subject: asked.from, now }))
  // Who asks too often for one address hears the same as ever, or the words would tell that the address exists.
  if (await takeAttempt(db, { limit: LIMITS.resetAccount, subject: asked.email, now })) return
  await inIdentity(db, undefined, async (tx) => {
    const request = { id: newRandomId(), identifier: 'reset_request', value: asked.email }
    const expiresAt = new Date(now.getTime() + RESET_MINUTES * 60_000)
    await tx
      .insertInto('identity.verification')
      .values({ ...request, expiresAt, createdAt: now, updatedAt: now })
      .execute()
    await jobs.enqueue(tx, resetLetter, { requestId: request.id })
  })
}

/** Sets a password by the link of a letter: it works once, and ends every session that was open. */
export async function resetPassword({ db, clock, jobs }: Kit, token: string, password: string): Promise<string> {
  const now = clock.now()
  const person = await inIdentity(db, undefined, (tx) => findReset(tx, token, now))
  if (!person) throw new Problem(410, 'people.reset_link_spent')
  refusePassword(whyNotPassword(password, person))
  // Hashing takes a tenth of a second: not while a connection is held.
  const hash = await hashPassword(password)
  await inIdentity(db, person.id, async (tx) => {
    const spent = await tx.deleteFrom('identity.verification').where('identifier', '=', resetIdentifier(token)).executeTakeFirst()
    if (spent.numDeletedRows === 0n) throw new Problem(410, 'people.reset_link_spent')
    await tx.deleteFrom('identity.verification').where('value', '=', person.id).execute()
    // The letter arrived, so the address is theirs.
    await tx.updateTable('identity.person').set({ emailVerified: true, updatedAt: now }).where('id', '=', person.id).execute()
    await replacePassword(tx, person.id, hash, now)
    await jobs.enqueue(tx, passwordChangedLetter, { identityPersonId: person.id })
  })
  await forgetAttempts(db, { limit: LIMITS.signInAccount, subject: person.email, now })
  return person.id
}

/** Changes the password of somebody who knows the present one; every session ends, this one too. */
export async function changePassword(
  { db, clock, jobs }: Kit,
  identity: Identity,
  change: { current: string; password: string },
): Promise<void> {
  const now = clock.now()
  const attempt = { limit: LIMITS.changePassword, subject: identity.identityPersonId, now }
  refuseWait(await takeAttempt(db, attempt))
  const present = await inIdentity(db, identity.identityPersonId, (tx) => findPasswordHash(tx, identity.identityPersonId))
  if (!present) throw new Problem(409, 'people.no_password_yet')
  const known = await verifyPassword({ hash: present, password: change.current })
  if (!known) throw new Problem(422, 'people.not_your_password', { fields: { current: 'people.not_your_password' } })
  refusePassword(whyNotPassword(change.password, identity))
  const hash = await hashPassword(change.password)
  await inIdentity(db, identity.identityPersonId, async (tx) => {
    await replacePassword(tx, identity.identityPersonId, hash, now)
    await jobs.enqueue(tx, passwordChangedLetter, { identityPersonId: identity.identityPersonId })
  })
  await forgetAttempts(db, attempt)
}

/** The first password of somebody who has none. */
export async function replacePassword(tx: Tx, personId: string, hash: string, now: Date): Promise<void> {
  await tx.deleteFrom('identity.session').where('personId', '=', personId).execute()
  const account = { personId, providerId: 'credential', accountId: personId, password: hash }
  await tx
    .insertInto('identity.credential')
    .values({ id: newId(now.getTime()), ...account, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.columns(['providerId', 'accountId']).doUpdateSet({ password: hash, updatedAt: now }))
    .execute()
}

/** Refuses with the reason at the field, so that the form can say it there. */
export function refusePassword(reason: ReturnType<typeof whyNotPassword>): void {
  if (reason) throw new Problem(422, reason, { fields: { password: reason } })
}

/** Refuses for a while, saying for how long. */
export function refuseWait(minutes: number | undefined): void {
  if (minutes) throw new Problem(429, 'people.wait', { values: { minutes } })
}
