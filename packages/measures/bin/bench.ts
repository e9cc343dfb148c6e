import { Worker } from 'node:worker_threads'
import {
  cronbachAlpha,
  distances,
  emptySummary,
  foldAnswers,
  graphOf,
  gStudy,
  mcdonaldOmega,
  momentsOfSummary,
  ordinalScale,
  pairTablesOfSummary,
  partialCredit,
  responseTablesOfSummary,
  summaryToBytes,
  varianceComponents,
  type Answers,
} from '../src/measures.ts'

/** Figures of speed on data made from a fixed seed: `node packages/measures/bin/bench.ts`. Time is this process's own, not the wall's. */
const random = generator(20_261_122)
const items = 25
const shape = { items: Array.from({ length: items }, (_, i) => ({ name: `item ${i}`, least: 1, categories: 5 })) }

const people = 40_000
const rows = Array.from({ length: people }, person)
const summary = measure(
  `fold ${people} × ${items} answers`,
  () => foldAnswers(emptySummary(shape), rows),
  (s) => `${rate(people * items, s)} answers/s`,
)
console.log(`  summary: ${(summaryToBytes(summary).length / 1024).toFixed(0)} KB`)
for (const turn of ['first', 'again']) {
  measure(`alpha from the summary (${turn})`, () => cronbachAlpha(momentsOfSummary(summary)))
  measure(`omega from the summary (${turn})`, () => mcdonaldOmega(momentsOfSummary(summary)))
}
measure('polychoric matrix and ordinal alpha', () => ordinalScale(pairTablesOfSummary(summary)))
measure('partial credit by conditional likelihood', () => partialCredit(responseTablesOfSummary(summary)))

const sizes = [1000, 20, 20]
const design = { facets: ['person', 'item', 'occasion'], sizes, scores: Float64Array.from({ length: 400_000 }, random) }
measure('balanced generalizability study of 400,000 ratings (first)', () => gStudy(design))
measure('balanced generalizability study of 400,000 ratings (again)', () => gStudy(design))
const places = Array.from({ length: 40_000 }, () => [Math.floor(random() * 2000), Math.floor(random() * 300)] as const)
const strictness = Array.from({ length: 300 }, () => random() / 2)
const scores = places.map(([school, observer]) => (school % 17) / 17 + (strictness[observer] ?? 0) + random())
measure('unbalanced study of 40,000 ratings by REML', () =>
  varianceComponents(scores, [places.map(([school]) => String(school)), places.map(([, observer]) => String(observer))]),
)

const network = networkOf(10_000, 50_000)
const sample = Array.from({ length: 500 }, (_, i) => i * 20)
measure('betweenness of 10,000 nodes and 50,000 ties from 500 sources, with its error', () => distances(network, sample))
const started = performance.now()
await Promise.all([0, 1].map(halfInWorker))
console.log(`the same, exact, on two workers: ${((performance.now() - started) / 1000).toFixed(1)} s by the wall`)

function networkOf(size: number, count: number) {
  const nodes = Array.from({ length: size }, (_, i) => String(i))
  const node = () => nodes[Math.floor(random() * size)] ?? ''
  return graphOf(
    nodes,
    Array.from({ length: count }, () => [node(), node()] as const),
    true,
  )
}

/** Every other node as a source; halves are averaged to the whole. */
function halfInWorker(half: number): Promise<void> {
  const worker = new Worker(new URL('bench-worker.ts', import.meta.url), { workerData: { network, half } })
  return new Promise((resolve, reject) => {
    worker.on('error', reject)
    worker.on('exit', () => resolve())
  })
}

function measure<T>(name: string, work: () => T, more: (seconds: number) => string = () => ''): T {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  console.log(`${name}: ${(seconds * 1000).toFixed(1)} ms ${more(seconds)}`.trimEnd())
  return result
}

function rate(count: number, seconds: number): string {
  return `${(count / seconds / 1e6).toFixed(1)} million`
}

function person(): Answers {
  const trait = (random() + random() + random() - 1.5) * 2
  return {
    answers: shape.items.map((_, i) => {
      const answer = Math.round(3 + trait + (random() + random() - 1) * 2 + (i - items / 2) / items)
      return random() < 0.01 ? null : Math.max(1, Math.min(5, answer))
    }),
  }
}

/** Mulberry32: small, and the same everywhere. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}
