// `npm start`: everything that a clean clone lacks, then the program.
import { ensureInstalled } from './install.mjs'
import { ensureBuilt } from './islands.mjs'
import { runInPinnedNode } from './pinned-node.mjs'

const node = ensureInstalled()
ensureBuilt(node)
runInPinnedNode(node, 'src/main.ts', process.argv.slice(2))
