import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, ownMark, type ProcessMark } from './process-mark.ts'

type Running = { mark: ProcessMark; address: string | null }

/** One program a folder: either where the other one is, or the claim that this process is the one. */
export type Claim =
  | { alreadyRuns: true; address: string | null }
  | { alreadyRuns: false; announce: (address: string) => void; release: () => void }

/** Called first in the program: two of them would both run the jobs. A claim of a killed program is taken over. */
export function claimProgram(dir: string): Claim {
  mkdirSync(dir, { recursive: true })
  const path = join(dir, 'running.json')
  const other = findRunning(dir)
  if (other) return { alreadyRuns: true, address: other.address }
  rmSync(path, { force: true })
  if (!place(path)) return { alreadyRuns: true, address: findRunning(dir)?.address ?? null }
  return {
    alreadyRuns: false,
    announce: (address) => renameSync(draftOf(path, address), path),
    release: () => rmSync(path, { force: true }),
  }
}

export function findRunning(dir: string): Running | undefined {
  try {
    const running: Running = JSON.parse(readFileSync(join(dir, 'running.json'), 'utf8'))
    return isAlive(running.mark) ? running : undefined
  } catch {
    return undefined
  }
}

/** Linking fails where another start was faster. */
function place(path: string): boolean {
  const draft = draftOf(path, null)
  try {
    linkSync(draft, path)
    return true
  } catch {
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

function draftOf(path: string, address: string | null): string {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify({ mark: ownMark(), address } satisfies Running))
  return draft
}
