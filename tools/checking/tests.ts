import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { run } from 'node:test'

type Event = {
  name: string
  file?: string
  line?: number
  skip?: string | boolean
  details: { type?: string; error?: Error & { failureType?: string; exitCode?: number; signal?: string } }
}

// A single test that hangs must not hang the run; journeys in a browser take the longest.
const TIMEOUT_MS = 180_000

/** The tests of the whole program take longest: begun last, one of them would keep a core waiting. */
function longestFirst(files: string[]): string[] {
  const rank = (file: string) => (/(?:^|\/)test\//.test(relative(process.cwd(), file)) && !file.includes('packages') ? 0 : 1)
  return files.toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1))
}

/** Runs test files, each in its own process, four at a time since most of them wait for the database; prints only what failed. */
export async function runTests(name: string, files: string[]) {
  const started = Date.now()
  const counts = { passed: 0, failed: 0 }
  // Each test file is a process of its own; what one has compiled, the next need not.
  process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), `groundwork-compiled-${process.getuid?.() ?? 0}`)
  const execArgv = ['--import', './bin/register-tsx.mjs']
  const stream = run({ files: longestFirst(files), concurrency: 4, timeout: TIMEOUT_MS, execArgv })
  stream.on('test:pass', (event: Event) => {
    if (event.skip !== undefined) console.log(`skip ${event.name}: ${event.skip}`)
    else if (isTest(event)) counts.passed++
  })
  stream.on('test:fail', (event: Event) => {
    if (isOnlyThatSubtestsFailed(event)) return
    counts.failed++
    printFailure(event)
  })
  // What fails after the last test of a file is told in this way alone.
  stream.on('test:diagnostic', ({ message, file }) => {
    if (/^(?:Error|Warning):/.test(message)) console.log(`${file ? relative(process.cwd(), file) : ''}: ${message}`)
  })
  stream.on('test:stderr', ({ message }) => process.stderr.write(message))
  for await (const _ of stream);
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(
    `${counts.failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${counts.passed} passed, ${counts.failed} failed in ${files.length} files (${seconds} s)`,
  )
  return counts
}

/** Suites and files only gather tests; they are not counted. */
function isTest({ name, file, details }: Event): boolean {
  return details.type !== 'suite' && !(file && file.endsWith(name))
}

function isOnlyThatSubtestsFailed({ details }: Event): boolean {
  return details.error?.failureType === 'subtestsFailed'
}

function printFailure({ name, file, line, details }: Event): void {
  const { cause, exitCode, signal } = details.error ?? {}
  const words =
    cause instanceof Error ? (cause.stack ?? cause.message) : `${details.error?.message} (exit code ${exitCode}, signal ${signal})`
  console.log(`FAIL ${file ? relative(process.cwd(), file) : ''}:${line ?? ''} ${name}\n${words.replaceAll(/^/gm, '     ')}\n`)
}
