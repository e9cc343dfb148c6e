import { at } from '../numbers/at.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import type { Graph } from './graph.ts'

export type Mixing = { internal: number; external: number; ei: number | null }

export type GroupMixing = Mixing & {
  byGroup: Record<string, Mixing>
  /** What the index would be if every pair were equally likely to be tied. */
  expected: number | null
  assortativity: number | null
}

/**
 * Do ties stay within groups or reach across? E–I index (external − internal)/(external + internal) (Krackhardt & Stern 1988,
 * Social Psych. Quarterly 51:123–140) in all and by group, with its value by chance, and Newman's nominal assortativity (2003;
 * igraph::assortativity_nominal). Ties of nodes without a group are left out. Takes a graph and a group, or null, for each node.
 * Assumes for the value by chance that everybody could be tied to everybody. Null without ties. Throws nothing.
 */
export function groupMixing(graph: Graph, groups: readonly (string | null)[]): GroupMixing {
  const ties = graph.ties.flatMap(([a, b]) => {
    const [from, to] = [at(groups, a), at(groups, b)]
    return from === null || to === null ? [] : [{ from, to }]
  })
  const names = [...new Set(groups.filter((group) => group !== null))].toSorted()
  return {
    ...mixingOf(ties),
    byGroup: Object.fromEntries(names.map((name) => [name, mixingOf(ties.filter(({ from, to }) => from === name || to === name))])),
    expected: expectedIndex(groups),
    assortativity: assortativityOf(ties, names, graph.directed),
  }
}

type Tie = { from: string; to: string }

function mixingOf(ties: readonly Tie[]): Mixing {
  const internal = ties.filter(({ from, to }) => from === to).length
  const external = ties.length - internal
  return { internal, external, ei: nullUnlessFinite((external - internal) / (external + internal)) }
}

function expectedIndex(groups: readonly (string | null)[]): number | null {
  const known = groups.filter((group) => group !== null)
  const sizes = [...Map.groupBy(known, (group) => group).values()].map((members) => members.length)
  const pairs = (known.length * (known.length - 1)) / 2
  const inside = sizes.reduce((total, size) => total + (size * (size - 1)) / 2, 0)
  return nullUnlessFinite((pairs - 2 * inside) / pairs)
}

function assortativityOf(ties: readonly Tie[], names: readonly string[], directed: boolean): number | null {
  const ends = directed ? ties : ties.flatMap((tie) => [tie, { from: tie.to, to: tie.from }])
  const share = (passes: (tie: Tie) => boolean) => ends.filter(passes).length / ends.length
  const inside = share(({ from, to }) => from === to)
  const chance = names.reduce((total, name) => total + share(({ from }) => from === name) * share(({ to }) => to === name), 0)
  return nullUnlessFinite((inside - chance) / (1 - chance))
}
