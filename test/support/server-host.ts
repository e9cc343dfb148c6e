// Keeps the test server until the runner stops it, or until nobody has used it for ten minutes.
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { ownMark } from '../../src/platform/embedded/process-mark.ts'
import { startEmbedded } from '../../src/platform/embedded/start.ts'
import { serverFile, serverFolder } from './server.ts'

const MINUTES_UNTIL_IDLE_STOP = 10

const server = await startEmbedded({ dir: serverFolder, log: console.error, throwaway: true })
const { adminUrl, ownerUrl, appUrl } = server
process.once('SIGTERM', () => void end())
process.once('SIGINT', () => void end())
writeFileSync(`${serverFile}.new`, JSON.stringify({ host: ownMark(), adminUrl, ownerUrl, appUrl }), { mode: 0o600 })
renameSync(`${serverFile}.new`, serverFile)

for (let idleMinutes = 0; idleMinutes < MINUTES_UNTIL_IDLE_STOP; idleMinutes++) {
  await wait(60_000)
  if (await isInUse()) idleMinutes = 0
}
await end()

async function isInUse(): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  const others = "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()"
  const { rowCount } = await client.query(others)
  await client.end()
  return rowCount !== 0
}

async function end(): Promise<void> {
  rmSync(serverFile, { force: true })
  await server.stop()
  process.exit(0)
}
