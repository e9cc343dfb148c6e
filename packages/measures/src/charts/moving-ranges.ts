import { at } from '../numbers/at.ts'

/**
 * Distance of each point from the one before; null where either is missing. One entry fewer than the series. The spread that an
 * XmR chart is made of (Shewhart 1931): |xᵢ − xᵢ₋₁|. Equals abs(diff(x)). Throws nothing.
 */
export function movingRanges(values: readonly (number | null)[]): (number | null)[] {
  return values.slice(1).map((value, index) => {
    const before = at(values, index)
    return value === null || before === null ? null : Math.abs(value - before)
  })
}
