import { relative } from 'node:path'

// Enough that a core which is done finds another one, few enough that the program is not loaded and warmed up over and over.
const SHARED_PROCESSES = 8

/**
 * Which test files one process runs, one after the other. Those of the whole program take longest: each has a process of its own, and begins
 * first, since begun last it would keep a core waiting. All others are dealt out in turn, so that a slice with much to do does not lie in
 * one process alone.
 */
export function batchesOf(files: string[]): string[][] {
  const sorted = files.toSorted()
  const alone = sorted.filter(isOfWholeProgram).map((file) => [file])
  const others = sorted.filter((file) => !isOfWholeProgram(file))
  const shared = Array.from({ length: Math.min(SHARED_PROCESSES, others.length) }, (_, at) =>
    others.filter((_, index) => index % SHARED_PROCESSES === at),
  )
  return [...alone, ...shared]
}

function isOfWholeProgram(file: string): boolean {
  return relative(process.cwd(), file).startsWith('test/')
}
