import { oneWay, shrunkenMeans, suppressList, type NamedGroup } from '../../src/measures.ts'

/** Differences between groups; those too small to be shown are counted in the whole, with as many more as keep them from being subtracted out. */
export function groupReport(groups: readonly NamedGroup[], minimum: number) {
  const shrunken = shrunkenMeans(groups)
  const { primary, complementary } = suppressList(groups, minimum)
  const hidden = new Set([...primary, ...complementary])
  const shown = (shrunken?.groups ?? []).map((group) =>
    hidden.has(group.group) ? { group: group.group, tooFew: true as const } : { ...group, tooFew: false as const },
  )
  return {
    minimum,
    anova: oneWay(groups),
    between: shrunken?.between ?? null,
    within: shrunken?.within ?? null,
    grandMean: shrunken?.grandMean ?? null,
    warnings: shrunken?.warnings ?? [],
    groups: shown.toSorted((a, b) => a.group.localeCompare(b.group, 'en', { numeric: true })),
  }
}
