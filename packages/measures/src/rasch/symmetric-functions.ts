import { at } from '../numbers/at.ts'

/** A polynomial in the raw score: entry r belongs to score r. */
export type Polynomial = Float64Array

/**
 * Product of two: all ways to reach a score together. Takes two lists of coefficients, the lowest power first. Equals
 * convolve(a, rev(b), type = "open").
 */
export function product(one: Polynomial, other: Polynomial): Polynomial {
  const result = new Float64Array(one.length + other.length - 1)
  for (let i = 0; i < one.length; i += 1) {
    const factor = one[i] ?? 0
    if (factor === 0) continue
    for (let j = 0; j < other.length; j += 1) result[i + j] = (result[i + j] ?? 0) + factor * (other[j] ?? 0)
  }
  return result
}

/**
 * The product of all polynomials but one, for each; sums of positive terms only, so nothing cancels (the quotient and
 * difference algorithms lose digits; Liou 1994, Applied Psychological Measurement 18:81–87). Takes each item's polynomial, whose
 * coefficients are exp(−βₓ). As elementary symmetric functions of each order in eRm and
 * psychotools::elementary_symmetric_functions(diff = TRUE).
 */
export function leaveOneOut(factors: readonly Polynomial[]): Polynomial[] {
  const one = Float64Array.of(1)
  const before: Polynomial[] = [one]
  for (const factor of factors) before.push(product(at(before, before.length - 1), factor))
  let after: Polynomial = one
  const result: Polynomial[] = []
  for (let i = factors.length - 1; i >= 0; i -= 1) {
    result.unshift(product(at(before, i), after))
    after = product(at(factors, i), after)
  }
  return result
}
