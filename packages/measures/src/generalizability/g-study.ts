import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import type { CrossedDesign } from './crossed-design.ts'
import { effectSquares, type Effect, type EffectSquares } from './mean-squares.ts'

/** An effect of a generalizability study. */
export type VarianceComponent = {
  effect: Effect
  sumOfSquares: number
  df: number
  meanSquare: number | null
  /** As estimated: may be negative, and then stays. */
  variance: number | null
  /** Never below zero: what decision studies use. */
  truncated: number | null
  percent: number | null
}

export type GStudy = { facets: readonly string[]; sizes: readonly number[]; components: VarianceComponent[]; warnings: GStudyWarning[] }

/** `negative_component`: sampling made an estimate fall below zero; decision studies take it as zero. */
export type GStudyWarning = 'negative_component'

/**
 * Where do differences between scores come from: the people, the raters, the items, their combinations? Variance components
 * of a fully crossed random design by expected mean squares. Brennan 2001, Generalizability Theory, ch. 3–4. The first facet
 * is the object of measurement. Equals lm/anova with EMS. Null components where a facet has one level. Assumes levels drawn at
 * random, no missing cell (see `crossedDesign`), effects that do not depend on each other. σ²(α) from the mean squares of α and
 * of the effects that hold it. Negative components are given, and their truncated value 0 beside them, with a warning. Takes a
 * `crossedDesign`. Throws nothing.
 */
export function gStudy(design: CrossedDesign): GStudy {
  const squares = effectSquares(design)
  return componentsOf(design, squares)
}

/**
 * The same where the second facet is nested in the first's conditions: persons × (raters : tasks). The design's facets are
 * object, nesting facet, nested facet, levels of the last counted within each level of the second. Effects: [0], [1], [1, 2]
 * (the nested facet), [0, 1], [0, 1, 2]. Brennan 2001, ch. 3. Assumes and leaves out what `gStudy` does; negative components
 * likewise. Takes a `crossedDesign` read as persons × nesting × nested. Equals the mean squares of aov(score ~ p * (r %in% t)).
 */
export function gStudyNested(design: CrossedDesign): GStudy {
  const squares = effectSquares(design)
  const joined = (effect: Effect, without: Effect) => {
    const [one, other] = [effect, without].map((key) => squares.find((entry) => entry.effect.join() === key.join()))
    return { effect, sumOfSquares: (one?.sumOfSquares ?? 0) + (other?.sumOfSquares ?? 0), df: (one?.df ?? 0) + (other?.df ?? 0) }
  }
  const kept = squares.filter(({ effect }) => ['0', '1', '0,1'].includes(effect.join()))
  const nested = [...kept, joined([1, 2], [2]), joined([0, 1, 2], [0, 2])]
  return componentsOf(design, nested)
}

function componentsOf(design: CrossedDesign, squares: readonly EffectSquares[]): GStudy {
  const meanSquare = new Map(squares.map(({ effect, sumOfSquares, df }) => [effect.join(), sumOfSquares / df]))
  const variance = new Map<string, number>()
  // Every variance that enters an effect's mean square is of an effect that holds it: the largest first.
  for (const { effect } of squares.toSorted((a, b) => b.effect.length - a.effect.length)) {
    const others = squares.filter((other) => other.effect.length > effect.length && effect.every((facet) => other.effect.includes(facet)))
    const above = others.reduce(
      (total, other) => total + repeats(design, other.effect) * (variance.get(other.effect.join()) ?? Number.NaN),
      0,
    )
    variance.set(effect.join(), ((meanSquare.get(effect.join()) ?? Number.NaN) - above) / repeats(design, effect))
  }
  const truncated = [...variance.values()].map((value) => Math.max(0, value))
  const total = truncated.reduce((sum, value) => sum + value, 0)
  const components = squares.map(({ effect, sumOfSquares, df }) => {
    const value = variance.get(effect.join()) ?? Number.NaN
    return {
      effect,
      sumOfSquares,
      df,
      meanSquare: nullUnlessFinite(sumOfSquares / df),
      variance: nullUnlessFinite(value),
      truncated: nullUnlessFinite(Math.max(0, value)),
      percent: nullUnlessFinite((100 * Math.max(0, value)) / total),
    }
  })
  const negative = components.some((component) => (component.variance ?? 0) < 0)
  return { facets: design.facets, sizes: design.sizes, components, warnings: negative ? ['negative_component'] : [] }
}

/** How many scores stand behind each level of an effect. */
function repeats(design: CrossedDesign, effect: Effect): number {
  return design.sizes.reduce((product, size, facet) => (effect.includes(facet) ? product : product * size), 1)
}
