import { pf } from 'lib-r-math.js'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { sum } from '../numbers/sum.ts'
import type { GroupMoments } from '../summary/scores-of-summary.ts'

export type OneWay = {
  groups: number
  n: number
  meanSquareBetween: number | null
  meanSquareWithin: number | null
  f: number | null
  p: number | null
  meanSize: number | null
  /** Searle's average size for groups of unequal size. */
  n0: number | null
  icc1: number | null
  icc1ByN0: number | null
  icc2: number | null
  etaSquared: number | null
  grandMean: number | null
}

/**
 * How much of the difference between people is one between their groups, and how reliable is a group's mean? ICC(1) =
 * (MSB − MSW)/(MSB + (n̄ − 1) MSW), ICC(2) = (MSB − MSW)/MSB, n̄ the mean size (Bliese 2000) or Searle's n₀. Takes each
 * group's count, mean and sum of squares, so summaries serve as well as rows. Equals multilevel::ICC1, ICC2 on aov().
 * Negative values stay. Null where undefined: one group, nobody twice in a group, no variance. Assumes equal spread within
 * groups. People without a group or a score are left out before. F and η² as aov(). Throws nothing.
 */
export function oneWay(all: readonly GroupMoments[]): OneWay {
  const groups = all.filter((group) => group.n > 0)
  const n = sum(groups.map((group) => group.n))
  const grand = sum(groups.map((group) => group.n * group.mean)) / n
  const between = sum(groups.map((group) => group.n * (group.mean - grand) ** 2))
  const within = sum(groups.map((group) => group.sumOfSquares))
  const [dfBetween, dfWithin] = [groups.length - 1, n - groups.length]
  const [msb, msw] = [dfBetween > 0 ? between / dfBetween : Number.NaN, dfWithin > 0 ? within / dfWithin : Number.NaN]
  const n0 = (n - sum(groups.map((group) => group.n ** 2)) / n) / dfBetween
  const icc1 = (size: number) => nullUnlessFinite((msb - msw) / (msb + (size - 1) * msw))
  return {
    groups: groups.length,
    n,
    meanSquareBetween: nullUnlessFinite(msb),
    meanSquareWithin: nullUnlessFinite(msw),
    f: nullUnlessFinite(msb / msw),
    p: Number.isFinite(msb / msw) ? pf(msb / msw, dfBetween, dfWithin, undefined, false) : null,
    meanSize: nullUnlessFinite(n / groups.length),
    n0: nullUnlessFinite(n0),
    icc1: icc1(n / groups.length),
    icc1ByN0: icc1(n0),
    icc2: nullUnlessFinite((msb - msw) / msb),
    etaSquared: nullUnlessFinite(between / (between + within)),
    grandMean: nullUnlessFinite(grand),
  }
}
