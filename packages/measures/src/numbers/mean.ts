import { sum } from './sum.ts'

/** Arithmetic mean, NaN of nothing. The second pass keeps the mean of equal values equal to them (as R's `mean` does). */
export function mean(values: readonly number[]): number {
  const first = sum(values) / values.length
  return first + sum(values.map((value) => value - first)) / values.length
}
