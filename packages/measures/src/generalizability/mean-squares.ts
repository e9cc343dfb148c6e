import { at } from '../numbers/at.ts'
import type { CrossedDesign } from './crossed-design.ts'

/** An effect as the places of its facets, in their order; [0, 2] is the first by the third. */
export type Effect = readonly number[]

export type EffectSquares = { effect: Effect; sumOfSquares: number; df: number }

/**
 * Sum of squares and degrees of freedom of every effect of a crossed design, main effects first. The analysis of variance
 * beneath `gStudy`: how much of the squares is each effect's? Equals anova(lm(score ~ a * b * …)). Takes a full design without
 * gaps (Brennan 2001, ch. 3).
 */
export function effectSquares(design: CrossedDesign): EffectSquares[] {
  const effects = effectsOf(design.facets.length)
  // Squares of the cell means of an effect hold those of all effects within it; taking these out leaves its own.
  const totals = cellTotals(design)
  const own = new Map<string, number>()
  for (const effect of effects) {
    const within = effects.filter((part) => part.length < effect.length && part.every((facet) => effect.includes(facet)))
    const inner = within.reduce((total, part) => total + (own.get(part.join()) ?? 0), 0)
    own.set(effect.join(), rawSquares(totals.get(effect.join()) ?? new Float64Array(), design.scores.length) - inner)
  }
  return effects.map((effect) => ({
    effect,
    sumOfSquares: own.get(effect.join()) ?? 0,
    df: effect.reduce((product, facet) => product * (at(design.sizes, facet) - 1), 1),
  }))
}

/** All main effects and interactions of so many facets, main effects first; as the terms of a * b * … in R. */
export function effectsOf(facets: number): Effect[] {
  const all = Array.from({ length: 2 ** facets - 1 }, (_, bits) =>
    Array.from({ length: facets }, (_, facet) => facet).filter((facet) => ((bits + 1) >> facet) & 1),
  )
  return all.toSorted((a, b) => a.length - b.length || a.join().localeCompare(b.join()))
}

/** Sums of the scores (about their mean, for precision) in the cells of every effect, each from an effect with one facet more. */
function cellTotals(design: CrossedDesign): Map<string, Float64Array> {
  const all = design.sizes.map((_, facet) => facet)
  const centre = design.scores.reduce((total, score) => total + score, 0) / design.scores.length
  const totals = new Map<string, Float64Array>([[all.join(), design.scores.map((score) => score - centre)]])
  for (const effect of effectsOf(all.length).toReversed()) {
    if (effect.length === all.length) continue
    const facet = all.find((candidate) => !effect.includes(candidate)) ?? 0
    const wider = [...effect, facet].toSorted((a, b) => a - b)
    totals.set(
      effect.join(),
      collapsed(
        totals.get(wider.join()) ?? design.scores,
        wider.map((f) => at(design.sizes, f)),
        wider.indexOf(facet),
      ),
    )
  }
  return totals
}

/** Sums over one of the facets; the last facet runs fastest. */
function collapsed(cells: Float64Array, sizes: readonly number[], place: number): Float64Array {
  const inner = sizes.slice(place + 1).reduce((product, size) => product * size, 1)
  const size = at(sizes, place)
  const result = new Float64Array(cells.length / size)
  for (let outer = 0; outer < cells.length / (size * inner); outer += 1) {
    for (let level = 0; level < size; level += 1) {
      const from = (outer * size + level) * inner
      for (let i = 0; i < inner; i += 1) result[outer * inner + i] = (result[outer * inner + i] ?? 0) + (cells[from + i] ?? 0)
    }
  }
  return result
}

/** Σ over the effect's cells of (scores a cell) × (their mean)². */
function rawSquares(cells: Float64Array, scores: number): number {
  let total = 0
  for (const value of cells) total += value * value
  return total / (scores / cells.length)
}
