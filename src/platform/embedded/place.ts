import { createHash } from 'node:crypto'
import { chownSync, existsSync, lstatSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { copyPostgres, giveName, packagedPostgres } from './binaries.ts'
import { canReach, chooseUser, type RunAs } from './user.ts'

/** Where one installation keeps its database, what runs it, and as whom. */
export type Place = { home: string; data: string; native: string; user: RunAs }

/**
 * Usually everything lies in `dir`. Started by root in a folder that no other user can enter (a fresh `mktemp -d`, /root),
 * data and programs go to a private folder outside, and `dir/postgres` becomes a link to it.
 */
export function choosePlace(dir: string): Place {
  mkdirSync(dir, { recursive: true })
  const link = join(realpathSync(dir), 'postgres')
  const user = chooseUser(link)
  const home = homeOf(realpathSync(dir), link, user)
  const packaged = packagedPostgres()
  // One copy for all databases of these packages, tests' included.
  const native = canReach(user, join(packaged, 'bin', 'postgres')) ? packaged : copyPostgres(packaged, privateFolder(packaged, user), user)
  return { home, data: join(home, 'postgres'), native, user }
}

function homeOf(dir: string, link: string, user: RunAs): string {
  if (existsSync(link) && !lstatSync(link).isSymbolicLink()) return reachableOrRefused(dir, user)
  if (existsSync(link)) return join(realpathSync(link), '..')
  rmSync(link, { force: true })
  if (canReach(user, dir)) return dir
  return outside(dir, link, user)
}

/** Never start an empty database elsewhere while the old one lies here: it would look as if all work were lost. */
function reachableOrRefused(dir: string, user: RunAs): string {
  if (canReach(user, dir)) return dir
  throw new Error(
    `The database in ${dir} belongs to another user, who cannot enter this folder any more. Open the folders above it (chmod a+x) or start as that user.`,
  )
}

function outside(dir: string, link: string, user: RunAs): string {
  const home = privateFolder(dir, user)
  try {
    symlinkSync(join(home, 'postgres'), link)
  } catch (error) {
    // Another start of the same folder was faster; both choose the same place, and the lock in it lets one go on.
    if (!lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) throw error
  }
  return home
}

/** /var/tmp is open to all: a folder that somebody else put there first is refused, not used. */
function privateFolder(standsFor: string, user: RunAs): string {
  const path = join('/var/tmp', `groundwork-${createHash('sha256').update(standsFor).digest('hex').slice(0, 16)}`)
  if (!existsSync(path)) makePrivate(path, user)
  const stat = lstatSync(path)
  const isOurs = stat.isDirectory() && (stat.mode & 0o077) === 0 && (!('uid' in user) || stat.uid === user.uid)
  if (!isOurs) throw new Error(`${path} is not a private folder of ours. Remove it and start again.`)
  return path
}

/** Made under another name, so that a start at the same time never sees it before it is its user's. */
function makePrivate(path: string, user: RunAs): void {
  const draft = `${path}.new.${process.pid}`
  mkdirSync(draft, { mode: 0o700 })
  if ('uid' in user) chownSync(draft, user.uid, user.gid)
  giveName(draft, path)
}
