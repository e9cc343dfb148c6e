import { parentPort, workerData } from 'node:worker_threads'
import { distances, type Graph } from '../../src/measures.ts'

// What networks.ts hands over; worker data have no type of their own.
const { network, half } = workerData as { network: Graph; half: number }
const sources = network.nodes.flatMap((_, place) => (place % 2 === half ? [place] : []))
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a worker has no origin, a window has
parentPort?.postMessage(distances(network, sources))
