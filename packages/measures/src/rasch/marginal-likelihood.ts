import { at } from '../numbers/at.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import type { AnswerRow } from '../scales/moments.ts'
import { categoryMoments } from './category-moments.ts'
import { expect, prior, type Expectation } from './marginal-expectation.ts'
import { patternsOfRows, type MarginalData } from './marginal-data.ts'
import { weightedAbilitiesByScore } from './person-table.ts'

export type MarginalItem = {
  item: string
  cumulative: (number | null)[]
  /** Null beside a category that nobody chose. */
  thresholds: (number | null)[]
}

export type MarginalModel = {
  n: number
  items: MarginalItem[]
  /** Variance of the abilities, whose mean is 0. */
  variance: number
  deviance: number
  /** Of the posterior means: their variance over the sum of it and the mean posterior variance. */
  eapReliability: number | null
  /** Of Warm's estimates: 1 − mean se²/variance; negative values stay. */
  wleReliability: number | null
}

export type MarginalOptions = { nodes?: number; reach?: number }

/**
 * Rasch and partial credit model with normal abilities N(0, σ²), by marginal maximum likelihood (Bock & Aitkin 1981,
 * Psychometrika 46:443–459): EM over equally spaced nodes (61 from −8 to 8). Needs the assumption about the people that
 * the conditional likelihood does without; gives the spread of abilities in return. Missing answers are passed over
 * (missing at random). Equals TAM::tam.mml(irtmodel = "PCM") and TAM::tam.wle. Null without people or answers that vary. Takes
 * rows of whole numbers, null where one is missing. Throws nothing.
 */
export function marginalPartialCredit(
  items: readonly string[],
  rows: readonly AnswerRow[],
  options: MarginalOptions = {},
): MarginalModel | null {
  const data = patternsOfRows(items, rows)
  if (data.people === 0 || !data.totals.some((item) => item.filter((count) => count > 0).length > 1)) return null
  const theta = nodesOf(options)
  let cumulative = data.totals.map(startOf)
  let variance = 1
  let step = expect(data, cumulative, prior(theta, variance), theta)
  for (let turn = 0; turn < 3000; turn += 1) {
    cumulative = cumulative.map((beta, i) => newtonItem(data, beta, i, step, theta))
    // Of people who all stand at one place the variance runs to zero, where the prior has no density any more.
    variance = Math.max(1e-4, step.weights.reduce((total, weight, q) => total + weight * at(theta, q) ** 2, 0) / data.people)
    const next = expect(data, cumulative, prior(theta, variance), theta)
    const gain = Math.abs(next.logLikelihood - step.logLikelihood)
    step = next
    if (gain < 1e-13 * Math.abs(next.logLikelihood) && turn > 10) break
  }
  return describe(data, cumulative, variance, step)
}

function nodesOf({ nodes = 61, reach = 8 }: MarginalOptions): number[] {
  return Array.from({ length: nodes }, (_, q) => -reach + (2 * reach * q) / (nodes - 1))
}

function startOf(counts: readonly number[]): (number | null)[] {
  const base = Math.max(at(counts, 0), 0.5)
  return counts.map((count, x) => (x === 0 ? 0 : count > 0 ? Math.log(base / count) : null))
}

/** One Newton step for the item's parameters, given how many people stand at each node. */
function newtonItem(data: MarginalData, beta: readonly (number | null)[], item: number, step: Expectation, theta: readonly number[]) {
  const result = [...beta]
  const weights = at(step.byItem, item)
  for (const [x, value] of beta.entries()) {
    if (x === 0 || value === null) continue
    let [expected, spread] = [0, 0]
    for (const [q, weight] of weights.entries()) {
      const chance = at(categoryMoments(result, at(theta, q)).chances, x)
      expected += weight * chance
      spread += weight * chance * (1 - chance)
    }
    if (!(spread > 1e-10)) continue
    // A bound keeps the first steps from a far start within reach.
    const change = (expected - at(at(data.totals, item), x)) / spread
    result[x] = value + Math.max(-1, Math.min(1, change))
  }
  return result
}

function describe(data: MarginalData, cumulative: (number | null)[][], variance: number, step: Expectation): MarginalModel {
  return {
    n: data.people,
    items: data.items.map((item, i) => ({ item, cumulative: at(cumulative, i), thresholds: thresholdsOf(at(cumulative, i)) })),
    variance,
    deviance: -2 * step.logLikelihood,
    eapReliability: eapReliability(data, step),
    wleReliability: wleReliability(data, cumulative),
  }
}

function thresholdsOf(cumulative: readonly (number | null)[]): (number | null)[] {
  return cumulative.slice(1).map((value, x) => {
    const before = cumulative[x] ?? null
    return value === null || before === null ? null : value - before
  })
}

function eapReliability(data: MarginalData, step: Expectation): number | null {
  const spread = varianceOf(
    data.patterns.map(({ count }, p) => ({ count, value: at(step.means, p) })),
    0,
  )
  const error = data.patterns.reduce((total, { count }, p) => total + count * at(step.variances, p), 0) / data.people
  return nullUnlessFinite(spread / (spread + error))
}

function wleReliability(data: MarginalData, cumulative: readonly (number | null)[][]): number | null {
  const tables = new Map<string, ReturnType<typeof weightedAbilitiesByScore>>()
  const estimates = data.patterns.map(({ answered, score, count }) => {
    const key = answered.join()
    const items = answered.map((i) => ({ cumulative: at(cumulative, i) }))
    const table = tables.get(key) ?? weightedAbilitiesByScore(items)
    tables.set(key, table)
    const { theta, standardError } = at(table, score)
    return { count, value: theta, square: standardError ** 2 }
  })
  const error = estimates.reduce((total, { count, square }) => total + count * square, 0) / data.people
  return nullUnlessFinite(1 - error / varianceOf(estimates))
}

/** TAM divides by n for the posterior means and by n − 1 for Warm's estimates. */
function varianceOf(values: readonly { count: number; value: number }[], lost = 1): number {
  const n = values.reduce((total, { count }) => total + count, 0)
  const mean = values.reduce((total, { count, value }) => total + count * value, 0) / n
  return values.reduce((total, { count, value }) => total + count * (value - mean) ** 2, 0) / (n - lost)
}
