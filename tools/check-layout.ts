// Holds the layout that docs/guide/architecture.md describes.
import { findFaults } from './layout/faults.ts'
import { readSources } from './layout/sources.ts'

const sources = readSources(process.cwd())
const faults = findFaults(sources)
for (const fault of faults) console.error(fault)
if (sources.length === 0) console.error('No source was read.')
process.exitCode = faults.length === 0 && sources.length > 0 ? 0 : 1
