import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { DEMO_CAST, type DemoPerson } from './schema.ts'

/** The cast as far as the demo district has them, in the order of the page. Their addresses end in a name that no mail can reach. */
export async function listDemoPeople(tx: Tx): Promise<DemoPerson[]> {
  const rows = await tx
    .selectFrom('identity.person')
    .select(['id', 'name', sql<string>`split_part(email, '@', 1)`.as('account')])
    .where('email', 'like', '%.example')
    .execute()
  return DEMO_CAST.flatMap(({ key, account }) => {
    const row = rows.find((one) => one.account === account)
    return row ? [{ key, identityPersonId: row.id, name: row.name }] : []
  })
}
