import { spawn } from 'node:child_process'
import { join } from 'node:path'

type Check = { name: string; command: string[] }

const tool = (name: string) => join('node_modules/.bin', name)
const own = (file: string, ...args: string[]) => [process.execPath, '--import', './bin/register-tsx.mjs', join('tools', file), ...args]

const checks: Check[] = [
  { name: 'format', command: [tool('oxfmt'), '--check', '.'] },
  { name: 'lint', command: [tool('oxlint'), '--type-aware', '.'] },
  // What has not changed since the last time need not be looked at again.
  { name: 'types', command: [tool('tsc'), '--noEmit', '-p', '.', '--incremental', '--tsBuildInfoFile', 'var/types.tsbuildinfo'] },
  { name: 'layout', command: own('check-layout.ts') },
  { name: 'messages', command: own('check-messages.ts') },
  { name: 'tables', command: own('write-tables.ts', '--check') },
  { name: 'unused', command: [tool('knip')] },
]

/** Runs the checks that read the source; a check's own words are printed only where it fails. */
export async function runChecks(isWanted: (name: string) => boolean) {
  const counts = { passed: 0, failed: 0 }
  for (const check of checks.filter(({ name }) => isWanted(name))) {
    const started = Date.now()
    const { isFine, words } = await outcome(check.command)
    if (isFine) counts.passed++
    else counts.failed++
    console.log(`${isFine ? 'ok  ' : 'FAIL'} ${check.name} (${((Date.now() - started) / 1000).toFixed(1)} s)${isFine ? '' : `\n${words}`}`)
  }
  return counts
}

function outcome([program = '', ...args]: string[]): Promise<{ isFine: boolean; words: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let words = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk))
    child.on('error', (error) => resolve({ isFine: false, words: String(error) }))
    child.on('close', (code) => resolve({ isFine: code === 0, words }))
  })
}
