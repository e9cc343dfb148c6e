import { at } from '../numbers/at.ts'
import { categoryMoments } from './category-moments.ts'
import type { RaschItem, RaschModel } from './partial-credit.ts'
import { abilitiesByScore, type PersonEstimate } from './person-table.ts'
import { patternsOf, type ResponsePatterns, type ResponseTables } from './response-tables.ts'

export type ItemFit = { item: string; outfit: number | null; infit: number | null }

/**
 * Does each item behave as the model says? Mean squares of the residuals, 1 being as expected: outfit plain, infit weighted
 * by information (Wright & Masters 1982). Persons by maximum likelihood, without those of extreme scores. Equals eRm::itemfit.
 * Outfit Σz²/n, infit Σ(x − E)²/Σ Var. Assumes that the model was fitted to these people. Takes tables, or patterns where
 * answers are missing, of which each counts. Null for an item that nobody of a middle score answered. Throws nothing.
 */
export function itemFit(model: RaschModel, source: ResponseTables | ResponsePatterns): ItemFit[] {
  const sums = model.items.map(() => ({ n: 0, standardized: 0, squares: 0, variance: 0 }))
  for (const { answered, tables } of patternsOf(source)) {
    const people = abilitiesByScore(answered.map((item) => at(model.items, item)))
    for (const [place, item] of answered.entries()) add(at(sums, item), at(model.items, item), at(tables.counts, place), people)
  }
  return model.items.map(({ item }, i) => {
    const { n, standardized, squares, variance } = at(sums, i)
    if (n === 0 || !(variance > 0)) return { item, outfit: null, infit: null }
    return { item, outfit: standardized / n, infit: squares / variance }
  })
}

type Sums = { n: number; standardized: number; squares: number; variance: number }

function add(sums: Sums, item: RaschItem, counts: readonly (readonly number[])[], people: readonly PersonEstimate[]): void {
  for (const { score, theta } of people) {
    const moments = categoryMoments(item.cumulative, theta)
    for (const [category, line] of counts.entries()) {
      const count = at(line, score)
      const square = count * (category - moments.mean) ** 2
      sums.n += count
      sums.squares += square
      sums.standardized += square / moments.variance
      sums.variance += count * moments.variance
    }
  }
}
