import type { Matrix } from 'ml-matrix'
import { symmetricInverse } from '../numbers/inverse.ts'

/**
 * How much of each item the other items explain: 1 − 1/(R⁻¹)ᵢᵢ; null where R is singular. Equals psych::smc. Takes a correlation
 * matrix; missing data as it was made. Guttman 1945.
 */
export function squaredMultipleCorrelations(correlation: Matrix): number[] | null {
  if (correlation.to1DArray().some(Number.isNaN)) return null
  return (
    symmetricInverse(correlation)
      ?.inverse.diagonal()
      .map((value) => 1 - 1 / value) ?? null
  )
}
