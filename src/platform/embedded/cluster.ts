import { execFile } from 'node:child_process'
import { chownSync, existsSync, globSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import type { Place } from './place.ts'
import type { Secrets } from './secrets.ts'
import { plainEnvironment } from './settings.ts'

export const databaseName = 'groundwork'
const roles = {
  // Migrations change data of all tenants, and backups read them; only the program itself stands behind the walls.
  groundwork_owner: 'login nosuperuser bypassrls createdb',
  groundwork_app: 'login nosuperuser nobypassrls nocreatedb nocreaterole',
}

/** Makes the data folder; it gets its name only when complete, so that a start killed here begins again. */
export async function initialize(place: Place, secrets: Secrets): Promise<void> {
  if (existsSync(join(place.data, 'PG_VERSION'))) return
  // Of its own name each time: the initdb of a start that was killed may still be writing to the last one.
  const draft = `${place.data}.new.${process.pid}`
  const passwordFile = join(place.home, `postgres-password.new.${process.pid}`)
  for (const left of globSync('postgres*.new.*', { cwd: place.home }))
    rmSync(join(place.home, left), { recursive: true, force: true, maxRetries: 3 })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, secrets.admin, { mode: 0o600 })
  if ('uid' in place.user) for (const path of [draft, passwordFile]) chownSync(path, place.user.uid, place.user.gid)
  try {
    await runInitdb(place, draft, passwordFile)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, place.data)
}

async function runInitdb(place: Place, draft: string, passwordFile: string): Promise<void> {
  const args = [
    `--pgdata=${draft}`,
    `--pwfile=${passwordFile}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    // Names sort as people expect in English and Spanish, whatever locales the machine has.
    '--locale-provider=icu',
    '--icu-locale=und',
  ]
  await promisify(execFile)(join(place.native, 'bin', 'initdb'), args, { ...place.user, cwd: '/', env: plainEnvironment })
}

/** Asked at each start: a first start may have been killed between any two of these. */
export async function ensureRolesAndDatabase(adminUrl: string, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  client.on('error', () => {}) // A server that is stopped meanwhile rejects the query at hand; the event alone would end the process.
  await client.connect()
  try {
    await ensureRole(client, 'groundwork_owner', secrets.owner)
    await ensureRole(client, 'groundwork_app', secrets.app)
    const found = await client.query('select from pg_database where datname = $1', [databaseName])
    if (found.rowCount === 0) await client.query(`create database ${databaseName} owner groundwork_owner`)
  } finally {
    await client.end()
  }
}

async function ensureRole(client: pg.Client, name: keyof typeof roles, password: string): Promise<void> {
  const found = await client.query('select from pg_roles where rolname = $1', [name])
  const verb = found.rowCount === 0 ? 'create' : 'alter'
  await client.query(`${verb} role ${name} with ${roles[name]} password ${client.escapeLiteral(password)}`)
}
