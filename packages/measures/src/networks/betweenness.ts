import { at } from '../numbers/at.ts'
import type { Graph } from './graph.ts'

export type Distances = {
  /** Of an estimate from some sources: the standard error of each node's betweenness. Null where all were visited. */
  standardErrors: number[] | null
  /** How many shortest paths between others run through each node (shares of them where there are several). */
  betweenness: number[]
  meanDistance: number | null
  /** 0 where no pair is reachable. */
  diameter: number
}

/**
 * Who stands between others? Shortest paths through each node (Freeman 1979; Brandes 2001, J. Math. Sociology 25:163–177),
 * with the mean and the longest distance of pairs that can reach each other. `sources` limits the work to paths from some
 * nodes (drawn at random) and scales up: an estimate, given with its standard error. Equals igraph::betweenness,
 * mean_distance, diameter. Assumes ties of equal length. Σ over pairs of σ(s, t | v)/σ(s, t). Takes a graph; unreachable pairs
 * are left out of the mean. Sampling: Brandes & Pich 2007. Throws nothing.
 */
export function distances(graph: Graph, sources?: readonly number[]): Distances {
  const n = graph.nodes.length
  const { starts, targets } = packed(graph)
  const totals = new Float64Array(n)
  const squares = new Float64Array(n)
  const from = sources ?? graph.nodes.map((_, place) => place)
  let [reached, length, longest] = [0, 0, 0]
  const walk = {
    order: new Int32Array(n),
    depth: new Int32Array(n),
    paths: new Float64Array(n),
    share: new Float64Array(n),
    onward: new Int32Array(targets.length),
    onwardEnd: new Int32Array(n),
  }
  for (const source of from) {
    const count = search(starts, targets, source, walk)
    gather(source, count, walk, totals, squares)
    for (let place = 1; place < count; place += 1) {
      const depth = at(walk.depth, at(walk.order, place))
      reached += 1
      length += depth
      longest = Math.max(longest, depth)
    }
  }
  const scale = (n / Math.max(1, from.length)) * (graph.directed ? 1 : 0.5)
  return {
    standardErrors: from.length < n ? standardErrors(totals, squares, from.length, n * (graph.directed ? 1 : 0.5)) : null,
    betweenness: [...totals].map((total) => total * scale),
    meanDistance: reached > 0 ? length / reached : null,
    diameter: longest,
  }
}

/** Of a total over all sources, estimated from a sample without replacement. */
function standardErrors(totals: Float64Array, squares: Float64Array, sampled: number, scale: number): number[] {
  const all = totals.length
  return [...totals].map((total, node) => {
    const variance = Math.max(0, ((squares[node] ?? 0) - total ** 2 / sampled) / Math.max(1, sampled - 1))
    return scale * Math.sqrt((variance / sampled) * (1 - sampled / all))
  })
}

/** All neighbours in one array, for speed. */
function packed(graph: Graph): { starts: Int32Array; targets: Int32Array } {
  const starts = new Int32Array(graph.nodes.length + 1)
  for (const [place, list] of graph.out.entries()) starts[place + 1] = at(starts, place) + list.length
  return { starts, targets: Int32Array.from(graph.out.flat()) }
}

type Walk = {
  order: Int32Array
  depth: Int32Array
  paths: Float64Array
  share: Float64Array
  /** The ties that shortest paths go along, in the order of their search, and where those of each visited place end. */
  onward: Int32Array
  onwardEnd: Int32Array
}

// In the two loops below `?? 0` stands where `at` would elsewhere: they are the whole cost of a large network.

/** Breadth first from a source; counts the shortest paths to each node. */
function search(starts: Int32Array, targets: Int32Array, source: number, walk: Walk): number {
  const { order, depth, paths, onward, onwardEnd } = walk
  depth.fill(-1)
  paths.fill(0)
  order[0] = source
  depth[source] = 0
  paths[source] = 1
  let [count, end] = [1, 0]
  for (let place = 0; place < count; place += 1) {
    const node = order[place] ?? 0
    const next = (depth[node] ?? 0) + 1
    const own = paths[node] ?? 0
    for (let edge = starts[node] ?? 0; edge < (starts[node + 1] ?? 0); edge += 1) {
      const other = targets[edge] ?? 0
      const known = depth[other] ?? 0
      if (known < 0) {
        depth[other] = next
        order[count] = other
        count += 1
      } else if (known !== next) continue
      paths[other] = (paths[other] ?? 0) + own
      onward[end] = other
      end += 1
    }
    onwardEnd[place] = end
  }
  return count
}

/** Back from the farthest node: each passes on what depends on it. Ties off the shortest paths were left out by the search. */
function gather(source: number, count: number, walk: Walk, totals: Float64Array, squares: Float64Array): void {
  const { order, paths, share, onward, onwardEnd } = walk
  for (let place = count - 1; place >= 0; place -= 1) {
    const node = order[place] ?? 0
    const through = paths[node] ?? 1
    let own = 0
    for (let tie = place > 0 ? (onwardEnd[place - 1] ?? 0) : 0; tie < (onwardEnd[place] ?? 0); tie += 1) own += share[onward[tie] ?? 0] ?? 0
    own *= through
    // What one of the paths to this node brings to those before it: divided once here, not once a tie.
    share[node] = (1 + own) / through
    if (node === source) continue
    totals[node] = (totals[node] ?? 0) + own
    squares[node] = (squares[node] ?? 0) + own * own
  }
}
