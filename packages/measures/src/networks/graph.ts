import { at } from '../numbers/at.ts'

/** A network without loops or doubled ties; `out` and `into` are the neighbours of each node by their places. */
export type Graph = {
  directed: boolean
  nodes: readonly string[]
  out: readonly (readonly number[])[]
  /** The same lists as `out` where ties have no direction. */
  into: readonly (readonly number[])[]
  /** Ties (arcs where they have a direction). */
  ties: readonly (readonly [number, number])[]
}

/**
 * RangeError: a tie to a node that is not listed. Takes the names of all nodes, those without ties too, and ties as pairs of
 * names. Loops and doubled ties are dropped; where ties have no direction a–b and b–a are one. Equals
 * igraph::simplify(graph_from_data_frame()).
 */
export function graphOf(nodes: readonly string[], ties: readonly (readonly [string, string])[], directed: boolean): Graph {
  const places = new Map(nodes.map((node, place) => [node, place]))
  const seen = new Set<number>()
  const kept: [number, number][] = []
  for (const [from, to] of ties) {
    const [a, b] = [places.get(from), places.get(to)]
    if (a === undefined || b === undefined) throw new RangeError(`a tie from ${from} to ${to}, which are not both nodes`)
    const [low, high] = directed || a < b ? [a, b] : [b, a]
    const key = low * nodes.length + high
    if (a === b || seen.has(key)) continue
    seen.add(key)
    kept.push([low, high])
  }
  return assemble(nodes, kept, directed)
}

/**
 * The same people with ties in both directions made one without direction. A tie in one direction is enough. Equals
 * igraph::as_undirected(mode = "collapse").
 */
export function undirected(graph: Graph): Graph {
  if (!graph.directed) return graph
  const seen = new Set<number>()
  const kept = graph.ties.flatMap(([a, b]): [number, number][] => {
    const [low, high] = a < b ? [a, b] : [b, a]
    const key = low * graph.nodes.length + high
    if (seen.has(key)) return []
    seen.add(key)
    return [[low, high]]
  })
  return assemble(graph.nodes, kept, false)
}

function assemble(nodes: readonly string[], ties: readonly [number, number][], directed: boolean): Graph {
  const out = nodes.map((): number[] => [])
  const into = directed ? nodes.map((): number[] => []) : out
  for (const [a, b] of ties) {
    at(out, a).push(b)
    at(into, b).push(a)
  }
  return { directed, nodes, out, into, ties }
}
