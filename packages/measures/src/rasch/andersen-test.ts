import { pchisq } from 'lib-r-math.js'
import { at } from '../numbers/at.ts'
import { median } from '../numbers/median.ts'
import { sum } from '../numbers/sum.ts'
import type { AnswerRow } from '../scales/moments.ts'
import type { RaschModel } from './partial-credit.ts'
import { keepScores, responseTablesOfRows, scoresOfTables, type ResponseTables } from './response-tables.ts'

export type AndersenTest = { statistic: number; df: number; p: number }

/**
 * Do the items keep their places in both halves of the people? 2(Σ ln L of the parts − ln L of the whole) against χ², parts
 * being raw scores up to the median and above it, or tables handed in (a declared group each). Andersen 1973, Psychometrika
 * 38:123–140. Equals eRm::LRtest. Null where the model cannot be fitted in a part: an item that does not vary there.
 */
export function andersenTest(
  tables: ResponseTables,
  fit: (tables: ResponseTables) => RaschModel | null,
  parts: readonly ResponseTables[] = medianSplit(tables),
): AndersenTest | null {
  const whole = fit(tables)
  const models = parts.map((part) => fit(part))
  if (!whole || models.some((model) => model?.freeParameters !== whole.freeParameters)) return null
  const apart = models.reduce((total, model) => total + (model?.logLikelihood ?? 0), 0)
  const statistic = 2 * (apart - whole.logLikelihood)
  const df = (parts.length - 1) * whole.freeParameters
  return { statistic, df, p: pchisq(statistic, df, undefined, false) }
}

/**
 * The same from rows, so that items that lack a category in one part can be left out of all (as eRm::LRtest does) and the
 * test be made on the others. `excluded` names them.
 */
export function andersenTestOfRows(
  items: readonly string[],
  rows: readonly AnswerRow[],
  fit: (tables: ResponseTables) => RaschModel | null,
): (AndersenTest & { excluded: string[] }) | null {
  const complete = rows.filter((row): row is number[] => row.every((value) => value !== null))
  const scores = complete.map((row) => sum(row))
  const middle = median(scores)
  const parts = [complete.filter((_, p) => at(scores, p) <= middle), complete.filter((_, p) => at(scores, p) > middle)]
  const kept = items.map((_, i) => i).filter((i) => parts.every((part) => sameRange(part, complete, i)))
  if (kept.length < 2) return null
  const tablesOf = (some: readonly number[][]) =>
    responseTablesOfRows(
      kept.map((i) => at(items, i)),
      some.map((row) => kept.map((i) => at(row, i))),
    )
  const test = andersenTest(tablesOf(complete), fit, parts.map(tablesOf))
  return test && { ...test, excluded: items.filter((_, i) => !kept.includes(i)) }
}

function sameRange(part: readonly number[][], whole: readonly number[][], item: number): boolean {
  const range = (rows: readonly number[][]) => [...new Set(rows.map((row) => at(row, item)))].toSorted((a, b) => a - b).join()
  return range(part) === range(whole)
}

function medianSplit(tables: ResponseTables): ResponseTables[] {
  const median = medianScore(scoresOfTables(tables))
  return [keepScores(tables, (score) => score <= median), keepScores(tables, (score) => score > median)]
}

function medianScore(people: readonly number[]): number {
  const n = people.reduce((total, count) => total + count, 0)
  const nth = (rank: number) => {
    let seen = 0
    return people.findIndex((_, score) => (seen += at(people, score)) >= rank)
  }
  return n === 0 ? 0 : (nth(Math.ceil(n / 2)) + nth(Math.floor(n / 2) + 1)) / 2
}
