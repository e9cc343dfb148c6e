import type { Scope } from '../../../access/scope.ts'
import { dayIn } from '../../../platform/clock.ts'
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

/** A person of the tenant who may be invited: with the places of their roles, by which the right to invite is decided. */
export async function findInvitee(tx: Tx, scope: Scope, personId: string) {
  const person = await tx
    .selectFrom('person')
    .select(['id', 'givenName', 'familyName', 'email', 'endedOn'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('identity.personTenant')
          .select('tenantId')
          .where('tenantId', '=', scope.tenantId)
          .where('tenantPersonId', '=', personId),
      )
        .$castTo<boolean>()
        .as('alreadySignsIn'),
    )
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', personId)
    .executeTakeFirst()
  return person && { ...person, name: `${person.givenName} ${person.familyName}`.trim(), paths: await pathsOf(tx, scope, personId) }
}

/** Where the person has a role or will have one; somebody without one stands at the root of the tenant. */
async function pathsOf(tx: Tx, scope: Scope, personId: string): Promise<string[][]> {
  const units = tx.selectFrom('unit').select('unit.path').where('unit.tenantId', '=', scope.tenantId)
  const own = await units
    .innerJoin('membership', (on) => on.onRef('membership.unitId', '=', 'unit.id').onRef('membership.tenantId', '=', 'unit.tenantId'))
    .where('membership.personId', '=', personId)
    .where(({ eb, or }) => or([eb('membership.endsOn', 'is', null), eb('membership.endsOn', '>', dayIn(scope.timeZone, scope.now))]))
    .execute()
  const rows = own.length > 0 ? own : await units.where('unit.parentId', 'is', null).execute()
  return rows.map((row) => row.path)
}
