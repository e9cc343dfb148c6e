import { oneWay, shrunkenMeans, type NamedGroup } from '../../src/measures.ts'

/** Differences between groups; a group of fewer than the minimum is counted in the whole and not shown. */
export function groupReport(groups: readonly NamedGroup[], minimum: number) {
  const shrunken = shrunkenMeans(groups)
  const shown = (shrunken?.groups ?? []).map((group) =>
    group.n < minimum ? { group: group.group, tooFew: true as const } : { ...group, tooFew: false as const },
  )
  return {
    anova: oneWay(groups),
    between: shrunken?.between ?? null,
    within: shrunken?.within ?? null,
    grandMean: shrunken?.grandMean ?? null,
    warnings: shrunken?.warnings ?? [],
    groups: shown.toSorted((a, b) => (a.group < b.group ? -1 : 1)),
  }
}
