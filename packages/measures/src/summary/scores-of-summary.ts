import { at } from '../numbers/at.ts'
import { layoutOf, type ScaleSummary } from './scale-summary.ts'

/** Count, mean and sum of squared distances from the mean: what analyses of groups need of each. */
export type GroupMoments = { n: number; mean: number; sumOfSquares: number }

/**
 * Scores of the people who answered at least so many items, a score being the mean of the items that a person answered.
 * RangeError where the items do not share one range of values, as their mean would mean nothing. Equals mean() and var() of
 * rowMeans(na.rm = TRUE). Takes the least number of answers that make a score.
 */
export function scoresOfSummary(summary: ScaleSummary, leastAnswered: number): GroupMoments {
  const layout = layoutOf(summary.shape)
  const [first] = summary.shape.items
  if (!first || summary.shape.items.some((item) => item.least !== first.least || item.categories !== first.categories)) {
    throw new RangeError('a mean of items needs items of one range')
  }
  const scores: { score: number; count: number }[] = []
  for (let answered = Math.max(1, leastAnswered); answered <= layout.k; answered += 1) {
    for (let raw = 0; raw <= layout.maxScore; raw += 1) {
      const count = at(summary.answered, answered * (layout.maxScore + 1) + raw)
      if (count > 0) scores.push({ score: first.least + raw / answered, count })
    }
  }
  return momentsOf(scores)
}

function momentsOf(scores: readonly { score: number; count: number }[]): GroupMoments {
  const n = scores.reduce((total, { count }) => total + count, 0)
  const mean = scores.reduce((total, { score, count }) => total + score * count, 0) / n
  return { n, mean, sumOfSquares: scores.reduce((total, { score, count }) => total + count * (score - mean) ** 2, 0) }
}
