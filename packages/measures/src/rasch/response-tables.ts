import { at } from '../numbers/at.ts'
import type { AnswerRow } from '../scales/moments.ts'
import { scoreTables } from '../summary/counts-of-summary.ts'
import type { ScaleSummary } from '../summary/scale-summary.ts'

/** Counts of people who answered everything, by item, category (from 0) and raw score: all that Rasch models need. */
export type ResponseTables = { items: readonly string[]; counts: readonly (readonly (readonly number[])[])[] }

/** Of a summary, or of one of its groups. Each item's lowest answer counts as its category 0, as in eRm. */
export function responseTablesOfSummary(summary: ScaleSummary, group?: string): ResponseTables {
  return trimmed({ items: summary.shape.items.map((item) => item.name), counts: scoreTables(summary, group) })
}

/** Without the categories below and above those that were chosen; what everybody has of an item is taken off the raw score. */
function trimmed({ items, counts }: ResponseTables): ResponseTables {
  const chosen = counts.map((item) => item.flatMap((line, category) => (line.some((count) => count > 0) ? [category] : [])))
  const kept = chosen.map((categories) => ({ least: categories[0] ?? 0, most: categories.at(-1) ?? 0 }))
  const shift = kept.reduce((total, { least }) => total + least, 0)
  const width = kept.reduce((total, { least, most }) => total + most - least, 1)
  return {
    items,
    counts: counts.map((item, i) => item.slice(at(kept, i).least, at(kept, i).most + 1).map((line) => line.slice(shift, shift + width))),
  }
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
