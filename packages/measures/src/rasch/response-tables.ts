import { at } from '../numbers/at.ts'
import type { AnswerRow } from '../scales/moments.ts'
import { scoreTables } from '../summary/counts-of-summary.ts'
import type { ScaleSummary } from '../summary/scale-summary.ts'

/** Counts of people who answered everything, by item, category (from 0) and raw score: all that Rasch models need. */
export type ResponseTables = { items: readonly string[]; counts: readonly (readonly (readonly number[])[])[] }

export function responseTablesOfSummary(summary: ScaleSummary, group?: string): ResponseTables {
  return { items: summary.shape.items.map((item) => item.name), counts: scoreTables(summary, group) }
}

/**
 * The same from rows of whole numbers; rows with a missing answer are left out. Each item's lowest answer counts as its
 * category 0, as in eRm.
 */
export function responseTablesOfRows(items: readonly string[], rows: readonly AnswerRow[]): ResponseTables {
  const complete = rows.filter((row): row is number[] => row.every((value) => value !== null))
  const least = items.map((_, i) => complete.reduce((low, row) => Math.min(low, at(row, i)), Infinity))
  const most = items.map((_, i) => complete.reduce((high, row) => Math.max(high, at(row, i)), -Infinity))
  const sizes = items.map((_, i) => (complete.length > 0 ? at(most, i) - at(least, i) + 1 : 1))
  const width = sizes.reduce((total, size) => total + size - 1, 1)
  const counts = sizes.map((size) => Array.from({ length: size }, () => new Array<number>(width).fill(0)))
  for (const row of complete) {
    const codes = row.map((value, i) => value - at(least, i))
    if (codes.some((code) => !Number.isInteger(code))) throw new RangeError('a Rasch model needs whole-numbered answers')
    const score = codes.reduce((total, code) => total + code, 0)
    for (const [i, code] of codes.entries()) {
      const line = at(at(counts, i), code)
      line[score] = at(line, score) + 1
    }
  }
  return { items, counts }
}

/** People by raw score. */
export function scoresOfTables(tables: ResponseTables): number[] {
  const first = tables.counts[0] ?? []
  return (first[0] ?? []).map((_, score) => first.reduce((total, line) => total + at(line, score), 0))
}

/** Only the people whose raw score passes; a split for Andersen's test. */
export function keepScores(tables: ResponseTables, passes: (score: number) => boolean): ResponseTables {
  const counts = tables.counts.map((item) => item.map((line) => line.map((count, score) => (passes(score) ? count : 0))))
  return { items: tables.items, counts }
}
