import { at } from './at.ts'

/** Middle value, or the mean of the two middle ones; NaN of nothing. Equals R's `median`. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN
  const sorted = values.toSorted((a, b) => a - b)
  const upper = Math.floor(sorted.length / 2)
  if (sorted.length % 2 === 1) return at(sorted, upper)
  return (at(sorted, upper - 1) + at(sorted, upper)) / 2
}
