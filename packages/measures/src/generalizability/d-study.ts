import { at } from '../numbers/at.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'

/** What a decision study needs of an effect: its facets (0 is the object of measurement) and its variance. */
export type StudiedComponent = { effect: readonly number[]; truncated: number | null }

export type DStudy = {
  universeVariance: number | null
  relativeError: number | null
  absoluteError: number | null
  /** For ranking: Eρ². */
  generalizability: number | null
  /** For standards: Φ. */
  dependability: number | null
}

/**
 * How dependable would scores be with so many raters, items, occasions? Each error component divided by the numbers of its
 * facets; relative error takes those that involve the object, absolute error all. `numbers` are by facet, the object's own
 * ignored; facets in `fixed` are not generalized over, so the object's combination with them counts as true. Negative
 * components count as zero. Brennan 2001, ch. 4; Cronbach et al. 1972. Null where a component is not known. Assumes the
 * components of a random design. Eρ² = σ²(τ)/(σ²(τ) + σ²(δ)), Φ with σ²(Δ). Takes components as `gStudy` or `gStudyNested` gives
 * them. R: gtheory::dstudy. RangeError: a facet without its number.
 */
export function dStudy(components: readonly StudiedComponent[], numbers: readonly number[], fixed: readonly number[] = []): DStudy {
  let [universe, relative, absolute] = [0, 0, 0]
  for (const { effect, truncated } of components) {
    const others = effect.filter((facet) => facet !== 0)
    const share = (truncated ?? Number.NaN) / others.reduce((product, facet) => product * at(numbers, facet), 1)
    const random = others.some((facet) => !fixed.includes(facet))
    if (effect.includes(0) && !random) universe += share
    else if (effect.includes(0)) relative += share
    if (random) absolute += share
  }
  return {
    universeVariance: nullUnlessFinite(universe),
    relativeError: nullUnlessFinite(relative),
    absoluteError: nullUnlessFinite(absolute),
    generalizability: nullUnlessFinite(universe / (universe + relative)),
    dependability: nullUnlessFinite(universe / (universe + absolute)),
  }
}
