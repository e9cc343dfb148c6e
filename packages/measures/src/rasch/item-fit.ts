import { at } from '../numbers/at.ts'
import { categoryMoments } from './category-moments.ts'
import type { RaschItem, RaschModel } from './partial-credit.ts'
import { abilitiesByScore, type PersonEstimate } from './person-table.ts'
import type { ResponseTables } from './response-tables.ts'

export type ItemFit = { item: string; outfit: number | null; infit: number | null }

/**
 * Does each item behave as the model says? Mean squares of the residuals, 1 being as expected: outfit plain, infit weighted
 * by information (Wright & Masters 1982). Persons by maximum likelihood, without those of extreme scores. Equals eRm::itemfit.
 */
export function itemFit(model: RaschModel, tables: ResponseTables): ItemFit[] {
  const people = abilitiesByScore(model.items)
  return model.items.map((item, i) => ({ item: item.item, ...meanSquares(item, at(tables.counts, i), people) }))
}

function meanSquares(item: RaschItem, counts: readonly (readonly number[])[], people: readonly PersonEstimate[]) {
  let [n, standardized, squares, variance] = [0, 0, 0, 0]
  for (const { score, theta } of people) {
    const moments = categoryMoments(item.cumulative, theta)
    for (const [category, line] of counts.entries()) {
      const count = at(line, score)
      const square = count * (category - moments.mean) ** 2
      n += count
      squares += square
      standardized += square / moments.variance
      variance += count * moments.variance
    }
  }
  if (n === 0 || !(variance > 0)) return { outfit: null, infit: null }
  return { outfit: standardized / n, infit: squares / variance }
}
