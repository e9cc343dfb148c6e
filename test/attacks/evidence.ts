import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { choosePlace } from '../../src/platform/embedded/place.ts'
import { serverFolder, testServer } from '../support/server.ts'
import type { World } from '../support/world.ts'

/** A row as whoever has the whole database sees it: its table, where it lies, which transaction wrote it, and all of its columns. */
export type DumpedRow = { table: string; ctid: string; xmin: string; columns: Record<string, unknown>; text: string }

/** All rows of all tables, the queue's and the sign-in's too, in the order in which they lie on disk. */
export async function dumpOf(world: World): Promise<DumpedRow[]> {
  return await asOwner(world, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
    )
    const all: DumpedRow[] = []
    for (const { name: table } of tables) {
      const query = `select ctid::text, xmin::text, to_jsonb(t) as columns, to_jsonb(t)::text as text from ${table} t order by ctid`
      const { rows } = await client.query<Omit<DumpedRow, 'table'>>(query)
      for (const row of rows) all.push({ ...row, table })
    }
    return all
  })
}

/** Runs something with all rights over the world's database. */
export async function asOwner<Result>(world: World, run: (client: pg.Client) => Promise<Result>): Promise<Result> {
  return await connected(world.database.ownerUrl, run)
}

/** The server of the tests as whoever holds its disk sees it, from now on. */
export async function diskOf(world: World) {
  const { adminUrl } = await testServer()
  const name = new URL(world.database.ownerUrl).pathname.slice(1)
  const database = { adminUrl: Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href }
  const data = choosePlace(serverFolder).data
  const position = async () => {
    const { rows } = await connected(database.adminUrl, (client) =>
      client.query<{ lsn: string; folder: string }>(
        'select pg_current_wal_insert_lsn()::text as lsn, oid::text as folder from pg_database where datname = current_database()',
      ),
    )
    return { lsn: bytesAt(rows[0]?.lsn ?? '0/0'), folder: rows[0]?.folder ?? '' }
  }
  const begin = await position()
  const logs = logFiles().map((path) => ({ path, from: statSync(path).size }))
  return {
    /** The write-ahead log since the beginning, as it lies in its files. */
    async wal(): Promise<Buffer> {
      await connected(database.adminUrl, (client) => client.query('checkpoint'))
      return walBetween(join(data, 'pg_wal'), begin.lsn, (await position()).lsn)
    },
    /** A copy of the files of the database, as a backup that copies them has it. */
    async backup(): Promise<Buffer> {
      await connected(database.adminUrl, (client) => client.query('checkpoint'))
      const folder = join(data, 'base', begin.folder)
      return Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))))
    },
    /** What the server of the database has logged since the beginning. */
    serverLog: () => Buffer.concat(logs.map(({ path, from }) => readFileSync(path).subarray(from))),
  }
}

const SEGMENT = 16 * 1024 * 1024

/** Segments are named by their number: 8 digits of the timeline, then two of 8 digits that count 16 megabytes each. */
function walBetween(folder: string, from: number, until: number): Buffer {
  const parts: Buffer[] = []
  for (let segment = Math.floor(from / SEGMENT); segment * SEGMENT < until; segment++) {
    const ending = hex(Math.floor(segment / 256)) + hex(segment % 256)
    const file = readdirSync(folder).find((name) => name.length === 24 && name.endsWith(ending))
    if (!file) throw new Error(`The segment ${ending} of the log is gone.`)
    const start = Math.max(0, from - segment * SEGMENT)
    parts.push(readFileSync(join(folder, file)).subarray(start, Math.min(SEGMENT, until - segment * SEGMENT)))
  }
  return Buffer.concat(parts)
}

function logFiles(): string[] {
  return readdirSync(serverFolder)
    .filter((name) => name.endsWith('.log'))
    .map((name) => join(serverFolder, name))
}

function bytesAt(lsn: string): number {
  const [high = '0', low = '0'] = lsn.split('/')
  return Number.parseInt(high, 16) * 2 ** 32 + Number.parseInt(low, 16)
}

function hex(number: number): string {
  return number.toString(16).toUpperCase().padStart(8, '0')
}

async function connected<Result>(url: string, run: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}
