import type { Scope } from '../../../access/scope.ts'
import type { Tx } from '../../../platform/database.ts'
import { secretHash } from '../secrets/rules.ts'
import type { Invitation } from './schema.ts'

/** The invitation of a letter's link, open or over. */
export async function findInvitation(tx: Tx, token: string): Promise<Invitation | undefined> {
  return await invitations(tx).where('tokenHash', '=', secretHash(token)).executeTakeFirst()
}

/** The same for somebody who is about to accept it: nobody else can accept or withdraw it meanwhile. */
export async function lockInvitation(tx: Tx, id: string): Promise<Invitation | undefined> {
  return await invitations(tx).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** The open invitation of a person, for the page about them. */
export async function findOpenInvitation(tx: Tx, scope: Scope, personId: string) {
  return await tx
    .selectFrom('identity.invitation')
    .select(['id', 'email', 'invitedAt', 'expiresAt', 'invitedByName'])
    .where('tenantId', '=', scope.tenantId)
    .where('tenantPersonId', '=', personId)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('expiresAt', '>', scope.now)
    .executeTakeFirst()
}

function invitations(tx: Tx) {
  return tx
    .selectFrom('identity.invitation')
    .select(['id', 'email', 'tenantId', 'tenantSlug', 'tenantName', 'tenantPersonId', 'personName', 'invitedByName'])
    .select(['expiresAt', 'acceptedAt', 'withdrawnAt'])
}
