import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve, type ServerType } from '@hono/node-server'
import { PostgresDialect } from 'kysely'
import { loadDemoOnce } from '../db/demo/load.ts'
import { createApp } from './app.ts'
import { type Configuration, readConfiguration, WrongSetting } from './configuration.ts'
import { JOBS, workersOf } from './jobs.ts'
import { systemClock } from './platform/clock.ts'
import { openDatabase, openPool } from './platform/database.ts'
import { claimProgram } from './platform/embedded/running.ts'
import { startEmbedded } from './platform/embedded/start.ts'
import { installJobs, openJobs, type OpenJobs } from './platform/jobs.ts'
import { type Log, openLog } from './platform/log.ts'
import { smtpMail } from './platform/mail.ts'
import { migrate } from './platform/migrations.ts'
import { openOutbox } from './platform/outbox.ts'
import { whyNotAppRole } from './platform/role-check.ts'
import { keyFolder } from './platform/sealed.ts'
import type { Deps } from './web/deps.ts'
import { createSignIn } from './web/sign-in.ts'

const DRAIN_MILLISECONDS = 8000

type Stopping = () => Promise<void>

const stops: Stopping[] = []
const readiness = { stopping: false }

await main().catch(async (error: unknown) => {
  if (readiness.stopping) return // told to stop while starting: what was under way fails, and the signal's handler ends the process
  process.stderr.write(
    error instanceof WrongSetting
      ? `${error.message}\n`
      : `Groundwork could not start.\n${error instanceof Error ? error.stack : String(error)}\n`,
  )
  await stopAll()
  process.exit(1)
})

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env)
  const claim = claimProgram(configuration.varFolder)
  if (claim.alreadyRuns) {
    process.stdout.write(`Groundwork is running already: ${claim.address ?? 'it is just starting'}\n`)
    return
  }
  stops.push(async () => claim.release())
  stopOnSignals()
  const log = openLog(configuration.logLevel)
  const { appUrl } = await reachDatabase(configuration)
  const { deps, jobs } = await openDeps(configuration, appUrl, log)
  if (configuration.demo) await loadDemoOnce(deps, say)
  const app = createApp(deps)
  await jobs.work(workersOf(deps))
  const port = await listen(app.fetch, configuration)
  const address = configuration.origin.replace(/:0$/, `:${port}`)
  claim.announce(address)
  say(`Groundwork is ready: ${address}`)
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}

async function reachDatabase(configuration: Configuration): Promise<{ appUrl: string }> {
  const { database } = configuration
  if (database.kind === 'server') {
    if (database.ownerUrl) await prepareDatabase(database.ownerUrl)
    const whyNot = await whyNotAppRole(database.url)
    if (whyNot) throw new WrongSetting(`DATABASE_URL: ${whyNot}`)
    return { appUrl: database.url }
  }
  const starting = startEmbedded({ dir: configuration.varFolder, log: say })
  // Told to stop in the middle of this, the program lets it finish and stops it then: else the database would be left running.
  stops.push(async () => (await starting).stop())
  const embedded = await starting
  await prepareDatabase(embedded.ownerUrl)
  return embedded
}

async function prepareDatabase(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl, 'db/migrations')
  await installJobs(ownerUrl, JOBS)
}

async function openDeps(configuration: Configuration, url: string, log: Log): Promise<{ deps: Deps; jobs: OpenJobs }> {
  const onError = (error: Error) => log.warn({ err: error }, 'a connection broke')
  const db = openDatabase({ url, onError })
  const pool = openPool({ url, connections: 4, onError })
  const jobs = openJobs({ url, onError: (error) => readiness.stopping || log.error({ err: error }, 'the queue of jobs failed') })
  await jobs.open()
  stops.push(async () => {
    await jobs.stop()
    await Promise.all([db.close(), pool.end()])
  })
  const outbox = configuration.demo && !configuration.mail ? openOutbox(join(configuration.varFolder, 'outbox'), systemClock) : undefined
  const secret = configuration.secret ?? ownSecret(join(configuration.varFolder, 'secret'))
  const deps: Deps = {
    db,
    clock: systemClock,
    mail: outbox ?? smtpMail(configuration.mail ?? { url: '', from: '' }),
    outbox,
    jobs,
    keys: keyFolder(configuration.keyFolder),
    log,
    signIn: createSignIn({ dialect: new PostgresDialect({ pool }), clock: systemClock, secret, publicUrl: configuration.origin }),
    origin: configuration.origin,
    demo: configuration.demo,
    readiness,
  }
  return { deps, jobs }
}

/** Made at the first start and kept beside the embedded database, so that sessions outlive a restart. */
function ownSecret(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    const secret = randomBytes(32).toString('base64url')
    writeFileSync(path, secret, { mode: 0o600 })
    return secret
  }
}

async function listen(fetch: (request: Request) => Response | Promise<Response>, configuration: Configuration): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = serve({ fetch, port: configuration.port, hostname: configuration.host }, ({ port }) => resolve(port))
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new WrongSetting(`The port ${configuration.port} is in use by another program. Set PORT to a free one.`)
          : error,
      ),
    )
    stops.push(() => drained(server))
  })
}

/** Requests in flight end; connections that only wait are closed. */
async function drained(server: ServerType): Promise<void> {
  await new Promise<void>((resolve) => {
    const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), DRAIN_MILLISECONDS)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}

/** A second signal ends at once. */
function stopOnSignals(): void {
  const stop = async () => {
    if (readiness.stopping) process.exit(1)
    await stopAll()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}

/** What was opened last is closed first. */
async function stopAll(): Promise<void> {
  readiness.stopping = true
  for (const one of stops.toReversed()) await one().catch((error: unknown) => process.stderr.write(`${String(error)}\n`))
}
