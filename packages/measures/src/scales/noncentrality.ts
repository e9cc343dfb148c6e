import { noncentralChiSquare } from '../numbers/noncentral-chi-square.ts'

const mostSteps = 100

/**
 * The shift at which a noncentral chi-square lies below the observed value with the given probability; 0 if none does.
 * False position with halved ends (the Illinois method): each value costs a sum of some hundred terms, and bisection asks for
 * forty. Pr(χ²(df, λ) < x) = p, solved for λ; for the interval of RMSEA (Steiger 1990). Takes x ≥ 0, df > 0 and 0 < p < 1.
 * Equals uniroot() on pchisq(ncp = λ).
 */
export function noncentrality(chiSquare: number, df: number, probability: number): number {
  const excess = (shift: number) => noncentralChiSquare(chiSquare, df, shift) - probability
  let low = { shift: 0, excess: excess(0) }
  if (low.excess <= 0) return 0
  let high = { shift: Math.max(1, chiSquare), excess: 0 }
  high.excess = excess(high.shift)
  while (high.excess > 0) {
    high.shift *= 2
    high.excess = excess(high.shift)
  }
  let kept = 0
  for (let step = 0; step < mostSteps && high.shift - low.shift > 1e-9 * Math.max(1, high.shift); step += 1) {
    const shift = (low.shift * high.excess - high.shift * low.excess) / (high.excess - low.excess)
    const here = { shift, excess: excess(shift) }
    if (here.excess === 0) return shift
    if (here.excess > 0) {
      if (kept > 0) high = { ...high, excess: high.excess / 2 }
      low = here
      kept = 1
    } else {
      if (kept < 0) low = { ...low, excess: low.excess / 2 }
      high = here
      kept = -1
    }
  }
  return (low.shift + high.shift) / 2
}
