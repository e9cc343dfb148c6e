import { pchisq } from 'lib-r-math.js'
import { at } from '../numbers/at.ts'
import { median } from '../numbers/median.ts'
import { sum } from '../numbers/sum.ts'
import type { AnswerRow } from '../scales/moments.ts'
import type { RaschModel } from './partial-credit.ts'
import { keepScores, responsePatternsOfRows, scoresOfTables, type ResponsePatterns, type ResponseTables } from './response-tables.ts'

export type AndersenTest = { statistic: number; df: number; p: number }

/**
 * Do the items keep their places in both halves of the people? 2(Σ ln L of the parts − ln L of the whole) against χ², parts
 * being raw scores up to the median and above it, or tables handed in (a declared group each). Andersen 1973, Psychometrika
 * 38:123–140. Equals eRm::LRtest. Null where the model cannot be fitted in a part: an item that does not vary there. Assumes
 * that the model holds in each part, with people enough in both. Takes tables of people who answered everything, and the fit
 * that is tested. Throws nothing.
 */
export function andersenTest(
  tables: ResponseTables,
  fit: (tables: ResponseTables) => RaschModel | null,
  parts: readonly ResponseTables[] = medianSplit(tables),
): AndersenTest | null {
  return compare(fit(tables), parts.map(fit))
}

/**
 * The same from rows, gaps allowed, so that items that lack a category in one part can be left out of all (as eRm::LRtest
 * does) and the test be made on the others. `excluded` names them. Raw scores are compared among people who answered the
 * same items, each such group being split at its own median. Equals eRm::LRtest(splitcr = "median"). RangeError: answers that
 * are not whole numbers.
 */
export function andersenTestOfRows(
  items: readonly string[],
  rows: readonly AnswerRow[],
  fit: (source: ResponsePatterns) => RaschModel | null,
): (AndersenTest & { excluded: string[] }) | null {
  const groups = [...Map.groupBy(rows, (row) => row.map((value) => value === null).join()).values()].map(splitAtMedian)
  const parts = [groups.flatMap(({ low }) => low), groups.flatMap(({ high }) => high)]
  const kept = items.map((_, i) => i).filter((i) => parts.every((part) => sameRange(part, rows, i)))
  if (kept.length < 2) return null
  const fitOf = (some: readonly AnswerRow[]) => {
    const answers = some.map((row) => kept.map((i) => at(row, i)))
    return fit(
      responsePatternsOfRows(
        kept.map((i) => at(items, i)),
        answers,
      ),
    )
  }
  const test = compare(fitOf(rows), parts.map(fitOf))
  return test && { ...test, excluded: items.filter((_, i) => !kept.includes(i)) }
}

function splitAtMedian(rows: readonly AnswerRow[]): { low: AnswerRow[]; high: AnswerRow[] } {
  const scores = rows.map((row) => sum(row.filter((value) => value !== null)))
  const middle = median(scores)
  return { low: rows.filter((_, p) => at(scores, p) <= middle), high: rows.filter((_, p) => at(scores, p) > middle) }
}

function compare(whole: RaschModel | null, parts: readonly (RaschModel | null)[]): AndersenTest | null {
  if (!whole || parts.some((part) => part?.freeParameters !== whole.freeParameters)) return null
  const apart = parts.reduce((total, part) => total + (part?.logLikelihood ?? 0), 0)
  const statistic = 2 * (apart - whole.logLikelihood)
  const df = (parts.length - 1) * whole.freeParameters
  return { statistic, df, p: pchisq(statistic, df, undefined, false) }
}

function sameRange(part: readonly AnswerRow[], whole: readonly AnswerRow[], item: number): boolean {
  const range = (rows: readonly AnswerRow[]) =>
    [...new Set(rows.map((row) => at(row, item)).filter((value) => value !== null))].toSorted((a, b) => a - b).join()
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
