import { Worker } from 'node:worker_threads'
import { distances, graphOf, type Graph } from '../../src/measures.ts'
import { show, timed, timedAsync } from './figure.ts'
import { generator } from './random.ts'

const size = 10_000
const ties = 50_000
const sampled = 500

/** Betweenness of a large network: from a sample of its nodes with an error, and exactly on two workers. */
export async function benchNetworks(): Promise<void> {
  for (const directed of [true, false]) {
    const network = networkOf(directed)
    const kind = `${size.toLocaleString('en-US')} nodes, ${ties.toLocaleString('en-US')} ${directed ? 'directed ties' : 'ties both ways'}`
    const sources = Array.from({ length: sampled }, (_, i) => (i * size) / sampled)
    const estimate = timed(() => distances(network, sources))
    show(`betweenness of ${kind}, from ${sampled}`, estimate, '≤ 1 s', 'with its error')
    const exact = await timedAsync(() => Promise.all([0, 1].map((half) => halfInWorker(network, half))))
    show(`betweenness of ${kind}, exact`, exact, '≤ 10 s on two workers', 'processor of both together')
  }
}

function networkOf(directed: boolean): Graph {
  const random = generator(20_261_124)
  const nodes = Array.from({ length: size }, (_, i) => String(i))
  const node = () => nodes[Math.floor(random() * size)] ?? ''
  return graphOf(
    nodes,
    Array.from({ length: ties }, () => [node(), node()] as const),
    directed,
  )
}

/** Every other node as a source; the mean of both halves is the whole. */
function halfInWorker(network: Graph, half: number): Promise<void> {
  const worker = new Worker(new URL('betweenness-worker.ts', import.meta.url), { workerData: { network, half } })
  return new Promise((resolve, reject) => {
    worker.on('error', reject)
    worker.on('exit', () => resolve())
  })
}
