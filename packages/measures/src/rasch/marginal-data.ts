import { at } from '../numbers/at.ts'
import type { AnswerRow } from '../scales/moments.ts'

/** People who answered the same items with the same raw score: the model cannot tell them apart. */
export type Pattern = { answered: readonly number[]; score: number; count: number }

export type MarginalData = {
  items: readonly string[]
  people: number
  patterns: Pattern[]
  /** How many gave each category (from 0) of each item. */
  totals: number[][]
}

/**
 * People without any answer are left out; each item's lowest answer counts as its category 0. What `marginalPartialCredit` makes
 * of rows: who answered what, and how often. Takes rows of whole numbers, null where one is missing.
 */
export function patternsOfRows(items: readonly string[], rows: readonly AnswerRow[]): MarginalData {
  const least = items.map((_, i) => rows.reduce((low, row) => Math.min(low, at(row, i) ?? Infinity), Infinity))
  const most = items.map((_, i) => rows.reduce((high, row) => Math.max(high, at(row, i) ?? -Infinity), -Infinity))
  const totals = items.map((_, i) => new Array<number>(Math.max(1, at(most, i) - at(least, i) + 1)).fill(0))
  const patterns = new Map<string, Pattern>()
  for (const row of rows) {
    const answered = items.flatMap((_, i) => (at(row, i) === null ? [] : [i]))
    if (answered.length === 0) continue
    let score = 0
    for (const i of answered) {
      const code = (at(row, i) ?? 0) - at(least, i)
      const line = at(totals, i)
      line[code] = at(line, code) + 1
      score += code
    }
    const key = `${answered.join()}:${score}`
    patterns.set(key, { answered, score, count: (patterns.get(key)?.count ?? 0) + 1 })
  }
  const list = [...patterns.values()]
  return { items, people: list.reduce((total, { count }) => total + count, 0), patterns: list, totals }
}
