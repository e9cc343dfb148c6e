// Runs the test files that it is given in this one process. They are loaded with `require`, which returns when a file has been read to its
// end: its tests, and the hooks beside them, are then this suite's and nobody else's. A file that awaits at its top is refused by Node.
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { describe } from 'node:test'

const require = createRequire(import.meta.url)
for (const file of process.argv.slice(2)) void describe(file, () => void require(resolve(file)))
