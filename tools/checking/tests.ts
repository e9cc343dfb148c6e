import { relative } from 'node:path'
import { run } from 'node:test'
import { fileURLToPath } from 'node:url'
import { batchesOf } from './batches.ts'

type Event = {
  name: string
  file?: string
  line?: number
  skip?: string | boolean
  details: { type?: string; error?: Error & { failureType?: string; exitCode?: number; signal?: string } }
}

type Counts = { passed: number; failed: number }

// A file that hangs must not hang the run; journeys in a browser take the longest, and other work may share the machine.
const TIMEOUT_MS = 300_000

// Most of the time of a test goes by in waiting for the database.
const PROCESSES_AT_ONCE = 4

const TOGETHER = fileURLToPath(import.meta.resolve('./together.ts'))

/** Runs test files in a few processes; prints only what failed. */
export async function runTests(name: string, files: string[]): Promise<Counts> {
  const started = Date.now()
  const counts = { passed: 0, failed: 0 }
  const waiting = batchesOf(files)
  async function work(): Promise<void> {
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) await runBatch(batch, counts)
  }
  await Promise.all(Array.from({ length: PROCESSES_AT_ONCE }, work))
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(
    `${counts.failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${counts.passed} passed, ${counts.failed} failed in ${files.length} files (${seconds} s)`,
  )
  return counts
}

async function runBatch(files: string[], counts: Counts): Promise<void> {
  const unfinished = new Set(files.map((file) => relative(process.cwd(), file)))
  const execArgv = ['--import', './bin/register-tsx.mjs']
  const what = files.length === 1 ? { files } : { files: [TOGETHER], argv: [...unfinished] }
  const stream = run({ ...what, concurrency: 1, timeout: TIMEOUT_MS, execArgv })
  stream.on('test:pass', (event: Event) => {
    unfinished.delete(event.name)
    if (event.skip !== undefined) console.log(`skip ${event.name}: ${event.skip}`)
    else if (isTest(event)) counts.passed++
  })
  stream.on('test:fail', (event: Event) => {
    unfinished.delete(event.name)
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
  if (files.length === 1) return
  // Where one file ends the process, those after it have not been tried at all.
  counts.failed += unfinished.size
  for (const file of unfinished) console.log(`FAIL ${file} did not come to its end`)
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
