import { globSync, readFileSync } from 'node:fs'

const TICKS_A_SECOND = 100

/** Seconds of processor time that a process has used since its start (proc(5): user and system time, in ticks). */
export function secondsUsed(pid: number): number {
  const fields = statFields(`/proc/${pid}/stat`)
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
}

/** Of a process, the children it has, and those that have ended: a database closes sessions that nobody needs. */
export function secondsOfFamily(pid: number): number {
  const fields = statFields(`/proc/${pid}/stat`)
  const ended = (Number(fields[13]) + Number(fields[14])) / TICKS_A_SECOND
  return childrenOf(pid).reduce((sum, child) => sum + secondsUsed(child), secondsUsed(pid) + ended)
}

export function childrenOf(pid: number): number[] {
  return globSync(`/proc/[0-9]*/stat`)
    .filter((path) => statFields(path)[1] === String(pid))
    .map((path) => Number(path.split('/')[2]))
}

/** The command may hold blanks, so fields count from its closing parenthesis. */
function statFields(path: string): string[] {
  try {
    const text = readFileSync(path, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}
