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
  const client = new pg.Client({ connectionString: world.database.ownerUrl })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

/** The server of the tests as whoever holds its disk sees it, from now on; `close` it. */
export async function diskOf(world: World) {
  const { adminUrl } = await testServer()
  const admin = new pg.Client({
    connectionString: Object.assign(new URL(adminUrl), { pathname: new URL(world.database.ownerUrl).pathname }).href,
  })
  await admin.connect()
  // Other tests write too: until this connection ends, no segment of the log is used again.
  await admin.query("select pg_create_physical_replication_slot('attack_' || pg_backend_pid(), true, true)")
  await admin.query('set synchronous_commit = on')
  const data = choosePlace(serverFolder).data
  const begin = await positionOf(admin)
  const logs = logFiles().map((path) => ({ path, from: statSync(path).size }))
  return {
    /** The write-ahead log since the beginning, as it lies in its files. */
    async wal(): Promise<Buffer> {
      // Its commit brings everything before it to the disk.
      await admin.query("select pg_logical_emit_message(true, 'written', '')")
      return walBetween(join(data, 'pg_wal'), begin.lsn, (await positionOf(admin)).lsn)
    },
    /** A copy of the files of the database, as a backup that copies them has it. */
    async backup(): Promise<Buffer> {
      await admin.query('checkpoint')
      const folder = join(data, 'base', begin.folder)
      return Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))))
    },
    /** What the server of the database has logged since the beginning. */
    serverLog: () => Buffer.concat(logs.map(({ path, from }) => readFileSync(path).subarray(from))),
    close: async () => await admin.end(),
  }
}

async function positionOf(admin: pg.Client): Promise<{ lsn: number; folder: string }> {
  const { rows } = await admin.query<{ lsn: string; folder: string }>(
    'select pg_current_wal_insert_lsn()::text as lsn, oid::text as folder from pg_database where datname = current_database()',
  )
  return { lsn: bytesAt(rows[0]?.lsn ?? '0/0'), folder: rows[0]?.folder ?? '' }
}

const SEGMENT = 16 * 1024 * 1024
const PAGE = 8192

/** Segments are named by their number: 8 digits of the timeline, then two of 8 digits that count 16 megabytes each. */
function walBetween(folder: string, from: number, until: number): Buffer {
  const parts: Buffer[] = []
  for (let segment = Math.floor(from / SEGMENT); segment * SEGMENT < until; segment++) {
    const ending = hex(Math.floor(segment / 256)) + hex(segment % 256)
    const file = readdirSync(folder).find((name) => name.length === 24 && name.endsWith(ending))
    if (!file) throw new Error(`The segment ${ending} of the log is gone.`)
    const bytes = readFileSync(join(folder, file))
    const end = Math.min(SEGMENT, until - segment * SEGMENT)
    for (let page = 0; page < end; page += PAGE) {
      const start = Math.max(page + headOf(page), from - segment * SEGMENT)
      parts.push(bytes.subarray(start, Math.max(start, Math.min(page + PAGE, end))))
    }
  }
  return Buffer.concat(parts)
}

/** Each page begins with a head, which stands in the middle of whatever runs over from the page before. */
function headOf(page: number): number {
  return page === 0 ? 40 : 24
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

/** The places that a row gives: each of its columns, and where it lies. */
export function placesOf(row: DumpedRow | undefined, of = ''): Record<string, string | number> {
  if (!row) return {}
  const [page = 0, line = 0] = (row.ctid.match(/\d+/g) ?? []).map(Number)
  const columns = Object.entries(row.columns).map(([name, value]) => [of + name, typeof value === 'number' ? value : String(value)])
  return { ...Object.fromEntries(columns), [`${of}ctid`]: page * 1000 + line, [`${of}xmin`]: Number(row.xmin) }
}

export function idOf({ columns }: DumpedRow): string | undefined {
  return typeof columns['id'] === 'string' ? columns['id'] : undefined
}

export function timesIn({ columns }: Pick<DumpedRow, 'columns'>): string[] {
  return Object.keys(columns).filter((name) => /^\d{4}-\d\d-\d\d/.test(String(columns[name])))
}

export function tablesOf(rows: readonly DumpedRow[]): string[] {
  return [...new Set(rows.map((row) => row.table))].toSorted()
}

export function textOf(rows: readonly DumpedRow[]): Buffer {
  return Buffer.from(rows.map((row) => row.text.replaceAll(', ', ',')).join('\n'))
}

export function rowOf(xmin: string, columns: Record<string, unknown>): DumpedRow {
  return { table: 'planted', ctid: '(0,1)', xmin, columns, text: JSON.stringify(columns) }
}
