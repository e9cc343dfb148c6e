import { pchisq } from 'lib-r-math.js'

/** The shift at which a noncentral chi-square lies below the observed value with the given probability; 0 if none does. */
export function noncentrality(chiSquare: number, df: number, probability: number): number {
  const below = (shift: number) => pchisq(chiSquare, df, shift)
  if (below(0) <= probability) return 0
  let high = Math.max(1, chiSquare)
  while (below(high) > probability) high *= 2
  let low = 0
  while (high - low > 1e-9 * Math.max(1, high)) {
    const middle = (low + high) / 2
    if (below(middle) > probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}
