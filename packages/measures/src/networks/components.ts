import { at } from '../numbers/at.ts'
import { undirected, type Graph } from './graph.ts'

/**
 * In how many pieces does the network fall, the direction of ties aside? An isolate is a piece. Takes a graph. Equals
 * igraph::count_components(mode = "weak"). Throws nothing.
 */
export function weakComponents(graph: Graph): number {
  const both = undirected(graph)
  const seen = new Set<number>()
  let count = 0
  for (let start = 0; start < graph.nodes.length; start += 1) {
    if (seen.has(start)) continue
    count += 1
    const open = [start]
    seen.add(start)
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const other of [...at(both.out, node), ...at(both.into, node)]) {
        if (seen.has(other)) continue
        seen.add(other)
        open.push(other)
      }
    }
  }
  return count
}

/**
 * The same where each must be able to reach each along the direction of ties (Tarjan 1972, without recursion). Equals
 * igraph::count_components(mode = "strong"). Takes a graph. Throws nothing.
 */
export function strongComponents(graph: Graph): number {
  const n = graph.nodes.length
  const order = new Int32Array(n).fill(-1)
  const low = new Int32Array(n)
  const onStack = new Uint8Array(n)
  const stack: number[] = []
  let [time, count] = [0, 0]
  for (let root = 0; root < n; root += 1) {
    if (at(order, root) >= 0) continue
    const calls: { node: number; next: number }[] = [{ node: root, next: 0 }]
    while (calls.length > 0) {
      const call = at(calls, calls.length - 1)
      if (call.next === 0) {
        order[call.node] = low[call.node] = time
        time += 1
        stack.push(call.node)
        onStack[call.node] = 1
      }
      const other = at(graph.out, call.node)[call.next]
      call.next += 1
      if (other !== undefined && at(order, other) < 0) calls.push({ node: other, next: 0 })
      else if (other !== undefined && at(onStack, other)) low[call.node] = Math.min(at(low, call.node), at(order, other))
      else if (other === undefined) {
        calls.pop()
        const parent = calls.at(-1)
        if (parent) low[parent.node] = Math.min(at(low, parent.node), at(low, call.node))
        if (at(low, call.node) === at(order, call.node)) count += popComponent(stack, onStack, call.node)
      }
    }
  }
  return count
}

function popComponent(stack: number[], onStack: Uint8Array, root: number): number {
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    onStack[node] = 0
    if (node === root) break
  }
  return 1
}
