// `npm test` and `npm run check`: everything that a clean clone lacks, then all checks.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, repository } from './install.mjs'
import { ensureBuilt } from './islands.mjs'
import { runInPinnedNode } from './pinned-node.mjs'

const node = ensureInstalled()
if (existsSync(join(repository, 'vite.config.ts'))) ensureBuilt(node)
runInPinnedNode(node, 'bin/check.ts', process.argv.slice(2))
