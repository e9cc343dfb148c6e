import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { repository } from './install.mjs'

/** Room for what a page makes and drops at once: with 16 MB a board costs a seventh less processor time than with the default; 32 gave no more. */
export const MEMORY = '--max-semi-space-size=16'

/** Runs until the program ends and takes over its exit code; signals are handed on. */
export function runInPinnedNode(node, file, args) {
  const hook = join(repository, 'bin/register-tsx.mjs')
  // A group of its own, and repeats at once dropped: of one Ctrl-C the terminal and npm both tell, and a second one ends the program hard.
  const program = spawn(node, [MEMORY, '--import', hook, join(repository, file), ...args], {
    cwd: repository,
    stdio: 'inherit',
    detached: true,
  })
  let lastSignalAt = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (Date.now() - lastSignalAt > 1000) program.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
      lastSignalAt = Date.now()
    })
  program.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}
