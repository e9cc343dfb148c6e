/** A place whose answers are counted, with how many gave them, itself and all below it. */
export type Node = { unitId: string; parentId: string | null; n: number }

/**
 * The places that may be published beside each other. Whoever takes what is said of the parts from what is said of the whole
 * must be left with nobody, or with as many as a place needs: so the smallest part is let go until that holds. It then holds
 * for parts of parts too, since what they leave is a sum of such rests.
 */
export function keptOf(nodes: readonly Node[], fewest: number): Set<string> {
  const kept = new Set(nodes.filter((node) => node.n >= fewest).map((node) => node.unitId))
  const below = Map.groupBy(nodes, (node) => node.parentId)
  /** The largest kept places under one. */
  const partsOf = (unitId: string): Node[] =>
    (below.get(unitId) ?? []).flatMap((node) => (kept.has(node.unitId) ? [node] : partsOf(node.unitId)))
  for (const node of nodes.filter(({ unitId }) => kept.has(unitId))) {
    let parts = partsOf(node.unitId).toSorted((a, b) => b.n - a.n)
    while (parts.length > 0 && isTooFew(node.n - sizeOf(parts), fewest)) {
      kept.delete(parts.at(-1)?.unitId ?? '')
      parts = partsOf(node.unitId).toSorted((a, b) => b.n - a.n)
    }
  }
  return kept
}

function isTooFew(rest: number, fewest: number): boolean {
  return rest > 0 && rest < fewest
}

function sizeOf(parts: readonly Node[]): number {
  return parts.reduce((sum, part) => sum + part.n, 0)
}
