import pg from 'pg'
import type { World } from './world.ts'

/** How many events there are in all tenants: what did not happen left none. */
export async function countEvents(world: World): Promise<number> {
  const owner = new pg.Client({ connectionString: world.database.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ count: string }>('select count(*) from event')
  await owner.end()
  return Number(rows[0]?.count)
}
