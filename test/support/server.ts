import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { withLockFile } from '../../src/platform/embedded/lock-file.ts'
import { isAlive, type ProcessMark } from '../../src/platform/embedded/process-mark.ts'
import { quickFolder } from './quick-folder.ts'

export const repository = join(import.meta.dirname, '../..')
const hash = createHash('sha256').update(repository).digest('hex').slice(0, 12)
/** One folder per checkout and user: two checkouts never share a server. */
export const serverFolder = join(quickFolder(), `groundwork-test-${hash}-${userInfo().username}`)
export const serverFile = join(serverFolder, 'server.json')

export type TestServer = { host: ProcessMark; adminUrl: string; ownerUrl: string; appUrl: string }

/** The one PostgreSQL of all test files, each of which is a process: the first that asks starts it. */
export async function testServer(): Promise<TestServer> {
  const running = findServer()
  if (running) return running
  mkdirSync(serverFolder, { recursive: true })
  chmodSync(serverFolder, 0o755)
  return withLockFile(join(serverFolder, 'starting'), async () => findServer() ?? (await startHost()))
}

/** Whether an earlier run of a single test file left a server, which others may be using. */
export function isTestServerRunning(): boolean {
  return findServer() !== undefined
}

/** Ends the server of this checkout; the runner that found none at its beginning calls it last. */
export async function stopTestServer(): Promise<void> {
  const running = findServer()
  if (!running) return
  process.kill(running.host.pid, 'SIGTERM')
  while (isAlive(running.host)) await wait(50)
}

function findServer(): TestServer | undefined {
  try {
    const server: TestServer = JSON.parse(readFileSync(serverFile, 'utf8'))
    return isAlive(server.host) ? server : undefined
  } catch {
    return undefined
  }
}

/** A process of its own, since the test file that starts the server ends before the others do. */
async function startHost(): Promise<TestServer> {
  const log = openSync(join(serverFolder, 'host.log'), 'a', 0o600)
  const host = spawn(process.execPath, [join(import.meta.dirname, 'server-host.ts')], { detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  host.unref()
  for (let tries = 0; tries < 600; tries++) {
    const server = findServer()
    if (server) return server
    if (host.exitCode !== null) break
    await wait(100)
  }
  throw new Error(`The test database did not start; see ${join(serverFolder, 'host.log')}`)
}
