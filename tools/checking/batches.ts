import { relative } from 'node:path'

// Enough that a core which is done finds another one, few enough that the program is not loaded and warmed up over and over.
const SHARED = 8

// Begun last, one of these would keep a core waiting: they have the most to do, or wait the longest.
const LONGEST = [
  'test/hostile.test.ts',
  'test/attacks/disclosure.test.ts',
  'test/access-matrix.test.ts',
  'test/walls-database.test.ts',
  'test/faults.test.ts',
]

/**
 * Which test files one process runs, one after the other. Those of the whole program have a process each. All others share a few,
 * since each process loads the program and warms it up anew; they are dealt out in turn, so that a slice with much to do does not lie in one
 * process alone.
 */
export function batchesOf(files: string[]): string[][] {
  const sorted = files.toSorted()
  const whole = sorted.filter(isOfWholeProgram)
  const others = sorted.filter((file) => !isOfWholeProgram(file))
  const shared = Array.from({ length: Math.min(SHARED, others.length) }, (_, at) => others.filter((_, index) => index % SHARED === at))
  const alone = (isWanted: (file: string) => boolean) => whole.filter(isWanted).map((file) => [file])
  return [...alone(isLongest), ...shared, ...alone((file) => !isLongest(file))]
}

function isLongest(file: string): boolean {
  return LONGEST.includes(relative(process.cwd(), file))
}

function isOfWholeProgram(file: string): boolean {
  return relative(process.cwd(), file).startsWith('test/')
}
