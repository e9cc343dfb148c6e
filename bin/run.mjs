// `node bin/run.mjs FILE …` runs a TypeScript file of this repository with the pinned Node, whatever Node started it.
import { ensureInstalled } from './install.mjs'
import { runInPinnedNode } from './pinned-node.mjs'

const [file, ...args] = process.argv.slice(2)
runInPinnedNode(ensureInstalled(), file, args)
