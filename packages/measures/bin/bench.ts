import { availableParallelism, cpus, loadavg } from 'node:os'
import { benchReport } from './bench/csv-report.ts'
import { heading } from './bench/figure.ts'
import { benchSummary } from './bench/from-summary.ts'
import { benchGeneralizability } from './bench/generalizability.ts'
import { benchNetworks } from './bench/networks.ts'

/** `npm run bench:measures`: figures of speed on data made from fixed seeds, each beside its goal. */
const load = loadavg().map((one) => one.toFixed(1))
console.log(`${cpus()[0]?.model}, ${availableParallelism()} cores, Node ${process.versions.node}; load ${load.join(' ')}\n`)
heading()
benchSummary()
benchGeneralizability()
await benchNetworks()
await benchReport()
