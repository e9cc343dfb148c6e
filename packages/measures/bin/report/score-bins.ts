import { at } from '../../src/numbers/at.ts'
import { layoutOf, type ScaleSummary } from '../../src/measures.ts'

/** People by score, a score being the mean of the answered items where at least half are; two bins for each step of the scale. */
export type ScoreBin = { from: number; to: number; n: number }

export function scoreBins(summary: ScaleSummary): ScoreBin[] {
  const { k, maxScore } = layoutOf(summary.shape)
  const [first] = summary.shape.items
  const { least, categories } = first ?? { least: 0, categories: 0 }
  const bins = Array.from({ length: 2 * (categories - 1) }, (_, i) => ({ from: least + i / 2, to: least + (i + 1) / 2, n: 0 }))
  for (let answered = Math.ceil(k / 2); answered <= k; answered += 1) {
    for (let raw = 0; raw <= maxScore; raw += 1) {
      const count = at(summary.answered, answered * (maxScore + 1) + raw)
      // The highest score belongs to the last bin, which has no other above it.
      if (count > 0) at(bins, Math.min(bins.length - 1, Math.floor((2 * raw) / answered))).n += count
    }
  }
  return bins
}
