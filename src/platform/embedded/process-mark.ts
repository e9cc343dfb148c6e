import { readFileSync } from 'node:fs'

/** Names one process for good: a pid alone is reused, in containers within seconds of a restart. */
export type ProcessMark = { pid: number; startedTicks: string }

export function ownMark(): ProcessMark {
  return { pid: process.pid, startedTicks: statOf(process.pid)?.startedTicks ?? '' }
}

export function isAlive(mark: ProcessMark): boolean {
  if (!pidExists(mark.pid)) return false
  const stat = statOf(mark.pid)
  if (!stat) return true
  // A zombie keeps its pid until its parent reaps it, which nobody does in a container without an init.
  return stat.state !== 'Z' && (mark.startedTicks === '' || stat.startedTicks === mark.startedTicks)
}

function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Undefined where the system has no /proc; then the pid has to do. */
function statOf(pid: number) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // proc(5): the command may itself hold blanks and parentheses, so fields count from the last one.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', startedTicks: fields[19] ?? '' }
  } catch {
    return undefined
  }
}
