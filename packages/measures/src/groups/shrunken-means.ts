import { minimize } from '../numbers/minimize.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { sum } from '../numbers/sum.ts'
import type { GroupMoments } from '../summary/scores-of-summary.ts'
import type { NamedGroup } from './group-moments.ts'
import { oneWay } from './one-way.ts'

export type ShrunkenMean = {
  group: string
  n: number
  mean: number
  /** λ = τ²/(τ² + σ²/n): how much of what sets this group's mean apart is true. */
  reliability: number
  residual: number
  shrunken: number
  conditionalStandardError: number
}

export type ShrunkenMeans = {
  groups: ShrunkenMean[]
  n: number
  grandMean: number
  grandMeanStandardError: number | null
  /** τ², between groups, and σ², within. */
  between: number
  within: number
  icc: number | null
  meanReliability: number
  criterion: number
  byAnova: { between: number | null; within: number | null }
  warnings: ShrinkageWarning[]
}

/** `no_difference_between_groups`: τ² is estimated as 0 and every mean shrinks to the grand mean. */
export type ShrinkageWarning = 'no_difference_between_groups'

/**
 * What is each group's mean likely to be, when small groups swing by chance? Empirical-Bayes means of the random-intercept
 * model y = γ + u + e by restricted maximum likelihood: γ + λ(ȳ − γ). Assumes groups drawn from one normal population and
 * equal spread within. Raudenbush & Bryk 2002, ch. 3. Takes count, mean and squares of each group, so summaries serve as
 * well as rows. Equals lme4::lmer(y ~ 1 + (1|group)) with ranef. Null with fewer than two groups or no spread within. Groups of
 * nobody are left out. Throws nothing.
 */
export function shrunkenMeans(all: readonly NamedGroup[]): ShrunkenMeans | null {
  const groups = all.filter((group) => group.n > 0)
  const anova = oneWay(groups)
  if (anova.meanSquareWithin === null || anova.meanSquareBetween === null || !(anova.meanSquareWithin > 0)) return null
  const best = profile(groups, bestRatio(groups))
  const between = best.ratio * best.within
  const byAnova = (anova.meanSquareBetween - anova.meanSquareWithin) / (anova.n0 ?? Number.NaN)
  const shrunken = groups.map((group) => shrink(group, best.mean, between, best.within))
  return {
    groups: shrunken,
    n: anova.n,
    grandMean: best.mean,
    grandMeanStandardError: nullUnlessFinite(Math.sqrt(best.within / best.weight)),
    between,
    within: best.within,
    icc: nullUnlessFinite(between / (between + best.within)),
    meanReliability: sum(shrunken.map((group) => group.reliability)) / shrunken.length,
    criterion: best.criterion,
    byAnova: { between: nullUnlessFinite(byAnova), within: anova.meanSquareWithin },
    warnings: between === 0 ? ['no_difference_between_groups'] : [],
  }
}

/** The criterion is smooth in the logarithm of τ²/σ²; none at all is tried beside it. */
function bestRatio(groups: readonly GroupMoments[]): number {
  const criterion = (ratio: number) => profile(groups, ratio).criterion
  const log = minimize((value) => criterion(Math.exp(value)), -25, 15)
  const ratio = Math.exp(log)
  return criterion(0) <= criterion(ratio) + 1e-10 ? 0 : ratio
}

/** REML profiled over mean and σ², given the ratio τ²/σ²; the criterion is lme4's. */
function profile(groups: readonly GroupMoments[], ratio: number) {
  const weights = groups.map((group) => group.n / (1 + ratio * group.n))
  const weight = sum(weights)
  const mean = sum(groups.map((group, j) => (weights[j] ?? 0) * group.mean)) / weight
  const n = sum(groups.map((group) => group.n))
  const squares =
    sum(groups.map((group) => group.sumOfSquares)) + sum(groups.map((group, j) => (weights[j] ?? 0) * (group.mean - mean) ** 2))
  const within = squares / (n - 1)
  const logs = sum(groups.map((group) => Math.log(1 + ratio * group.n)))
  const criterion = logs + Math.log(weight) + (n - 1) * (1 + Math.log(2 * Math.PI * within))
  return { ratio, mean, weight, within, criterion }
}

function shrink(group: NamedGroup, mean: number, between: number, within: number): ShrunkenMean {
  const reliability = between / (between + within / group.n)
  const residual = reliability * (group.mean - mean)
  return {
    group: group.group,
    n: group.n,
    mean: group.mean,
    reliability,
    residual,
    shrunken: mean + residual,
    conditionalStandardError: Math.sqrt(between * (1 - reliability)),
  }
}
