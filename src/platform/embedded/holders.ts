import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMark } from './lock-file.ts'
import { isAlive, ownMark } from './process-mark.ts'

/** Processes that use the server now: the program, and commands run beside it. The last one to leave stops it. */
export function enter(home: string): void {
  mkdirSync(folder(home), { recursive: true, mode: 0o700 })
  writeFileSync(join(folder(home), String(process.pid)), JSON.stringify(ownMark()))
}

export function leave(home: string): void {
  rmSync(join(folder(home), String(process.pid)), { force: true })
}

export function someoneElseIsIn(home: string): boolean {
  mkdirSync(folder(home), { recursive: true, mode: 0o700 })
  const others = readdirSync(folder(home)).filter((name) => name !== String(process.pid))
  return others.filter((name) => isStillIn(join(folder(home), name))).length > 0
}

/** Holders that were killed leave their file behind: it goes here. */
function isStillIn(path: string): boolean {
  const mark = readMark(path)
  if (mark && isAlive(mark)) return true
  rmSync(path, { force: true })
  return false
}

function folder(home: string): string {
  return join(home, 'postgres-users')
}
