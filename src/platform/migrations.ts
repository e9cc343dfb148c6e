import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

// Any number that nothing else in this database uses.
const MIGRATION_LOCK = 7_201_914

/** Runs the SQL files that have not run yet, in order, each in its transaction; a killed run can be started again. */
export async function migrate(ownerUrl: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {}) // a server that is stopped meanwhile rejects the query at hand; the event alone would end the process
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query('create table if not exists migration (name text primary key, sha256 text not null, ran_at timestamptz not null)')
    const ran = await alreadyRan(client)
    const done: string[] = []
    for (const name of await migrationNames(folder)) {
      const text = await readFile(join(folder, name), 'utf8')
      if (await runOnce(client, ran, name, text)) done.push(name)
    }
    return done
  } finally {
    await client.end()
  }
}

async function migrationNames(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
}

async function alreadyRan(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration')
  return new Map(rows.map((row) => [row.name, row.sha256]))
}

async function runOnce(client: pg.Client, ran: Map<string, string>, name: string, text: string): Promise<boolean> {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const before = ran.get(name)
  if (before === sha256) return false
  if (before) throw new Error(`The migration ${name} has run already and was changed since: write a new one instead.`)
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into migration values ($1, $2, now())', [name, sha256])
    await client.query('commit')
    return true
  } catch (error) {
    await client.query('rollback')
    throw new Error(`The migration ${name} failed and was undone.`, { cause: error })
  }
}
