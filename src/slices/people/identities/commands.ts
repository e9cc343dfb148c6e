import { inIdentity } from '../../../access/scope.ts'
import { Database, type Db, type Tx } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import type { AboutMe, Belonging } from './schema.ts'

type NewIdentity = { name: string; email: string; language?: string | null; emailVerified: boolean; now: Date }

/** Makes somebody who can sign in; without a credential only a letter, or the demo, opens a session for them. */
export async function createIdentity(db: Db, { now, email, ...identity }: NewIdentity): Promise<string> {
  const id = newId(now.getTime())
  const row = { id, email: email.trim().toLowerCase(), language: null, ...identity, createdAt: now, updatedAt: now }
  await inIdentity(db, id, (tx) => tx.insertInto('identity.person').values(row).execute())
  return id
}

/** Says which person of a tenant an identity is; never by comparing addresses, always after both sides agreed. A transaction must be that tenant's. */
export async function linkIdentity(db: Db, link: Belonging & { identityPersonId: string; now: Date }): Promise<void> {
  const { now, ...belonging } = link
  const insert = async (tx: Tx) => {
    await tx
      .insertInto('identity.personTenant')
      .values({ ...belonging, linkedAt: now })
      .execute()
  }
  await (db instanceof Database ? db.transaction({ tenant: link.tenantId, person: link.identityPersonId }, insert) : insert(db))
}

export async function changeAboutMe(db: Db, identityPersonId: string, aboutMe: AboutMe, now: Date): Promise<void> {
  await inIdentity(db, identityPersonId, (tx) =>
    tx
      .updateTable('identity.person')
      .set({ ...aboutMe, updatedAt: now })
      .where('id', '=', identityPersonId)
      .execute(),
  )
}
