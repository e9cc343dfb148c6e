import { execFileSync, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from './process-mark.ts'
import type { Place } from './place.ts'
import { plainEnvironment } from './settings.ts'

export type Postmaster = { pid: number; port: number }

/** The server that runs on this data folder now, whoever started it. */
export function findPostmaster(place: Place): Postmaster | undefined {
  const lines = pidFileLines(place)
  const pid = Number(lines[0])
  if (!pid || !isAlive({ pid, startedTicks: '' }) || !isPostgresOn(pid, place.data)) return undefined
  return { pid, port: Number(lines[3]) }
}

/** Starts the server and waits until it answers. `whenGone` hears of its end, wanted or not. */
export async function launch(place: Place, port: number, settings: string[], whenGone: () => void): Promise<Postmaster> {
  removeStrangersPidFile(place)
  const log = openLog(place)
  const child = spawn(join(place.native, 'bin', 'postgres'), ['-D', place.data, '-p', String(port), ...settings], {
    ...place.user,
    cwd: '/',
    env: plainEnvironment,
    // A session of its own: Ctrl-C in the terminal must reach the program alone, which then stops the server last.
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let isGone = false
  child.on('error', () => (isGone = true))
  child.on('exit', () => {
    isGone = true
    whenGone()
  })
  child.unref()
  while (!isReady(place, child.pid)) {
    if (isGone) throw new Error(`PostgreSQL did not start; its own words are in ${logPath(place)}`)
    await wait(20)
  }
  return { pid: child.pid ?? 0, port }
}

/** Waits for sessions to be cut and everything to be on disk; a server that hangs is stopped hard and recovers at the next start. */
export async function stopPostmaster(place: Place, { pid }: Postmaster): Promise<void> {
  signal(pid, 'SIGINT')
  for (let tries = 0; tries < 600 && isRunning(place, pid); tries++) await wait(50)
  if (isRunning(place, pid)) signal(pid, 'SIGQUIT')
}

function isRunning(place: Place, pid: number): boolean {
  return isAlive({ pid, startedTicks: '' }) && isPostgresOn(pid, place.data)
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It went by itself in the meantime.
  }
}

/** PostgreSQL writes "ready" to line 8 of its pid file once it accepts connections (src/include/utils/pidfile.h). */
function isReady(place: Place, pid: number | undefined): boolean {
  const lines = pidFileLines(place)
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

function pidFileLines(place: Place): string[] {
  const path = join(place.data, 'postmaster.pid')
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
}

/** After a crash the noted pid may belong to another program by now, and PostgreSQL would wait for that one in vain. */
function removeStrangersPidFile(place: Place): void {
  const pid = Number(pidFileLines(place)[0])
  if (pid && isAlive({ pid, startedTicks: '' })) rmSync(join(place.data, 'postmaster.pid'))
}

function isPostgresOn(pid: number, data: string): boolean {
  return commandOf(pid).includes(data)
}

function commandOf(pid: number): string {
  const path = `/proc/${pid}/cmdline`
  try {
    return existsSync(path) ? readFileSync(path, 'utf8') : execFileSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** A file, not a pipe: a server whose program was killed must not die of writing to nobody. */
function openLog(place: Place): number {
  const path = logPath(place)
  const isLong = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000
  return openSync(path, isLong ? 'w' : 'a', 0o600)
}

function logPath(place: Place): string {
  return join(place.home, 'postgres.log')
}
