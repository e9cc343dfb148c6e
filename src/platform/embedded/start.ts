import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { databaseName, ensureRolesAndDatabase, initialize } from './cluster.ts'
import { enter, leave, someoneElseIsIn } from './holders.ts'
import { withLockFile } from './lock-file.ts'
import { choosePlace, type Place } from './place.ts'
import { choosePort } from './port.ts'
import { findPostmaster, launch, stopPostmaster, type Postmaster } from './postmaster.ts'
import { keepSecrets } from './secrets.ts'
import { settingsFor } from './settings.ts'

export type Embedded = {
  /** Logs in as the owner of the tables: for migrations and backups. */
  ownerUrl: string
  /** Logs in as the program: owns nothing, stands behind row-level security. */
  appUrl: string
  /** Logs in as PostgreSQL's superuser: for tests that make databases. */
  adminUrl: string
  stop: () => Promise<void>
}

type Options = {
  /** The folder for everything: usually `var`. */
  dir: string
  log: (sentence: string) => void
  /** For tests: nothing is synced to disk, and the data are new at each start. */
  throwaway?: boolean
}

/**
 * Starts the PostgreSQL that comes with the program, or joins it where another process of this folder runs it already.
 * A server left over from a killed program is stopped and started anew; one that dies is started again on its port.
 */
export async function startEmbedded(options: Options): Promise<Embedded> {
  const place = choosePlace(options.dir)
  const lock = join(place.home, 'postgres.lock')
  return withLockFile(lock, async () => {
    const server = await joinOrLaunch(place, options)
    enter(place.home)
    return {
      ...server.urls,
      stop: () => {
        server.expectEnd()
        return withLockFile(lock, () => leaveServer(place, options))
      },
    }
  })
}

async function joinOrLaunch(place: Place, options: Options) {
  const running = findPostmaster(place)
  if (running && someoneElseIsIn(place.home)) return { urls: urlsOf(place, running.port), expectEnd: () => {} }
  if (running) await stopPostmaster(place, running)
  if (options.throwaway) rmSync(place.data, { recursive: true, force: true })
  const secrets = keepSecrets(place.home)
  await initialize(place, secrets)
  const port = await choosePort(place.home)
  const keeper = await keepRunning(place, port, options)
  const urls = urlsOf(place, port)
  await ensureRolesAndDatabase(urls.adminUrl, secrets)
  return { urls, expectEnd: keeper.expectEnd }
}

/** Starts the server again whenever it ends unasked: the program's pool then finds it on the same port. */
async function keepRunning(place: Place, port: number, options: Options) {
  let endIsExpected = false
  const settings = settingsFor(options.throwaway ?? false)
  const again = async () => {
    if (endIsExpected) return
    options.log('The database stopped unexpectedly; starting it again.')
    const next = await launchPatiently(place, port, settings, () => void again()).catch((error) => options.log(String(error)))
    // The program may have been told to stop in the meantime.
    if (next && endIsExpected) await stopPostmaster(place, next)
  }
  await launchPatiently(place, port, settings, () => void again())
  return { expectEnd: () => (endIsExpected = true) }
}

/** Right after a kill -9 the old server's sessions hold its shared memory for a moment, and a new one refuses to start. */
async function launchPatiently(place: Place, port: number, settings: string[], whenGone: () => void): Promise<Postmaster> {
  for (let tries = 1; ; tries++) {
    let isUp = false
    try {
      const postmaster = await launch(place, port, settings, () => isUp && whenGone())
      isUp = true
      return postmaster
    } catch (error) {
      if (tries === 10) throw error
      await wait(100 * tries)
    }
  }
}

async function leaveServer(place: Place, options: Options): Promise<void> {
  leave(place.home)
  const running = findPostmaster(place)
  if (!running || someoneElseIsIn(place.home)) return
  await stopPostmaster(place, running)
  if (options.throwaway) rmSync(place.data, { recursive: true, force: true })
}

function urlsOf(place: Place, port: number) {
  const secrets = keepSecrets(place.home)
  const at = `127.0.0.1:${port}`
  return {
    ownerUrl: `postgres://groundwork_owner:${secrets.owner}@${at}/${databaseName}`,
    appUrl: `postgres://groundwork_app:${secrets.app}@${at}/${databaseName}`,
    adminUrl: `postgres://postgres:${secrets.admin}@${at}/postgres`,
  }
}
