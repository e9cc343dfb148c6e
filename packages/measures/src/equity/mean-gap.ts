import { lgamma, pt } from 'lib-r-math.js'
import { mean } from '../numbers/mean.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { sum } from '../numbers/sum.ts'

export type MeanGap = {
  n: number
  mean: number | null
  sd: number | null
  cohenD: number | null
  /** Corrected exactly for small samples, with its variance. */
  hedgesG: number | null
  varianceOfG: number | null
  welchT: number | null
  welchDf: number | null
  welchP: number | null
  /** Chance that one of this group exceeds one of the reference, ties by half. */
  superiority: number | null
}

/**
 * How far do the values of a group lie from the reference group's, in standard deviations? Cohen's d by the pooled spread;
 * Hedges' g with the exact correction (1981); Welch's t, which asks for no equal spread; probability of superiority. Equals
 * metafor::escalc(measure = "SMD") and t.test. Null where a group has fewer than two values or none varies. Assumes independent
 * people; d and g also equal spread, the probability of superiority nothing of the kind. Takes the values of both groups,
 * missing ones left out before; d = (x̄ − ȳ)/s pooled. Cohen 1988; Hedges 1981; Welch 1947; superiority is the statistic of Mann
 * & Whitney 1947 over the number of pairs. Throws nothing.
 */
export function meanGap(values: readonly number[], reference: readonly number[]): MeanGap {
  const [one, other] = [describe(values), describe(reference)]
  const df = one.n + other.n - 2
  const pooled = Math.sqrt(((one.n - 1) * one.variance + (other.n - 1) * other.variance) / df)
  const d = (one.mean - other.mean) / pooled
  const g = d * Math.exp(lgamma(df / 2) - lgamma((df - 1) / 2)) * Math.sqrt(2 / df)
  return {
    n: one.n,
    mean: nullUnlessFinite(one.mean),
    sd: nullUnlessFinite(Math.sqrt(one.variance)),
    cohenD: nullUnlessFinite(d),
    hedgesG: nullUnlessFinite(g),
    varianceOfG: nullUnlessFinite(1 / one.n + 1 / other.n + g ** 2 / (2 * (one.n + other.n))),
    ...welch(one, other),
    superiority: superiorityOf(values, reference),
  }
}

type Described = { n: number; mean: number; variance: number }

function describe(values: readonly number[]): Described {
  const centre = mean(values)
  return { n: values.length, mean: centre, variance: sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1) }
}

function welch(one: Described, other: Described) {
  const [a, b] = [one.variance / one.n, other.variance / other.n]
  const t = (one.mean - other.mean) / Math.sqrt(a + b)
  const df = (a + b) ** 2 / (a ** 2 / (one.n - 1) + b ** 2 / (other.n - 1))
  const known = Number.isFinite(t) && Number.isFinite(df)
  return { welchT: nullUnlessFinite(t), welchDf: nullUnlessFinite(df), welchP: known ? 2 * pt(-Math.abs(t), df) : null }
}

function superiorityOf(values: readonly number[], reference: readonly number[]): number | null {
  let wins = 0
  for (const value of values) {
    for (const other of reference) wins += value > other ? 1 : value === other ? 0.5 : 0
  }
  return nullUnlessFinite(wins / (values.length * reference.length))
}
