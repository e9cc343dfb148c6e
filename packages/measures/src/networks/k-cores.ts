import { at } from '../numbers/at.ts'
import type { Graph } from './graph.ts'

/**
 * How deep in the network does each node sit? Its core number is the largest k such that it belongs to a part in which all
 * have k ties within (Seidman 1983). Takes a network without direction. Equals igraph::coreness. Peeling off the least tied node
 * again and again gives it. Take `undirected(graph)` of a network with direction. Throws nothing.
 */
export function kCores(graph: Graph): number[] {
  const degree = graph.out.map((list) => list.length)
  const core = degree.map(() => 0)
  const left = new Set(degree.keys())
  for (let k = 0; left.size > 0; k += 1) {
    const open = [...left].filter((node) => at(degree, node) <= k)
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (!left.delete(node)) continue
      core[node] = k
      for (const other of at(graph.out, node)) {
        if (!left.has(other)) continue
        degree[other] = at(degree, other) - 1
        if (at(degree, other) <= k) open.push(other)
      }
    }
  }
  return core
}
