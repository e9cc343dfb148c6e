// `npm run dev`: the program, started again whenever a source changes, and the browsers' part built again beside it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, repository } from './install.mjs'
import { ensureBuilt } from './islands.mjs'

const node = ensureInstalled()
ensureBuilt(node)
const children = [
  [join(repository, 'node_modules/vite/bin/vite.js'), 'build', '--watch', '--logLevel', 'warn'],
  ['--watch', '--import', join(repository, 'bin/register-tsx.mjs'), join(repository, 'src/main.ts')],
].map((args) => spawn(node, args, { cwd: repository, stdio: 'inherit', detached: true }))

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    for (const child of children) child.kill('SIGTERM')
  })
