import { mean } from '../numbers/mean.ts'
import { sum } from '../numbers/sum.ts'
import type { Interval } from '../scales/cronbach-alpha.ts'
import { fisherInterval } from '../scales/fisher-interval.ts'

export type MeanCorrelation = {
  /** How many groups have both means. */
  n: number
  correlation: number | null
  interval: Interval
}

/**
 * How closely do the means of groups go together? Pearson's r over groups, each counting once however many people stand behind
 * it, with Fisher's interval. It is no correlation of people: what holds between schools need not hold within one (Robinson
 * 1950), and the means of small groups, being uncertain, pull it towards 0. Takes the two means of each group; a group in which one is missing
 * (null) is left out. Fewer than three groups, or means that do not vary: null. Equals cor(use = "complete.obs") and
 * cor.test()$conf.int over groups. Throws nothing.
 */
export function meanCorrelation(groups: readonly { one: number | null; other: number | null }[]): MeanCorrelation {
  const pairs = groups.flatMap(({ one, other }) => (one === null || other === null ? [] : [{ one, other }]))
  const [ones, others] = [distances(pairs.map(({ one }) => one)), distances(pairs.map(({ other }) => other))]
  const together = sum(ones.map((one, at) => one * (others[at] ?? 0)))
  const r = pairs.length < 3 || !vary(ones) || !vary(others) ? null : together / (length(ones) * length(others))
  const correlation = r === null ? null : Math.max(-1, Math.min(1, r))
  return { n: pairs.length, correlation, interval: fisherInterval(correlation, pairs.length) }
}

function distances(values: readonly number[]): number[] {
  const centre = mean(values)
  return values.map((value) => value - centre)
}

function length(values: readonly number[]): number {
  return Math.sqrt(sum(values.map((value) => value * value)))
}

/** Means are quotients: those of equal groups may differ in their last digit, which is no difference. */
const NO_DIFFERENCE = 1e-12

function vary(values: readonly number[]): boolean {
  return values.some((value) => Math.abs(value) > NO_DIFFERENCE)
}
