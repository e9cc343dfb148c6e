import { categoryMoments } from './category-moments.ts'
import type { RaschItem } from './partial-credit.ts'

/** The ability that a raw score stands for. */
export type PersonEstimate = { score: number; theta: number; standardError: number }

/**
 * Which place on the line does each raw score have, by maximum likelihood? Σ E(x|θ) = score; standard error 1/√I. Scores of
 * zero and of the maximum have no finite estimate and are left out. Equals eRm::person.parameter. Assumes that the model holds
 * and everything was answered. Takes the items of a fitted model; bisection, which cannot fail on a falling equation. Throws
 * nothing.
 */
export function abilitiesByScore(items: readonly Pick<RaschItem, 'cumulative'>[]): PersonEstimate[] {
  const scores = Array.from({ length: maxScore(items) + 1 }, (_, score) => score)
  return scores.slice(1, -1).map((score) => solve(items, score, () => 0))
}

/**
 * The same by Warm's weighted likelihood (1989, Psychometrika 54:427–450), which is less biased and finite for every score:
 * Σ E(x|θ) = score + J/2I. Equals eRm::person.parameter's WLE and TAM::tam.wle. Assumes, takes and leaves nobody out: scores of
 * zero and the maximum too. Throws nothing.
 */
export function weightedAbilitiesByScore(items: readonly Pick<RaschItem, 'cumulative'>[]): PersonEstimate[] {
  const scores = Array.from({ length: maxScore(items) + 1 }, (_, score) => score)
  return scores.map((score) => solve(items, score, ({ information, third }) => third / (2 * information)))
}

/** The highest raw score that the items allow: Σ (categories − 1). */
export function maxScore(items: readonly Pick<RaschItem, 'cumulative'>[]): number {
  return items.reduce((total, item) => total + item.cumulative.length - 1, 0)
}

type TestMoments = { mean: number; information: number; third: number }

/** The score equation falls with θ; bisection cannot fail on it. */
function solve(
  items: readonly Pick<RaschItem, 'cumulative'>[],
  score: number,
  correction: (moments: TestMoments) => number,
): PersonEstimate {
  const excess = (theta: number) => {
    const moments = momentsAt(items, theta)
    return score + correction(moments) - moments.mean
  }
  let [low, high] = [-40, 40]
  while (high - low > 1e-11) {
    const middle = (low + high) / 2
    if (excess(middle) > 0) low = middle
    else high = middle
  }
  const theta = (low + high) / 2
  return { score, theta, standardError: 1 / Math.sqrt(momentsAt(items, theta).information) }
}

function momentsAt(items: readonly Pick<RaschItem, 'cumulative'>[], theta: number): TestMoments {
  let [mean, information, third] = [0, 0, 0]
  for (const item of items) {
    const moments = categoryMoments(item.cumulative, theta)
    mean += moments.mean
    information += moments.variance
    third += moments.third
  }
  return { mean, information, third }
}
