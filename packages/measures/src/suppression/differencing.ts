import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'

/** A count and a mean as shown. */
export type Release = { n: number; mean: number }

export type Differencing = {
  /** How many people are in the larger release and not in the smaller. */
  n: number
  /** Their mean, which anyone can work out. */
  mean: number | null
  disclosive: boolean
}

/**
 * What do two releases tell together, one group lying within the other? The difference is a group of its own: where it has
 * from 1 to less than the minimum of people, the second release must be refused. FCSM Statistical Policy Working Paper 22. Takes
 * the people of both releases by name. Assumes that both count the same people. Throws nothing. R: sdcTable has it as linked
 * tables.
 */
export function differencing(one: Release, other: Release, minimum: number): Differencing {
  const [larger, smaller] = one.n >= other.n ? [one, other] : [other, one]
  const n = larger.n - smaller.n
  const mean = (larger.n * larger.mean - smaller.n * smaller.mean) / n
  return { n, mean: nullUnlessFinite(mean), disclosive: n > 0 && n < minimum }
}
