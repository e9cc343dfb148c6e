import { at } from '../numbers/at.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { sum } from '../numbers/sum.ts'
import { ratingCounts, type Rating } from './rating-counts.ts'

export type FleissKappa = {
  subjects: number
  raters: number
  kappa: number | null
  nullStandardError: number | null
  z: number | null
  observed: number | null
  expected: number | null
  byCategory: { category: string | number; kappa: number | null }[]
  /** Conger's: chance from each rater's own frequencies. */
  conger: number | null
}

/**
 * Do several raters, perhaps differing from subject to subject, agree beyond chance on categories without order? Fleiss 1971,
 * Psych. Bull. 76:378–382; Conger 1980 for the same raters throughout. Takes subjects × raters; subjects with a missing rating
 * are left out. Equals irr::kappam.fleiss (and exact = TRUE). Null where all ratings are of one category. (P̄ − P̄ₑ)/(1 − P̄ₑ).
 * Assumes as many ratings for each subject, from raters alike in kind. Throws nothing.
 */
export function fleissKappa(rows: readonly (readonly Rating[])[]): FleissKappa {
  const complete = rows.filter((row) => row.every((rating) => rating !== null))
  const { categories, units } = ratingCounts(complete)
  const subjects = units.length
  const raters = rows[0]?.length ?? 0
  const pairs = raters * (raters - 1)
  const observed = sum(units.flatMap((unit) => unit.map((count) => count * (count - 1)))) / (subjects * pairs)
  const shares = categories.map((_, c) => sum(units.map((unit) => at(unit, c))) / (subjects * raters))
  const expected = sum(shares.map((p) => p ** 2))
  const kappa = (observed - expected) / (1 - expected)
  const spread = sum(shares.map((p) => p * (1 - p)))
  const skew = sum(shares.map((p) => p * (1 - p) * (1 - 2 * p)))
  const nullStandardError = Math.sqrt((2 / (spread ** 2 * subjects * pairs)) * (spread ** 2 - skew))
  const perRater = expected - chanceGap(complete, categories, raters)
  return {
    subjects,
    raters,
    kappa: nullUnlessFinite(kappa),
    nullStandardError: nullUnlessFinite(nullStandardError),
    z: nullUnlessFinite(kappa / nullStandardError),
    observed: nullUnlessFinite(observed),
    expected: nullUnlessFinite(expected),
    byCategory: categories.map((category, c) => ({ category, kappa: ofCategory(units, c, at(shares, c), pairs) })),
    conger: nullUnlessFinite((observed - perRater) / (1 - perRater)),
  }
}

function ofCategory(units: readonly number[][], category: number, share: number, pairs: number): number | null {
  const again = sum(units.map((unit) => at(unit, category) * (at(unit, category) - 1)))
  return nullUnlessFinite((again / (units.length * pairs) - share ** 2) / (share * (1 - share)))
}

/** How far the raters' frequencies lie apart, which lowers the agreement that chance would give. */
function chanceGap(rows: readonly (readonly Rating[])[], categories: readonly (string | number)[], raters: number): number {
  const gaps = categories.map((category) => {
    const shares = Array.from({ length: raters }, (_, r) => rows.filter((row) => row[r] === category).length / rows.length)
    const mean = sum(shares) / raters
    return sum(shares.map((share) => (share - mean) ** 2)) / raters
  })
  return sum(gaps) / (raters - 1)
}
