// `npm run build`: what browsers load, if it is not built yet or its sources changed.
import { ensureInstalled } from './install.mjs'
import { ensureBuilt } from './islands.mjs'

ensureBuilt(ensureInstalled())
