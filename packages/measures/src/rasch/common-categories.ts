import { at } from '../numbers/at.ts'
import { patternsOf, type ResponsePattern, type ResponsePatterns, type ResponseTables } from './response-tables.ts'

/**
 * The same answers with one range of categories for all items that vary, as a rating scale has: a category that nobody chose
 * of an item is one that its people could have chosen. Equals the data that eRm::RSM fits.
 */
export function withCommonCategories(source: ResponseTables | ResponsePatterns): ResponsePatterns {
  const patterns = patternsOf(source)
  const sizes = patterns.flatMap(({ tables }) => tables.counts.map((item) => item.length))
  const size = sizes.reduce((most, one) => Math.max(most, one), 1)
  return { items: source.items, patterns: patterns.map((pattern) => widened(pattern, size)) }
}

function widened({ answered, tables }: ResponsePattern, size: number): ResponsePattern {
  const sizes = tables.counts.map((item) => (item.length > 1 ? size : 1))
  const width = sizes.reduce((total, one) => total + one - 1, 1)
  const counts = tables.counts.map((item, i) =>
    Array.from({ length: at(sizes, i) }, (_, category) => Array.from({ length: width }, (__, score) => item[category]?.[score] ?? 0)),
  )
  return { answered, tables: { items: tables.items, counts } }
}
