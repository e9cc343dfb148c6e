import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

/** PostgreSQL refuses to run as root: then it runs as this user. Empty for an ordinary user, who stays who he is. */
export type RunAs = { uid: number; gid: number } | Record<string, never>

/** Data that exists already stay with the user who owns them. */
export function chooseUser(dataFolder: string): RunAs {
  if (process.getuid?.() !== 0) return {}
  return ownerOf(dataFolder) ?? lookUp('groundwork') ?? makeUser('groundwork') ?? lookUp('nobody') ?? noUser()
}

/** Whether that user can walk to the path, through every folder above it: root could where he cannot. */
export function canReach(user: RunAs, path: string): boolean {
  if (!('uid' in user)) return true
  return spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', path], { ...user, cwd: '/' }).status === 0
}

function ownerOf(dataFolder: string): RunAs | undefined {
  const stat = statSync(dataFolder, { throwIfNoEntry: false })
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : undefined
}

function lookUp(name: string): RunAs | undefined {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}

/** A user of its own, so that no other service on the machine can read the data. */
function makeUser(name: string): RunAs | undefined {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name], { stdio: 'ignore' })
  return lookUp(name)
}

function noUser(): never {
  throw new Error('PostgreSQL does not run as root, and no user "groundwork" could be made here. Make one, or start as an ordinary user.')
}
