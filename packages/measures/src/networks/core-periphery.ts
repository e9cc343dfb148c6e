import { at } from '../numbers/at.ts'
import type { Graph } from './graph.ts'

export type CorePeriphery = { correlation: number; core: string[]; optimalPartitions: number }

/** Beyond this many people the partitions are too many to visit each. */
const mostNodes = 24

/**
 * Is there a core that all are tied to, with little tie among the rest? Correlation of the ties with the pattern "one end in
 * the core", at its largest over all partitions (Borgatti & Everett 1999, Social Networks 21:375–395; off-diagonal cells).
 * All partitions are visited, so beyond 24 people the answer is null; so it is where no partition has a correlation. Takes a
 * graph; direction counts as it is. R: no function visits all partitions; netUtils::core_periphery searches. Throws nothing.
 */
export function corePeriphery(graph: Graph): CorePeriphery | null {
  const n = graph.nodes.length
  if (n < 2 || n > mostNodes) return null
  const neighbours = graph.nodes.map((_, node) => [mask(at(graph.out, node)), graph.directed ? mask(at(graph.into, node)) : 0])
  const ties = graph.directed ? graph.ties.length : 2 * graph.ties.length
  let best: { correlation: number; core: number; count: number } | undefined
  // A Gray code changes one node a step, so that the ties among the periphery are kept up to date by its neighbours alone.
  let [core, inside] = [0, graph.ties.length]
  for (let step = 1; step < 2 ** n; step += 1) {
    const node = 31 - Math.clz32(step & -step)
    const periphery = ~core & (2 ** n - 1)
    const [out = 0, into = 0] = at(neighbours, node)
    const own = bits(out & periphery) + bits(into & periphery)
    inside += core & (1 << node) ? own : -own
    core ^= 1 << node
    const correlation = correlationOf(n, ties, graph.directed ? inside : 2 * inside, n - bits(core))
    if (Number.isNaN(correlation)) continue
    if (!best || correlation > best.correlation + 1e-12) best = { correlation, core, count: 1 }
    else if (correlation > best.correlation - 1e-12) best = { ...best, core: Math.min(core, best.core), count: best.count + 1 }
  }
  if (!best) return null
  const { core: found } = best
  return { correlation: best.correlation, core: graph.nodes.filter((_, node) => found & (1 << node)), optimalPartitions: best.count }
}

/** Of ties (0/1) and pattern (0/1) over the n(n − 1) ordered pairs. */
function correlationOf(n: number, ties: number, inside: number, periphery: number): number {
  const cells = n * (n - 1)
  const zeros = periphery * (periphery - 1)
  const ones = cells - zeros
  return (cells * (ties - inside) - ties * ones) / Math.sqrt(ties * (cells - ties) * ones * zeros)
}

function mask(places: readonly number[]): number {
  return places.reduce((total, place) => total | (1 << place), 0)
}

function bits(value: number): number {
  let rest = value - ((value >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
