import { inIdentity } from '../../../access/scope.ts'
import { found, Problem } from '../../../platform/problem.ts'
import type { Deps } from '../../../web/deps.ts'
import { type Identity, type OpenedSession, SESSION_IDLE_MS } from '../../../web/sign-in.ts'
import { forgetAttempts, giveBackAttempt, takeAttempt } from '../attempts/commands.ts'
import { LIMITS } from '../attempts/schema.ts'
import { refuseWait } from '../passwords/commands.ts'

type Kit = Pick<Deps, 'db' | 'clock' | 'signIn'>
type Credentials = { email: string; password: string; from: string }

/** Signs in by password. A wrong one and an unknown address get the same answer, after the same work. */
export async function signIn(kit: Kit, { email, password, from }: Credentials, headers: Headers): Promise<OpenedSession> {
  const now = kit.clock.now()
  const onAddress = { limit: LIMITS.signInAddress, subject: from, now }
  const onAccount = { limit: LIMITS.signInAccount, subject: email, now }
  refuseWait(await takeAttempt(kit.db, onAddress))
  refuseWait(await takeAttempt(kit.db, onAccount))
  const session = await kit.signIn.withPassword(email, password, headers)
  if (!session) throw new Problem(422, 'people.sign_in_wrong')
  await forgetAttempts(kit.db, onAccount)
  await giveBackAttempt(kit.db, onAddress)
  return session
}

/** Ends one session of one's own, wherever it is open. */
export async function endSession({ db }: Pick<Deps, 'db'>, identity: Identity, sessionId: string): Promise<void> {
  await inIdentity(db, identity.identityPersonId, async (tx) => {
    const session = tx.deleteFrom('identity.session').where('id', '=', sessionId).where('personId', '=', identity.identityPersonId)
    found(await session.returning('id').executeTakeFirst())
  })
}

/** Ends every session of one's own but this one. */
export async function endOtherSessions({ db }: Pick<Deps, 'db'>, identity: Identity): Promise<void> {
  await inIdentity(db, identity.identityPersonId, async (tx) => {
    const others = tx.deleteFrom('identity.session').where('personId', '=', identity.identityPersonId)
    await others.where('id', '!=', identity.sessionId).execute()
  })
}

/** Removes what has run out: sessions, proofs, tries. */
export async function sweepSignIn({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const now = clock.now()
  const idle = new Date(now.getTime() - SESSION_IDLE_MS)
  await inIdentity(db, undefined, async (tx) => {
    await tx
      .deleteFrom('identity.session')
      .where((where) => where.or([where('expiresAt', '<=', now), where('lastUsedAt', '<=', idle)]))
      .execute()
    await tx.deleteFrom('identity.verification').where('expiresAt', '<=', now).execute()
    await tx.deleteFrom('identity.attempt').where('windowBeganAt', '<', idle).execute()
  })
}
