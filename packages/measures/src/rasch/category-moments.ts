import type { RaschItem } from './partial-credit.ts'

/** Chances of the categories at an ability, with the mean and the central moments of the category. */
export type CategoryMoments = { chances: number[]; mean: number; variance: number; third: number }

/**
 * How likely is each answer to an item at a place on the line? P(x) = exp(xθ − βₓ)/Σ exp (Masters 1982). Takes cumulative
 * parameters, null for a category that does not exist; the variance is the item's information. As eRm::pmat.
 */
export function categoryMoments(cumulative: RaschItem['cumulative'], theta: number): CategoryMoments {
  const logs = cumulative.map((beta, x) => (beta === null ? -Infinity : x * theta - beta))
  const top = Math.max(...logs)
  const weights = logs.map((log) => Math.exp(log - top))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const chances = weights.map((weight) => weight / total)
  const moment = (power: number, about: number) => chances.reduce((sum, p, x) => sum + p * (x - about) ** power, 0)
  const mean = moment(1, 0)
  return { chances, mean, variance: moment(2, mean), third: moment(3, mean) }
}
