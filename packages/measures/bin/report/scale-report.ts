import { at } from '../../src/numbers/at.ts'
import {
  abilitiesByScore,
  categoryMoments,
  correlationOf,
  cronbachAlpha,
  dimensionality,
  itemCounts,
  itemFit,
  itemStatistics,
  mcdonaldOmega,
  meanInterval,
  momentsOfSummary,
  ordinalScale,
  pairTablesOfSummary,
  partialCredit,
  personSeparation,
  responseTablesOfSummary,
  scoresOfSummary,
  scoresOfTables,
  weightedAbilitiesByScore,
  type GroupMoments,
  type RaschModel,
} from '../../src/measures.ts'
import { groupReport } from './group-report.ts'
import type { FoldedScale } from './scale-folder.ts'
import { scoreBins } from './score-bins.ts'

export type ScaleReport = ReturnType<typeof scaleReport>

/** Everything that a scale's counts tell, ready to be written as JSON, text or a page. */
export function scaleReport({ spec, summary, groups }: FoldedScale, minimum: number) {
  const moments = momentsOfSummary(summary)
  const tables = responseTablesOfSummary(summary)
  const model = partialCredit(tables)
  return {
    ...spec,
    complete: moments.n,
    scores: withInterval(scoresOfSummary(summary, Math.ceil(spec.items.length / 2))),
    scoreBins: scoreBins(summary),
    alpha: cronbachAlpha(moments),
    omega: mcdonaldOmega(moments),
    ordinal: ordinalScale(pairTablesOfSummary(summary)),
    dimensionality: dimensionality(correlationOf(moments.covariance), moments.n),
    items: itemRows(summary, itemStatistics(moments), model && itemFit(model, tables)),
    rasch: model && {
      items: model.items,
      separation: personSeparation(model, tables),
      people: weightedAbilitiesByScore(model.items).map((one) => ({ ...one, n: at(scoresOfTables(tables), one.score) })),
      information: informationOf(model),
    },
    groups: groups.length > 1 ? groupReport(groups, minimum) : null,
  }
}

function withInterval(scores: GroupMoments) {
  return { ...scores, sd: scores.n < 2 ? null : Math.sqrt(scores.sumOfSquares / (scores.n - 1)), interval: meanInterval(scores) }
}

function itemRows(summary: FoldedScale['summary'], statistics: ReturnType<typeof itemStatistics>, fit: ReturnType<typeof itemFit> | null) {
  return itemCounts(summary, 'available').map((counts, i) => ({
    ...at(statistics, i),
    reversed: at(summary.shape.items, i).reversed === true,
    answered: counts.reduce((total, count) => total + count, 0),
    counts: counts.map((count, category) => ({ value: at(summary.shape.items, i).least + category, count })),
    infit: fit ? at(fit, i).infit : null,
    outfit: fit ? at(fit, i).outfit : null,
  }))
}

/** Where on the line the scale measures well: its information from two units under the lowest ability to two above the highest. */
function informationOf(model: RaschModel): { theta: number; information: number }[] {
  const abilities = abilitiesByScore(model.items).map((one) => one.theta)
  const [low, high] = [Math.min(-3, ...abilities) - 1, Math.max(3, ...abilities) + 1]
  return Array.from({ length: 61 }, (_, step) => {
    const theta = low + ((high - low) * step) / 60
    const information = model.items.reduce((total, item) => total + categoryMoments(item.cumulative, theta).variance, 0)
    return { theta, information }
  })
}
