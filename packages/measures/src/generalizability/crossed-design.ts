import { at } from '../numbers/at.ts'

/** A fully crossed balanced design: the levels of each facet, and one score a cell, the last facet's level running fastest. */
export type CrossedDesign = { facets: readonly string[]; sizes: readonly number[]; scores: Float64Array }

/** One score with its level of each facet. */
export type FacetScore = { levels: readonly string[]; score: number | null }

/**
 * The design that a list of scores fills; levels in order of first sight. RangeError where a cell is empty, filled twice or
 * without a score: then use `varianceComponents`, which asks for no balance. Takes the names of the facets and, for each score,
 * its level of each. R: a balanced data frame, as xtabs() would check it.
 */
export function crossedDesign(facets: readonly string[], scores: readonly FacetScore[]): CrossedDesign {
  const levels = facets.map(() => new Map<string, number>())
  for (const { levels: names } of scores) {
    for (const [f, known] of levels.entries()) if (!known.has(at(names, f))) known.set(at(names, f), known.size)
  }
  const sizes = levels.map((known) => known.size)
  const cells = new Float64Array(sizes.reduce((total, size) => total * size, 1)).fill(Number.NaN)
  for (const { levels: names, score } of scores) {
    const place = names.reduce((index, name, f) => index * at(sizes, f) + (levels[f]?.get(name) ?? 0), 0)
    if (score === null || !Number.isNaN(at(cells, place))) throw new RangeError(`not one score for ${names.join(', ')}`)
    cells[place] = score
  }
  if (cells.some(Number.isNaN)) throw new RangeError('the design has cells without a score')
  return { facets, sizes, scores: cells }
}
