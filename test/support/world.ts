import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PostgresDialect } from 'kysely'
import pg from 'pg'
import { createApp } from '../../src/app.ts'
import { JOBS } from '../../src/jobs.ts'
import { loadScope, type Scope, systemScope } from '../../src/access/scope.ts'
import { installJobs, openJobs } from '../../src/platform/jobs.ts'
import { openLog } from '../../src/platform/log.ts'
import type { Letter } from '../../src/platform/mail.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { keyFolder } from '../../src/platform/sealed.ts'
import { newRandomId } from '../../src/platform/ids.ts'
import type { Deps } from '../../src/web/deps.ts'
import { createSignIn } from '../../src/web/sign-in.ts'
import { CAST, type Persona } from './cast.ts'
import { openTestDatabase } from './database.ts'
import { castIds, foundCast, hireNeighbours } from './found-cast.ts'

export const ORIGIN = 'http://localhost:4000'

const TUESDAY = new Date('2026-10-06T15:00:00Z')

export type World = Awaited<ReturnType<typeof openWorld>>

/** The cast over a real PostgreSQL of its own; `close` it in an `after` hook. */
export async function openWorld(options: { now?: Date; demo?: boolean } = {}) {
  const database = await openTestDatabase({ key: 'cast-3', prepare: prepared })
  const db = openDatabase({ url: database.appUrl, connections: 6 })
  const signInPool = new pg.Pool({ connectionString: database.appUrl, max: 2 })
  signInPool.on('error', () => {}) // dropping the database may cut a connection that is just closing
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-keys-'))
  const clock = turnableClock(options.now ?? TUESDAY)
  const letters: Letter[] = []
  const jobs = openJobs({ url: database.appUrl, onError: () => {} })
  await jobs.open()
  const signIn = createSignIn({
    dialect: new PostgresDialect({ pool: signInPool }),
    clock,
    secret: 'a secret for tests alone, of no use',
    publicUrl: ORIGIN,
  })
  const deps: Deps = {
    db,
    clock,
    mail: { send: async (letter) => void letters.push(letter) },
    jobs,
    keys: keyFolder(folder),
    log: openLog('silent'),
    signIn,
    origin: ORIGIN,
    demo: options.demo ?? false,
    readiness: { stopping: false },
  }
  const app = createApp(deps)
  const ids = await castIds(database.ownerUrl)
  const cookies = new Map<Persona, string>()

  async function cookieOf(persona: Persona): Promise<string> {
    const known = cookies.get(persona)
    if (known) return known
    const session = await signIn.openSession(ids.identities[persona], new Headers())
    const cookie = session.cookies.map((one) => one.split(';')[0]).join('; ')
    cookies.set(persona, cookie)
    return cookie
  }

  return {
    app,
    deps,
    database,
    clock,
    letters,
    jobs,
    ids,
    /** Sends requests as one of the cast, with a real session. */
    as: (persona: Persona) => actor(app, () => cookieOf(persona)),
    /** Sends requests as somebody who has not signed in. */
    nobody: actor(app, async () => ''),
    /** The scope of one of the cast, for commands that a test calls directly. */
    async scope(persona: Persona): Promise<Scope> {
      const tenantId = ids.tenants[CAST[persona].tenant]
      const scope = await loadScope(db, { tenantId, personId: ids.people[persona], via: 'session', now: clock.now() })
      if (!scope) throw new Error(`${persona} has no role`)
      return scope
    },
    /** People of the other district who can vote there, made for the occasion. */
    neighbours: async (count: number) => await hireNeighbours({ db, ids, now: clock.now() }, count),
    system: async (tenant: (typeof CAST)[Persona]['tenant'] = 'cedar-valley') => await systemScope(db, ids.tenants[tenant], clock.now()),
    async close() {
      await jobs.stop()
      await Promise.all([db.close(), signInPool.end()])
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Fields = Record<string, string | number | readonly string[] | File>

function actor(app: ReturnType<typeof createApp>, cookie: () => Promise<string>) {
  const send = async (url: string, init: RequestInit & { headers?: Record<string, string> }) =>
    await app.request(`${ORIGIN}${url}`, { ...init, headers: { cookie: await cookie(), ...init.headers } })
  const sameOrigin = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }
  return {
    get: async (url: string, headers: Record<string, string> = {}) => await send(url, { headers }),
    /** Sends a form, as a browser would. */
    post: async (url: string, fields: Fields = {}, headers: Record<string, string> = {}) =>
      await send(url, { method: 'POST', body: formOf({ once: newRandomId(), ...fields }), headers: { ...sameOrigin, ...headers } }),
    /** Sends JSON to the API. */
    json: async (method: 'POST' | 'PATCH', url: string, body: unknown, headers: Record<string, string> = {}) =>
      await send(url, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...sameOrigin, ...headers } }),
  }
}

/** Encoded as a browser does it: in parts only where there is a file among the fields. */
function formOf(fields: Fields): FormData | URLSearchParams {
  const given = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
  const texts = given.flatMap(([name, one]) => (one instanceof File ? [] : [[name, String(one)]]))
  if (texts.length === given.length) return new URLSearchParams(texts)
  const form = new FormData()
  for (const [name, one] of given) form.append(name, one instanceof File ? one : String(one))
  return form
}

function turnableClock(start: Date) {
  let now = start
  return {
    now: () => now,
    turnTo: (date: Date) => void (now = date),
    turnBy: (milliseconds: number) => void (now = new Date(now.getTime() + milliseconds)),
  }
}

async function prepared(urls: { ownerUrl: string; appUrl: string }): Promise<void> {
  await installJobs(urls.ownerUrl, JOBS)
  await foundCast(urls.appUrl, TUESDAY)
}
