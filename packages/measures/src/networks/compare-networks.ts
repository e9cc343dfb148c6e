import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import type { Graph } from './graph.ts'

export type NetworkComparison = {
  /** Pearson correlation of the ties over all pairs. */
  correlation: number | null
  /** Ties of both over ties of either. */
  jaccard: number | null
  hamming: number
  kept: number
  gained: number
  lost: number
}

/**
 * How alike are two networks of the same people, at two times or of two kinds of tie? Graph correlation (Krackhardt 1988;
 * sna::gcor), Jaccard index, and the ties kept, gained and lost. RangeError: other people, or another kind of direction. Takes
 * two graphs over the same nodes; nobody may be missing. Null where a network has no tie or all of them (no correlation).
 */
export function compareNetworks(before: Graph, after: Graph): NetworkComparison {
  if (before.directed !== after.directed || before.nodes.join('\n') !== after.nodes.join('\n')) {
    throw new RangeError('two networks are compared over the same nodes, both with direction or both without')
  }
  const n = before.nodes.length
  const keys = (graph: Graph) => new Set(graph.ties.map(([a, b]) => a * n + b))
  const [one, other] = [keys(before), keys(after)]
  const kept = [...one].filter((key) => other.has(key)).length
  const [lost, gained] = [one.size - kept, other.size - kept]
  const cells = (n * (n - 1)) / (before.directed ? 1 : 2)
  const spread = one.size * (cells - one.size) * other.size * (cells - other.size)
  return {
    correlation: nullUnlessFinite((cells * kept - one.size * other.size) / Math.sqrt(spread)),
    jaccard: nullUnlessFinite(kept / (kept + lost + gained)),
    hamming: lost + gained,
    kept,
    gained,
    lost,
  }
}
