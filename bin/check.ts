// Runs every check and test, or those that are named, and ends with `N passed, N failed`.
import { globSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runChecks } from '../tools/checking/checks.ts'
import { runTests } from '../tools/checking/tests.ts'
import { isTestServerRunning, stopTestServer } from '../test/support/server.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'without-browsers': { type: 'boolean' } } })
const isWanted = (name: string) => positionals.length === 0 || positionals.includes(name)

// What one process has compiled, the next need not.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), `groundwork-compiled-${process.getuid?.() ?? 0}`)

const isServerOurs = !isTestServerRunning()
const counts = { passed: 0, failed: 0 }
try {
  // What reads the source waits for nothing, the tests often wait for the database: at the same time they fill each other's gaps.
  const sourceIsRead = runChecks(isWanted)
  if (isWanted('tests'))
    add(await runTests('tests', globSync('{src,packages,test,tools,bin}/**/*.test.ts', { exclude: ['**/node_modules/**'] })))
  add(await sourceIsRead)
  if (isWanted('journeys') && !values['without-browsers']) add(await runTests('journeys', globSync('test/e2e/**/*.e2e.ts')))
} finally {
  if (isServerOurs) await stopTestServer()
}
console.log(`${counts.passed} passed, ${counts.failed} failed`)
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1)

function add(more: { passed: number; failed: number }): void {
  counts.passed += more.passed
  counts.failed += more.failed
}
