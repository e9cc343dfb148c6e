import { at } from '../numbers/at.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { sum } from '../numbers/sum.ts'
import { identityWeights, quadraticWeights, quadraticWeightsOf, type AgreementWeights } from './agreement-weights.ts'
import { ratingCounts, type Rating } from './rating-counts.ts'

export type GwetAgreement = {
  observed: number | null
  coefficient: number | null
  standardError: number | null
  /** Brennan & Prediger's, with the same weights. */
  brennanPrediger: number | null
}

/**
 * Do raters agree beyond chance, by a figure that does not collapse when one category is rare? AC1; with weights AC2 (Gwet
 * 2008, Brit. J. Math. Stat. Psych. 61:29–48; 2014). Takes units × raters, gaps allowed. Standard error over units, raters
 * fixed. Equals irrCAC::gwet.ac1.raw, bp.coeff.raw. Weights: `identity`, or `quadratic` on the categories' values. Null where
 * no unit has two ratings or there is one category. (pₐ − pₑ)/(1 − pₑ), pₑ = Σ w Σ π(1 − π)/(q(q − 1)). Assumes that raters
 * guess only where they are unsure. `quadratic` takes text at equal steps in its order. Throws nothing.
 */
export function gwetAgreement(rows: readonly (readonly Rating[])[], kind: 'identity' | 'quadratic' = 'identity'): GwetAgreement {
  const counts = ratingCounts(rows)
  const units = counts.units.filter((unit) => sum(unit) > 0)
  const weights = kind === 'quadratic' ? quadraticFor(counts.categories) : identityWeights(counts.categories.length)
  const q = counts.categories.length
  const allWeights = sum(weights.flat())
  const rated = units.filter((unit) => sum(unit) >= 2)
  const observed = sum(rated.map((unit) => unitAgreement(unit, weights))) / rated.length
  const shares = weights.map((_, c) => sum(units.map((unit) => at(unit, c) / sum(unit))) / units.length)
  const scale = allWeights / (q * (q - 1))
  const expected = scale * sum(shares.map((p) => p * (1 - p)))
  const coefficient = (observed - expected) / (1 - expected)
  const even = allWeights / q ** 2
  return {
    observed: nullUnlessFinite(observed),
    coefficient: nullUnlessFinite(coefficient),
    standardError: standardErrorOf(units, weights, { shares, scale, expected, coefficient, rated: rated.length }),
    brennanPrediger: q < 2 ? null : nullUnlessFinite((observed - even) / (1 - even)),
  }
}

function quadraticFor(categories: readonly (string | number)[]): number[][] {
  const values = categories.filter((category) => typeof category === 'number')
  return values.length === categories.length ? quadraticWeightsOf(values) : quadraticWeights(categories.length)
}

function unitAgreement(unit: readonly number[], weights: AgreementWeights): number {
  const raters = sum(unit)
  const agreeing = sum(unit.map((count, c) => count * (sum(unit.map((other, d) => other * at(at(weights, c), d))) - 1)))
  return agreeing / (raters * (raters - 1))
}

type Parts = { shares: number[]; scale: number; expected: number; coefficient: number; rated: number }

function standardErrorOf(units: readonly number[][], weights: AgreementWeights, parts: Parts): number | null {
  const { shares, scale, expected, coefficient } = parts
  const squares = units.map((unit) => {
    const raters = sum(unit)
    const own = raters < 2 ? 0 : ((units.length / parts.rated) * (unitAgreement(unit, weights) - expected)) / (1 - expected)
    const chance = (scale * sum(unit.map((count, c) => count * (1 - at(shares, c))))) / raters
    return (own - (2 * (1 - coefficient) * (chance - expected)) / (1 - expected) - coefficient) ** 2
  })
  return nullUnlessFinite(Math.sqrt(sum(squares) / (units.length * (units.length - 1))))
}
