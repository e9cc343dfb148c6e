import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive, ownMark, type ProcessMark } from './process-mark.ts'

/** Runs `work` while no other process holds `path`; a lock whose holder was killed is taken over. */
export async function withLockFile<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!take(path)) await wait(100)
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

/** Linking a finished file makes lock and holder appear at once; writing after creating would show an empty lock. */
function take(path: string): boolean {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify(ownMark()))
  try {
    linkSync(draft, path)
    return true
  } catch {
    const holder = readMark(path)
    if (holder && !isAlive(holder)) rmSync(path, { force: true })
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

export function readMark(path: string): ProcessMark | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
