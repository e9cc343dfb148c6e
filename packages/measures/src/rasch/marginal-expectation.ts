import { at } from '../numbers/at.ts'
import type { MarginalData } from './marginal-data.ts'

/** What an E step finds: how many people stand at each node, in all and of those who answered an item, and where each pattern stands. */
export type Expectation = {
  logLikelihood: number
  weights: number[]
  byItem: number[][]
  means: number[]
  variances: number[]
}

/**
 * Normal weights at the nodes, adding up to one. exp(−θ²/2σ²), made to add up. Takes nodes and a variance above 0. Equals
 * dnorm() over its sum.
 */
export function prior(theta: readonly number[], variance: number): number[] {
  const raw = theta.map((value) => Math.exp(-(value ** 2) / (2 * variance)))
  const total = raw.reduce((sum, value) => sum + value, 0)
  return raw.map((value) => value / total)
}

/**
 * The E step of Bock & Aitkin 1981: where on the line do people stand, given their answers and the items? Takes patterns,
 * cumulative parameters, weights and nodes. Equals TAM's E step. Throws nothing.
 */
export function expect(
  data: MarginalData,
  cumulative: readonly (readonly (number | null)[])[],
  weights: readonly number[],
  theta: readonly number[],
): Expectation {
  // ln of each item's denominator at each node; a pattern's likelihood is exp(score θ) over those of its items.
  const scales = cumulative.map((beta) => theta.map((value) => logDenominator(beta, value)))
  const own = data.totals.reduce((total, counts, i) => total - fixedPart(counts, at(cumulative, i)), 0)
  const result: Expectation = {
    logLikelihood: own,
    weights: theta.map(() => 0),
    byItem: data.items.map(() => theta.map(() => 0)),
    means: [],
    variances: [],
  }
  for (const { answered, score, count } of data.patterns) {
    const logs = theta.map((value, q) => {
      const scale = answered.reduce((total, i) => total + at(at(scales, i), q), 0)
      return score * value - scale + Math.log(at(weights, q))
    })
    const top = Math.max(...logs)
    const chances = logs.map((log) => Math.exp(log - top))
    const total = chances.reduce((sum, chance) => sum + chance, 0)
    result.logLikelihood += count * (top + Math.log(total))
    place(
      result,
      theta,
      chances.map((chance) => chance / total),
      answered,
      count,
    )
  }
  return result
}

function logDenominator(beta: readonly (number | null)[], theta: number): number {
  let total = 0
  for (const [x, value] of beta.entries()) if (value !== null) total += Math.exp(x * theta - value)
  return Math.log(total)
}

function fixedPart(counts: readonly number[], beta: readonly (number | null)[]): number {
  return counts.reduce((total, count, x) => total + count * (beta[x] ?? 0), 0)
}

function place(
  result: Expectation,
  theta: readonly number[],
  posterior: readonly number[],
  answered: readonly number[],
  count: number,
): void {
  const mean = posterior.reduce((total, chance, q) => total + chance * at(theta, q), 0)
  result.means.push(mean)
  result.variances.push(posterior.reduce((total, chance, q) => total + chance * (at(theta, q) - mean) ** 2, 0))
  for (const [q, chance] of posterior.entries()) {
    result.weights[q] = at(result.weights, q) + count * chance
    for (const i of answered) {
      const line = at(result.byItem, i)
      line[q] = at(line, q) + count * chance
    }
  }
}
