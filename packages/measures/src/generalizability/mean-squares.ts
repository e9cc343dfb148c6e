import { at } from '../numbers/at.ts'
import type { CrossedDesign } from './crossed-design.ts'

/** An effect as the places of its facets, in their order; [0, 2] is the first by the third. */
export type Effect = readonly number[]

export type EffectSquares = { effect: Effect; sumOfSquares: number; df: number }

/** Sum of squares and degrees of freedom of every effect of a crossed design, main effects first. */
export function effectSquares(design: CrossedDesign): EffectSquares[] {
  const effects = effectsOf(design.facets.length)
  // Squares of the cell means of an effect hold those of all effects within it; taking these out leaves its own.
  const raw = new Map(effects.map((effect) => [effect.join(), rawSquares(design, effect)]))
  const own = new Map<string, number>()
  const rest = rawSquares(design, [])
  for (const effect of effects) {
    const within = effects.filter((part) => part.length < effect.length && part.every((facet) => effect.includes(facet)))
    const inner = within.reduce((total, part) => total + (own.get(part.join()) ?? 0), rest)
    own.set(effect.join(), (raw.get(effect.join()) ?? 0) - inner)
  }
  return effects.map((effect) => ({
    effect,
    sumOfSquares: own.get(effect.join()) ?? 0,
    df: effect.reduce((product, facet) => product * (at(design.sizes, facet) - 1), 1),
  }))
}

export function effectsOf(facets: number): Effect[] {
  const all = Array.from({ length: 2 ** facets - 1 }, (_, bits) =>
    Array.from({ length: facets }, (_, facet) => facet).filter((facet) => ((bits + 1) >> facet) & 1),
  )
  return all.toSorted((a, b) => a.length - b.length || a.join().localeCompare(b.join()))
}

/** Σ over the effect's cells of (scores a cell) × (their mean)², about the grand mean for precision. */
function rawSquares(design: CrossedDesign, effect: Effect): number {
  const { sizes, scores } = design
  if (effect.length === 0) return 0
  const centre = scores.reduce((total, score) => total + score, 0) / scores.length
  const strides = stridesOf(sizes, effect)
  const cells = effect.reduce((product, facet) => product * at(sizes, facet), 1)
  const totals = new Float64Array(cells)
  const levels = new Int32Array(sizes.length)
  let place = 0
  for (const score of scores) {
    totals[place] = at(totals, place) + score - centre
    // Count up the levels, the last facet first, keeping the place of the effect's cell.
    for (let facet = sizes.length - 1; facet >= 0; facet -= 1) {
      const level = at(levels, facet) + 1
      if (level < at(sizes, facet)) {
        levels[facet] = level
        place += at(strides, facet)
        break
      }
      levels[facet] = 0
      place -= (level - 1) * at(strides, facet)
    }
  }
  return totals.reduce((total, value) => total + value * value, 0) / (scores.length / cells)
}

function stridesOf(sizes: readonly number[], effect: Effect): number[] {
  const strides = sizes.map(() => 0)
  let stride = 1
  for (const facet of effect.toReversed()) {
    strides[facet] = stride
    stride *= at(sizes, facet)
  }
  return strides
}
