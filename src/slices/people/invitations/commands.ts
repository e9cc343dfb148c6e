import { hashPassword } from 'better-auth/crypto'
import { record } from '../../../access/events.ts'
import { inTenant, loadScope, type Scope, systemScope } from '../../../access/scope.ts'
import type { Db, Tx } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import { found, Problem, refuse } from '../../../platform/problem.ts'
import type { Deps } from '../../../web/deps.ts'
import type { Identity } from '../../../web/sign-in.ts'
import { createIdentity, linkIdentity } from '../identities/commands.ts'
import { findIdentityByEmail } from '../identities/queries.ts'
import { invitationLetter } from '../letters/jobs.ts'
import { refusePassword, replacePassword } from '../passwords/commands.ts'
import { whyNotPassword } from '../passwords/rules.ts'
import { findInvitee, lockInvitation } from './queries.ts'
import { nextStep, whyInvitationOver, whyNotInvite } from './rules.ts'
import { INVITATION_DAYS, type Invitation, type NewcomerForm } from './schema.ts'

type Inviting = { jobs: Jobs; personId: string; email: string }

/** Invites a person of the tenant to sign in; an earlier invitation of theirs stops working. Whether one may invite is asked before. */
export async function invitePerson(db: Db, scope: Scope, { jobs, personId, email }: Inviting): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    const person = await lockInvitee(tx, scope, personId)
    refuse(whyNotInvite(person))
    await withdrawInvitations(tx, scope, personId)
    const id = newId(scope.now.getTime())
    await tx
      .insertInto('identity.invitation')
      .values({
        id,
        email: email.trim().toLowerCase(),
        tenantId: scope.tenantId,
        tenantSlug: scope.tenantSlug,
        tenantName: scope.tenantName,
        tenantPersonId: personId,
        personName: person.name,
        language: person.language ?? scope.mainLanguage,
        invitedBy: scope.personId,
        invitedByName: scope.personName || scope.tenantName,
        invitedAt: scope.now,
        expiresAt: new Date(scope.now.getTime() + INVITATION_DAYS * 24 * 60 * 60_000),
      })
      .execute()
    await jobs.enqueue(tx, invitationLetter, { tenantId: scope.tenantId, invitationId: id })
    await record(tx, scope, { verb: 'person_invited', noun: 'person', nounId: personId, content: { email } })
    return id
  })
}

/** Two invitations of one person wait for each other here. */
async function lockInvitee(tx: Tx, scope: Scope, personId: string) {
  const person = tx.selectFrom('person').select('language').where('tenantId', '=', scope.tenantId).where('id', '=', personId)
  const { language } = found(await person.forUpdate().executeTakeFirst())
  return { ...found(await findInvitee(tx, scope, personId)), language }
}

async function withdrawInvitations(tx: Tx, scope: Scope, personId: string): Promise<void> {
  await tx
    .updateTable('identity.invitation')
    .set({ withdrawnAt: scope.now })
    .where('tenantId', '=', scope.tenantId)
    .where('tenantPersonId', '=', personId)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .execute()
}

type Kit = Pick<Deps, 'db' | 'clock'>

/** Accepts as somebody who is signed in with the invited address. */
export async function acceptInvitation({ db, clock }: Kit, invitation: Invitation, identity: Identity): Promise<void> {
  const setting = { tenant: invitation.tenantId, person: identity.identityPersonId }
  await db.transaction(setting, async (tx) => {
    const open = await lockOpen(tx, invitation.id, clock.now())
    if (nextStep(open, { signedInAs: identity.email, addressIsKnown: true }) !== 'accept')
      throw new Problem(409, 'people.invitation_other_account')
    await settle(tx, open, identity.identityPersonId, clock.now())
  })
}

/** Accepts as somebody new: the letter has shown that the address is theirs. */
export async function acceptAsNewcomer({ db, clock }: Kit, invitation: Invitation, newcomer: NewcomerForm): Promise<string> {
  refusePassword(whyNotPassword(newcomer.password, { email: invitation.email, name: newcomer.name }))
  const hash = await hashPassword(newcomer.password)
  const now = clock.now()
  return await db.transaction({ tenant: invitation.tenantId }, async (tx) => {
    const open = await lockOpen(tx, invitation.id, now)
    if (await findIdentityByEmail(tx, open.email)) throw new Problem(409, 'people.invitation_sign_in')
    const identityPersonId = await createIdentity(tx, { name: newcomer.name, email: open.email, emailVerified: true, now })
    await replacePassword(tx, identityPersonId, hash, now)
    await settle(tx, open, identityPersonId, now)
    return identityPersonId
  })
}

async function lockOpen(tx: Tx, id: string, now: Date): Promise<Invitation> {
  const invitation = found(await lockInvitation(tx, id))
  const over = whyInvitationOver(invitation, now)
  if (over) throw new Problem(410, over)
  return invitation
}

async function settle(tx: Tx, invitation: Invitation, identityPersonId: string, now: Date): Promise<void> {
  const { tenantId, tenantSlug, tenantName, tenantPersonId } = invitation
  await tx.updateTable('identity.invitation').set({ acceptedAt: now }).where('id', '=', invitation.id).execute()
  await linkIdentity(tx, { identityPersonId, tenantId, tenantSlug, tenantName, tenantPersonId, now })
  // Somebody whose role begins next month has no scope yet: then it is recorded as nobody's act.
  const scope = (await loadScope(tx, { tenantId, personId: tenantPersonId, via: 'session', now })) ?? (await systemScope(tx, tenantId, now))
  await record(tx, scope, { verb: 'person_joined', noun: 'person', nounId: tenantPersonId })
}
