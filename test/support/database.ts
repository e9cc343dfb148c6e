import { createHash, randomUUID } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../../src/platform/migrations.ts'
import { repository, testServer, type TestServer } from './server.ts'

export type TestDatabase = { ownerUrl: string; appUrl: string; drop: () => Promise<void> }

/** What a template holds beyond the migrations (queues, a cast); made once for all files that name the same `key`. */
export type Preparation = { key: string; prepare: (urls: { ownerUrl: string; appUrl: string }) => Promise<void> }

const migrations = join(repository, 'db/migrations')
const preparing = ['test/support/*.ts', 'src/{jobs,platform/jobs,slices/**/jobs}.ts']
// Any number that nothing else on the test server uses.
const TEMPLATE_LOCK = 8_413_207
// Several files may share a process, and the sources do not change while it runs.
const hashes = new Map<string, string>()

/** A fresh migrated database of one's own; `drop` it in an `after` hook. */
export async function openTestDatabase(preparation?: Preparation): Promise<TestDatabase> {
  const server = await testServer()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdmin(server, async (admin) => {
    const template = await ensureTemplate(server, admin, preparation)
    await admin.query(`create database ${name} template ${template} strategy file_copy owner groundwork_owner`)
  })
  const drop = () => asAdmin(server, async (admin) => void (await admin.query(`drop database if exists ${name} with (force)`)))
  return { ...urlsTo(server, name), drop }
}

/** Files wait here for the one that makes the template; it gets its name only when complete. */
async function ensureTemplate(server: TestServer, admin: pg.Client, preparation?: Preparation): Promise<string> {
  const template = `template_${hashOfSources(preparation?.key)}`
  if (await exists(admin, template)) return template
  await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
  try {
    if (!(await exists(admin, template))) await makeTemplate(server, admin, template, preparation)
    return template
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK])
  }
}

async function makeTemplate(server: TestServer, admin: pg.Client, template: string, preparation?: Preparation): Promise<void> {
  const draft = `draft_${template}`
  await admin.query(`drop database if exists ${draft} with (force)`)
  await admin.query(`create database ${draft} owner groundwork_owner`)
  const urls = urlsTo(server, draft)
  await migrate(urls.ownerUrl, migrations)
  await preparation?.prepare(urls)
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [draft])
  await admin.query(`alter database ${draft} rename to ${template}`)
}

async function exists(admin: pg.Client, database: string): Promise<boolean> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [database])
  return rowCount !== 0
}

/** A prepared template is made anew as well when the cast or the queues change. */
function hashOfSources(key = ''): string {
  const known = hashes.get(key)
  if (known) return known
  const patterns = key ? ['db/migrations/*.sql', ...preparing] : ['db/migrations/*.sql']
  const hash = createHash('sha256').update(key)
  for (const path of globSync(patterns, { cwd: repository }).sort()) hash.update(path).update(readFileSync(join(repository, path)))
  const found = hash.digest('hex').slice(0, 16)
  hashes.set(key, found)
  return found
}

function urlsTo(server: TestServer, database: string) {
  const to = (url: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href
  return { ownerUrl: to(server.ownerUrl), appUrl: to(server.appUrl) }
}

async function asAdmin(server: TestServer, run: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: server.adminUrl })
  await admin.connect()
  try {
    await run(admin)
  } finally {
    await admin.end()
  }
}
