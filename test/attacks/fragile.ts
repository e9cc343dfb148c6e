import pg from 'pg'
import { Database } from '../../src/platform/database.ts'
import { testServer } from '../support/server.ts'
import type { World } from '../support/world.ts'

/** At which statement the database cuts the connection: before it has run, or once it has and before anybody knows. */
export type Fault = { at: number; when: 'before' | 'after' }

/** The world's database over connections of which one is cut by the server at a statement; `struck` says whether it came to that. */
export async function fragileDatabase(world: World, fault: Fault) {
  const { adminUrl } = await testServer()
  const pool = new pg.Pool({ connectionString: world.database.appUrl, max: 2 })
  pool.on('error', () => {})
  let statements = 0
  let struck = ''
  pool.on('connect', (client) => {
    client.on('error', () => {})
    const query = client.query.bind(client)
    const cut = async (statement: unknown) => {
      struck = String(statement)
      await terminate(adminUrl, client)
    }
    const run = async (...asked: unknown[]) => {
      statements += 1
      const isIt = statements === fault.at
      if (isIt && fault.when === 'before') await cut(asked[0])
      const answer: unknown = await Reflect.apply(query, client, asked)
      if (!isIt) return answer
      await cut(asked[0])
      throw new Error('the connection was cut')
    }
    Object.assign(client, { query: run })
  })
  return { db: new Database(pool), struck: () => struck, close: () => pool.end() }
}

async function terminate(adminUrl: string, client: pg.PoolClient): Promise<void> {
  const { processID } = client as unknown as { processID: number } // the driver knows it, its types do not
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query('select pg_terminate_backend($1)', [processID])
  await admin.end()
}
