import { at } from '../numbers/at.ts'
import type { AnswerRow } from '../scales/moments.ts'
import { scoreTables } from '../summary/counts-of-summary.ts'
import type { ScaleSummary } from '../summary/scale-summary.ts'

/** Counts of people who answered everything, by item, category (from 0) and raw score: all that Rasch models need. */
export type ResponseTables = { items: readonly string[]; counts: readonly (readonly (readonly number[])[])[] }

/**
 * Of a summary, or of one of its groups. Each item's lowest answer counts as its category 0, as in eRm. Only people who answered
 * everything are in it. RangeError: a group that was not declared. Takes a summary and, if wanted, the name of a group. Equals
 * table(x, rowSums(x)) of each item.
 */
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

/** People by which items they answered: their tables apart, categories counted alike in all. */
export type ResponsePatterns = { items: readonly string[]; patterns: readonly ResponsePattern[] }
export type ResponsePattern = { answered: readonly number[]; tables: ResponseTables }

/**
 * Tables are one pattern, in which everything was answered. Takes tables or patterns, so that every Rasch function may be given
 * either.
 */
export function patternsOf(source: ResponseTables | ResponsePatterns): readonly ResponsePattern[] {
  return 'patterns' in source ? source.patterns : [{ answered: source.items.map((_, i) => i), tables: source }]
}

/**
 * From rows of whole numbers with gaps, each person in the pattern of the items that were answered. What the Rasch functions
 * take where answers are missing (at random). Each item's lowest answer counts as its category 0. RangeError: answers that are
 * not whole numbers.
 */
export function responsePatternsOfRows(items: readonly string[], rows: readonly AnswerRow[]): ResponsePatterns {
  const least = items.map((_, i) => rows.reduce((low, row) => Math.min(low, at(row, i) ?? Infinity), Infinity))
  const most = items.map((_, i) => rows.reduce((high, row) => Math.max(high, at(row, i) ?? -Infinity), -Infinity))
  const sizes = items.map((_, i) => Math.max(1, at(most, i) - at(least, i) + 1 || 1))
  const members = Map.groupBy(rows, (row) => row.flatMap((value, i) => (value === null ? [] : [i])).join())
  const patterns = [...members].flatMap(([key, people]) => {
    if (key === '') return []
    const answered = key.split(',').map(Number)
    const codes = people.map((row) => answered.map((i) => (at(row, i) ?? 0) - at(least, i)))
    const tables = countedTables(
      answered.map((i) => at(items, i)),
      answered.map((i) => at(sizes, i)),
      codes,
    )
    return [{ answered, tables }]
  })
  return { items, patterns }
}

/**
 * Tables from rows of whole numbers; rows with a missing answer are left out. Each item's lowest answer counts as its
 * category 0, as in eRm. What the Rasch functions take of complete answers. RangeError: answers that are not whole numbers.
 */
export function responseTablesOfRows(items: readonly string[], rows: readonly AnswerRow[]): ResponseTables {
  const complete = rows.filter((row): row is number[] => row.every((value) => value !== null))
  const least = items.map((_, i) => complete.reduce((low, row) => Math.min(low, at(row, i)), Infinity))
  const most = items.map((_, i) => complete.reduce((high, row) => Math.max(high, at(row, i)), -Infinity))
  const sizes = items.map((_, i) => (complete.length > 0 ? at(most, i) - at(least, i) + 1 : 1))
  return countedTables(
    items,
    sizes,
    complete.map((row) => row.map((value, i) => value - at(least, i))),
  )
}

function countedTables(items: readonly string[], sizes: readonly number[], rows: readonly (readonly number[])[]): ResponseTables {
  const width = sizes.reduce((total, size) => total + size - 1, 1)
  const counts = sizes.map((size) => Array.from({ length: size }, () => new Array<number>(width).fill(0)))
  for (const codes of rows) {
    if (codes.some((code) => !Number.isInteger(code))) throw new RangeError('a Rasch model needs whole-numbered answers')
    const score = codes.reduce((total, code) => total + code, 0)
    for (const [i, code] of codes.entries()) {
      const line = at(at(counts, i), code)
      line[score] = at(line, score) + 1
    }
  }
  return { items, counts }
}

/** People by raw score. Takes tables of people who answered everything. Equals table(rowSums(x)). */
export function scoresOfTables(tables: ResponseTables): number[] {
  const first = tables.counts[0] ?? []
  return (first[0] ?? []).map((_, score) => first.reduce((total, line) => total + at(line, score), 0))
}

/**
 * Only the people whose raw score passes; a split for Andersen's test. Takes tables and a test of the raw score. Equals the
 * split of eRm::LRtest.
 */
export function keepScores(tables: ResponseTables, passes: (score: number) => boolean): ResponseTables {
  const counts = tables.counts.map((item) => item.map((line) => line.map((count, score) => (passes(score) ? count : 0))))
  return { items: tables.items, counts }
}
