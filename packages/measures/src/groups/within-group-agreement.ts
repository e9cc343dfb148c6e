import { at } from '../numbers/at.ts'
import { mean } from '../numbers/mean.ts'
import { median } from '../numbers/median.ts'
import { sum } from '../numbers/sum.ts'
import type { AnswerRow } from '../scales/moments.ts'

export type Agreement = {
  mean: number | null
  median: number | null
  /** Share of the groups with a value that reach .70. */
  shareFrom70: number | null
  /** Null for a group of one. */
  byGroup: Record<string, number | null>
}

/**
 * Variance of answers that are spread evenly over so many options: (A² − 1)/12. What `rwg` holds variances against. Equals var
 * of a discrete uniform distribution.
 */
export function uniformVariance(options: number): number {
  return (options ** 2 - 1) / 12
}

/**
 * Do the people of a group agree on one item? 1 − s²/σ², σ² being the variance if they answered evenly at random; more
 * variance than that counts as no agreement (0). James, Demaree & Wolf 1984, 1993. Equals multilevel::rwg. Assumes that no
 * agreement would look like an even spread; where answers lean to one side, even strangers seem to agree. Takes a group and a
 * value for each person and the number of options; who lacks one is left out; null for a group of one.
 */
export function rwg(groups: readonly (string | null)[], values: readonly (number | null)[], options: number): Agreement {
  return rwgJ(
    groups,
    values.map((value) => [value]),
    options,
  )
}

/**
 * The same for a scale of J parallel items: J(1 − q)/(J(1 − q) + q), q the mean variance over σ². Rows with a missing
 * answer are left out. Equals multilevel::rwg.j. Assumes parallel items of as many options each. Takes a group and the answers
 * of each person. James, Demaree & Wolf 1984, J. Applied Psych. 69:85–98. Null for a group of one.
 */
export function rwgJ(groups: readonly (string | null)[], rows: readonly AnswerRow[], options: number): Agreement {
  return agreement(groups, rows, (members) => agreementOfVariances(variancesOf(members), options))
}

/**
 * From the variances of the items within one group, as a summary gives them; null where one is not known. The formula of `rwgJ`
 * (of `rwg` for one item). Throws nothing.
 */
export function agreementOfVariances(variances: readonly (number | null)[], options: number): number | null {
  const known = variances.filter((value) => value !== null)
  if (known.length < variances.length || known.length === 0) return null
  const shared = Math.max(0, 1 - mean(known) / uniformVariance(options))
  return (known.length * shared) / (known.length * shared + 1 - shared)
}

/**
 * How far, in points of the scale, are the people of a group from their mean? Mean absolute distance from it (Burke,
 * Finkelstein & Dusig 1999). Equals multilevel::ad.m; null for a group of one. Σ|x − x̄|/n. Assumes equal steps between options.
 * Takes a group and a value for each person; who lacks one is left out. Throws nothing.
 */
export function averageDeviation(groups: readonly (string | null)[], values: readonly (number | null)[]): Agreement {
  return agreement(
    groups,
    values.map((value) => [value]),
    (members) => {
      const list = members.map((row) => at(row, 0))
      const centre = mean(list)
      return list.length < 2 ? null : mean(list.map((value) => Math.abs(value - centre)))
    },
  )
}

function agreement(groups: readonly (string | null)[], rows: readonly AnswerRow[], of: (members: number[][]) => number | null): Agreement {
  const members = new Map<string, number[][]>()
  for (const [place, row] of rows.entries()) {
    const group = at(groups, place)
    if (group === null || !isKnown(row)) continue
    members.set(group, [...(members.get(group) ?? []), row])
  }
  const byGroup = [...members].map(([group, list]) => [group, of(list)] as const)
  const known = byGroup.flatMap(([, value]) => (value === null ? [] : [value]))
  const none = known.length === 0
  return {
    mean: none ? null : mean(known),
    median: none ? null : median(known),
    shareFrom70: none ? null : known.filter((value) => value >= 0.7).length / known.length,
    byGroup: Object.fromEntries(byGroup),
  }
}

function isKnown(row: AnswerRow): row is number[] {
  return row.every((value) => value !== null)
}

function variancesOf(members: readonly number[][]): (number | null)[] {
  const [first = []] = members
  return first.map((_, item) => {
    const values = members.map((row) => at(row, item))
    const centre = mean(values)
    return values.length < 2 ? null : sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1)
  })
}
