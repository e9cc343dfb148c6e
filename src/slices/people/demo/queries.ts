import type { Tx } from '../../../platform/database.ts'
import { DEMO_CAST, type DemoPerson } from './schema.ts'

/** The cast as far as the demo district has them, in the order of the page. */
export async function listDemoPeople(tx: Tx): Promise<DemoPerson[]> {
  const emails = DEMO_CAST.map((one) => one.email)
  const rows = await tx.selectFrom('identity.person').select(['id', 'name', 'email']).where('email', 'in', emails).execute()
  return DEMO_CAST.flatMap(({ key, email }) => {
    const row = rows.find((one) => one.email === email)
    return row ? [{ key, identityPersonId: row.id, name: row.name }] : []
  })
}
