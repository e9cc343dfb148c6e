import { inIdentity } from '../../../access/scope.ts'
import { type TextKey, textIn, type TextValues } from '../../../messages/text.ts'
import type { Db, Tx } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { urls } from '../../../urls.ts'
import type { Deps } from '../../../web/deps.ts'
import { findIdentityByEmail } from '../identities/queries.ts'
import { resetIdentifier } from '../passwords/queries.ts'
import { RESET_MINUTES } from '../passwords/schema.ts'
import { newSecret, secretHash } from '../secrets/rules.ts'

type Post = Pick<Deps, 'clock' | 'mail' | 'origin'> & { db: Db }

// Secrets are made here and not where the letter was asked for: so none ever waits in the queue. The letter goes
// inside the transaction: if the mail server refuses it, nothing was written and the job is tried again.

/** Answers a request for a new password, with a letter where the address is known and with silence where it is not. */
export async function sendResetLetter(post: Post, requestId: string): Promise<void> {
  await inIdentity(post.db, undefined, async (tx) => {
    const request = await tx.deleteFrom('identity.verification').where('id', '=', requestId).returning('value').executeTakeFirst()
    const person = request && (await findIdentityByEmail(tx, request.value))
    if (!person) return
    const url = post.origin + urls.newPassword({ token: await keepReset(tx, person.id, post.clock.now()) })
    const values = { name: person.name, minutes: RESET_MINUTES, url }
    await send(post, person, ['people.letter_reset_subject', 'people.letter_reset'], values)
  })
}

async function keepReset(tx: Tx, personId: string, now: Date): Promise<string> {
  const secret = newSecret()
  const expiresAt = new Date(now.getTime() + RESET_MINUTES * 60_000)
  const row = { id: newId(now.getTime()), identifier: resetIdentifier(secret), value: personId, expiresAt, createdAt: now, updatedAt: now }
  await tx.insertInto('identity.verification').values(row).execute()
  return secret
}

/** Says that a password was changed. */
export async function sendPasswordChangedLetter(post: Post, identityPersonId: string): Promise<void> {
  const person = await inIdentity(post.db, identityPersonId, (tx) =>
    tx.selectFrom('identity.person').select(['name', 'email', 'language']).where('id', '=', identityPersonId).executeTakeFirst(),
  )
  if (!person) return
  const values = { name: person.name, url: post.origin + urls.passwordReset({}) }
  await send(post, person, ['people.letter_changed_subject', 'people.letter_changed'], values)
}

/** Brings an invitation, if it is still open. */
export async function sendInvitationLetter(post: Post, invitationId: string): Promise<void> {
  await inIdentity(post.db, undefined, async (tx) => {
    const secret = newSecret()
    const invitation = await tx
      .updateTable('identity.invitation')
      .set({ tokenHash: secretHash(secret) })
      .where('id', '=', invitationId)
      .where('acceptedAt', 'is', null)
      .where('withdrawnAt', 'is', null)
      .where('expiresAt', '>', post.clock.now())
      .returningAll()
      .executeTakeFirst()
    if (!invitation) return
    const { personName: name, invitedByName: inviter, tenantName: tenant } = invitation
    const values = { name, inviter, tenant, url: post.origin + urls.invitation({ token: secret }) }
    await send(post, invitation, ['people.letter_invitation_subject', 'people.letter_invitation'], values)
  })
}

type Recipient = { email: string; language: string | null }

async function send(post: Post, to: Recipient, [subject, text]: [TextKey, TextKey], values: TextValues): Promise<void> {
  const language = to.language ?? 'en'
  await post.mail.send({ to: to.email, subject: textIn(language, subject, values), text: textIn(language, text, values) })
}
