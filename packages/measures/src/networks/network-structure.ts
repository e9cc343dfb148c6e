import { at } from '../numbers/at.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { distances } from './betweenness.ts'
import { strongComponents, weakComponents } from './components.ts'
import { undirected, type Graph } from './graph.ts'
import { kCores } from './k-cores.ts'

export type NetworkStructure = {
  n: number
  ties: number
  density: number | null
  isolates: number
  weakComponents: number
  strongComponents: number | null
  /** Closed share of the paths of length two, direction aside. */
  transitivity: number | null
  /** Share of the arcs that are returned; of the tied pairs that are mutual. Null without direction. */
  reciprocity: number | null
  mutualShare: number | null
  dyads: { mutual: number; asymmetric: number; none: number } | null
  centralization: { degree: number | null; indegree: number | null; outdegree: number | null; betweenness: number | null }
  meanDistance: number | null
  diameter: number
  byNode: {
    degree: number[]
    indegree: number[]
    outdegree: number[]
    betweenness: number[]
    normalizedBetweenness: (number | null)[]
    core: number[]
  }
}

/**
 * How is a network of people built: how dense, how mutual, how much hung on a few? Density, dyads, reciprocity, transitivity,
 * Freeman's centralization (1979), distances, k-cores. Loops and doubled ties do not count. Equals igraph (edge_density,
 * reciprocity, transitivity, betweenness, coreness, mean_distance, centr_degree(loops = FALSE)) and sna. Null where there are
 * too few people or ties for a figure, and for the figures of direction in a network without. Takes a graph; nobody may be
 * missing from its nodes, or density says too much. Throws nothing.
 */
export function networkStructure(graph: Graph): NetworkStructure {
  const n = graph.nodes.length
  const paths = distances(graph)
  const degrees = degreesOf(graph)
  const pairs = (n * (n - 1)) / (graph.directed ? 1 : 2)
  const most = ((n - 1) * (n - 2)) / (graph.directed ? 1 : 2)
  return {
    n,
    ties: graph.ties.length,
    density: nullUnlessFinite(graph.ties.length / pairs),
    isolates: degrees.degree.filter((degree) => degree === 0).length,
    weakComponents: weakComponents(graph),
    strongComponents: graph.directed ? strongComponents(graph) : null,
    transitivity: transitivityOf(undirected(graph)),
    ...mutuality(graph),
    centralization: {
      degree: graph.directed ? null : centralization(degrees.degree, (n - 1) * (n - 2)),
      indegree: graph.directed ? centralization(degrees.indegree, (n - 1) ** 2) : null,
      outdegree: graph.directed ? centralization(degrees.outdegree, (n - 1) ** 2) : null,
      betweenness: centralization(paths.betweenness, (n - 1) * most),
    },
    meanDistance: paths.meanDistance,
    diameter: paths.diameter,
    byNode: {
      ...degrees,
      betweenness: paths.betweenness,
      normalizedBetweenness: paths.betweenness.map((value) => nullUnlessFinite(value / most)),
      core: kCores(undirected(graph)),
    },
  }
}

function degreesOf(graph: Graph) {
  const outdegree = graph.out.map((list, node) => list.length + (graph.directed ? 0 : incoming(graph, node)))
  const indegree = graph.directed ? graph.into.map((list) => list.length) : outdegree
  const degree = graph.directed ? outdegree.map((value, node) => value + at(indegree, node)) : outdegree
  return { degree, indegree, outdegree }
}

/** Without direction `out` holds both ends already. */
function incoming(graph: Graph, node: number): number {
  return graph.into === graph.out ? 0 : at(graph.into, node).length
}

function centralization(values: readonly number[], most: number): number | null {
  const top = Math.max(...values)
  return nullUnlessFinite(values.reduce((total, value) => total + top - value, 0) / most)
}

function transitivityOf(graph: Graph): number | null {
  const neighbours = graph.out.map((list) => new Set(list))
  let [closed, paths] = [0, 0]
  for (const list of graph.out) {
    paths += (list.length * (list.length - 1)) / 2
    for (const [i, a] of list.entries()) {
      for (let j = 0; j < i; j += 1) if (at(neighbours, a).has(at(list, j))) closed += 1
    }
  }
  return nullUnlessFinite(closed / paths)
}

function mutuality(graph: Graph) {
  if (!graph.directed) return { reciprocity: null, mutualShare: null, dyads: null }
  const n = graph.nodes.length
  const keys = new Set(graph.ties.map(([a, b]) => a * n + b))
  const mutual = graph.ties.filter(([a, b]) => keys.has(b * n + a)).length / 2
  const asymmetric = graph.ties.length - 2 * mutual
  return {
    reciprocity: nullUnlessFinite((2 * mutual) / graph.ties.length),
    mutualShare: nullUnlessFinite(mutual / (mutual + asymmetric)),
    dyads: { mutual, asymmetric, none: (n * (n - 1)) / 2 - mutual - asymmetric },
  }
}
