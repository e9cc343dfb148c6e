import { sum } from '../numbers/sum.ts'

/** A group of a list whose total is published. */
export type ListedGroup = { group: string; n: number }

export type ListSuppression = {
  primary: string[]
  /** Hidden beside them, the smallest groups first. */
  complementary: string[]
  /** What the total less the shown groups tells, if only the small ones were hidden. */
  hiddenSum: number
}

/**
 * Which groups of a list with its total must be hidden? Those from 1 to less than the minimum; and more, smallest first, while
 * only one is hidden (the total gives it away) or all hidden ones together are still fewer than the minimum. Groups of nobody
 * are shown. NCES 2011-603. Takes names and counts, nobody missing. Assumes that the total is published. As
 * sdcTable::protectTable on a list. Throws nothing.
 */
export function suppressList(groups: readonly ListedGroup[], minimum: number): ListSuppression {
  const primary = groups.filter(({ n }) => n > 0 && n < minimum)
  const others = groups.filter(({ n }) => n >= minimum).toSorted((a, b) => a.n - b.n)
  const complementary: ListedGroup[] = []
  const hidden = () => [...primary, ...complementary]
  while (primary.length > 0 && others.length > complementary.length) {
    if (hidden().length > 1 && sum(hidden().map(({ n }) => n)) >= minimum) break
    complementary.push(...others.slice(complementary.length, complementary.length + 1))
  }
  return {
    primary: primary.map(({ group }) => group),
    complementary: complementary.map(({ group }) => group),
    hiddenSum: sum(primary.map(({ n }) => n)),
  }
}
