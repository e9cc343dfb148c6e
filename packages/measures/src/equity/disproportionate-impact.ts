import { at } from '../numbers/at.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { sum } from '../numbers/sum.ts'
import type { GroupCount } from './rate-gap.ts'

/** A group's verdict by one method; `impact` is that the group falls behind by the method's own limit. */
export type Impact = {
  group: string
  n: number
  successes: number
  rate: number | null
  reference: number | null
  referenceGroup: string
  impact: boolean
  /** Further successes that would end the finding, and that would bring parity. */
  neededToEndImpact: number
  neededForParity: number
}

export type GapImpact = Impact & { margin: number; lower: number | null; upper: number | null }

/** California Community Colleges' smallest margin of error. */
const leastMargin = 0.03

/**
 * Percentage point gap: is a group's rate, its margin of error added, still not above the reference? Reference: all groups
 * together, all but the one judged, or the group of the highest rate. Margin 1.96 √(.25/n), or with the group's own rate, never under 3 points. California
 * Community Colleges Chancellor's Office 2017. Equals DisImpact::di_ppg. Takes each group's people and successes; a group of
 * nobody has null. Assumes that a success is the wanted outcome. Throws nothing.
 */
export function percentagePointGap(
  groups: readonly GroupCount[],
  options: { reference?: 'overall' | 'all but current' | 'highest'; ownRateInMargin?: boolean } = {},
): GapImpact[] {
  const kind = options.reference ?? 'overall'
  return groups.map((group) => {
    const compared = comparedWith(groups, group, kind)
    const reference = sum(compared.map((other) => other.successes)) / sum(compared.map((other) => other.n))
    const rate = group.successes / group.n
    const margin = marginOf(group.n, options.ownRateInMargin ? rate : 0.5)
    const impact = rate + margin <= reference
    return {
      ...base(group, reference, kind === 'highest' ? (compared[0]?.group ?? kind) : kind),
      margin,
      lower: nullUnlessFinite(rate - margin),
      upper: nullUnlessFinite(rate + margin),
      impact,
      neededToEndImpact: impact ? needed((reference - (rate + margin)) * group.n) : 0,
      neededForParity: needed((reference - rate) * group.n),
    }
  })
}

/**
 * Proportionality index: a group's share of the successes over its share of the people; below .8 it falls behind.
 * Equals DisImpact::di_prop_index. (sᵢ/Σs)/(nᵢ/Σn). Assumes that a success is the wanted outcome; mind that a large group moves
 * what it is held against. Takes each group's people and successes; nobody, or no success at all: null. California Community
 * Colleges Chancellor's Office 2014.
 */
export function proportionalityIndex(groups: readonly GroupCount[], cutoff = 0.8) {
  const [people, successes] = [sum(groups.map((group) => group.n)), sum(groups.map((group) => group.successes))]
  return groups.map((group) => {
    const [shareOfSuccesses, shareOfPeople] = [group.successes / successes, group.n / people]
    const index = shareOfSuccesses / shareOfPeople
    const impact = index < cutoff
    // A further success enters the group's share and the whole: s + x = c·share·(S + x). Multiplied in DisImpact's order, so
    // that what is rounded up is the same number; parity is asked for below 1 alone, or rounding would ask for one more.
    const toReach = (limit: number) => needed((successes * shareOfPeople * limit - group.successes) / (1 - shareOfPeople * limit))
    return {
      group: group.group,
      n: group.n,
      successes: group.successes,
      shareOfSuccesses: nullUnlessFinite(shareOfSuccesses),
      shareOfPeople: nullUnlessFinite(shareOfPeople),
      index: nullUnlessFinite(index),
      impact,
      neededToEndImpact: impact ? toReach(cutoff) : 0,
      neededForParity: index < 1 ? toReach(1) : 0,
    }
  })
}

/**
 * Eighty percent index: a group's rate over the best group's; below .8 it falls behind (29 CFR 1607.4 D). Mind that a tiny
 * group may be the best. Equals DisImpact::di_80_index. Assumes that a success is the wanted outcome. Takes each group's people
 * and successes; a group of nobody has null. Throws nothing.
 */
export function eightyPercentIndex(groups: readonly GroupCount[], cutoff = 0.8): (Impact & { index: number | null })[] {
  if (groups.length === 0) return []
  const best = highestOf(groups)
  const reference = best.successes / best.n
  return groups.map((group) => {
    const rate = group.successes / group.n
    const impact = rate / reference < cutoff
    return {
      ...base(group, reference, best.group),
      index: nullUnlessFinite(rate / reference),
      impact,
      neededToEndImpact: impact ? needed((cutoff * reference - rate) * group.n) : 0,
      neededForParity: needed((reference - rate) * group.n),
    }
  })
}

function comparedWith(groups: readonly GroupCount[], group: GroupCount, kind: string): readonly GroupCount[] {
  if (kind === 'highest') return [highestOf(groups)]
  return kind === 'overall' ? groups : groups.filter((other) => other !== group)
}

/** Of equal rates the first by name. */
function highestOf(groups: readonly GroupCount[]): GroupCount {
  const sorted = groups.toSorted((a, b) => (a.group < b.group ? -1 : 1))
  // A group of nobody has no rate, and may stand first.
  const isBetter = (group: GroupCount, top: GroupCount) => group.n > 0 && !(top.successes / top.n >= group.successes / group.n)
  return sorted.reduce((top, group) => (isBetter(group, top) ? group : top), at(sorted, 0))
}

function base(group: GroupCount, reference: number, referenceGroup: string) {
  const rate = nullUnlessFinite(group.successes / group.n)
  return { group: group.group, n: group.n, successes: group.successes, rate, reference: nullUnlessFinite(reference), referenceGroup }
}

/** A rate of none or all says nothing of its own spread and counts as a half. */
function marginOf(n: number, rate: number): number {
  const p = rate === 0 || rate === 1 ? 0.5 : rate
  return Math.max(leastMargin, 1.96 * Math.sqrt((p * (1 - p)) / n))
}

function needed(missing: number): number {
  return missing > 0 ? Math.ceil(missing) : 0
}
