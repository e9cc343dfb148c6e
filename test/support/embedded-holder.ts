// A program that only holds the embedded database of the folder it is told, and says where it is: for tests that kill it.
import { startEmbedded } from '../../src/platform/embedded/start.ts'

const server = await startEmbedded({ dir: process.argv[2] ?? '', log: console.error })
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)))
process.stdout.write(`${JSON.stringify(server)}\n`)
setInterval(() => {}, 1000)
