import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { repository } from './install.mjs'

/** Runs until the program ends and takes over its exit code; each signal is handed on once. */
export function runInPinnedNode(node, file, args) {
  const hook = join(repository, 'bin/register-tsx.mjs')
  // A group of its own: Ctrl-C reaches this process alone, and the program hears of it once instead of two or three times.
  const program = spawn(node, ['--import', hook, join(repository, file), ...args], { cwd: repository, stdio: 'inherit', detached: true })
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (!isStopping) program.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
      isStopping = true
    })
  program.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}
