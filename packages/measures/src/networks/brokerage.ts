import { at } from '../numbers/at.ts'
import type { Graph } from './graph.ts'

/** How often a node links two others who are not tied, by where the three belong. */
export type Brokerage = {
  /** All of one group. */
  coordinator: number
  /** Both ends of one group, the broker of another. */
  itinerant: number
  /** The broker speaks for its group outward. */
  representative: number
  /** The broker lets others into its group. */
  gatekeeper: number
  /** All of differing groups. */
  liaison: number
  total: number
}

/**
 * Who connects whom across groups? Counts a → b → c without a → c for each b, by Gould & Fernandez 1989, Sociological
 * Methodology 19:89–126. Takes a network with direction. Equals sna::brokerage. Nodes without a group take no part. Roles by the
 * groups of a, b and c: coordinator, itinerant, gatekeeper, representative, liaison. Takes a graph and a group, or null, for
 * each node. Throws nothing.
 */
export function brokerage(graph: Graph, groups: readonly (string | null)[]): Brokerage[] {
  const targets = graph.out.map((list) => new Set(list))
  return graph.nodes.map((_, broker) => {
    const counts = { coordinator: 0, itinerant: 0, representative: 0, gatekeeper: 0, liaison: 0, total: 0 }
    for (const from of at(graph.into, broker)) {
      for (const to of at(graph.out, broker)) {
        if (from === to || at(targets, from).has(to)) continue
        const role = roleOf(at(groups, from), at(groups, broker), at(groups, to))
        if (!role) continue
        counts[role] += 1
        counts.total += 1
      }
    }
    return counts
  })
}

function roleOf(from: string | null, broker: string | null, to: string | null): Exclude<keyof Brokerage, 'total'> | undefined {
  if (from === null || broker === null || to === null) return undefined
  if (from === broker) return to === broker ? 'coordinator' : 'representative'
  if (to === broker) return 'gatekeeper'
  return from === to ? 'itinerant' : 'liaison'
}
