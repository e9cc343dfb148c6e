import { dchisq, dpois, pchisq } from 'lib-r-math.js'

const negligible = 1e-17

/**
 * How much of a noncentral chi-square distribution lies below a value: central ones, weighted by Poisson chances, from the
 * likeliest outward (Benton & Krishnamoorthy 2003, Computational Statistics & Data Analysis 43:249–267). Equals R's
 * pchisq(x, df, ncp). The port of R that the other distributions come from starts this sum among numbers too small to keep their
 * digits, and is wrong in the first digit already where value and shift are above some 1500.
 */
export function noncentralChiSquare(x: number, df: number, shift: number): number {
  if (!(shift > 0)) return pchisq(x, df)
  const start = Math.floor(shift / 2)
  const below = pchisq(x, df + 2 * start)
  const weight = dpois(start, shift / 2)
  // Half the density two degrees on is what one more degree pair takes away.
  const step = 2 * dchisq(x, df + 2 * start + 2)
  return weight * below + upwards({ x, df, shift, start, weight, below, step }) + downwards({ x, df, shift, start, weight, below, step })
}

type Term = { x: number; df: number; shift: number; start: number; weight: number; below: number; step: number }

function upwards({ x, df, shift, start, ...first }: Term): number {
  let { weight, below, step } = first
  let total = 0
  for (let i = start + 1; weight > negligible && below > 0; i += 1) {
    weight *= shift / 2 / i
    below -= step
    step *= x / (df + 2 * i)
    total += weight * Math.max(0, below)
  }
  return total
}

function downwards({ x, df, shift, start, ...first }: Term): number {
  let { weight, below, step } = first
  let total = 0
  for (let i = start; i > 0 && weight > negligible; i -= 1) {
    step *= (df + 2 * i) / x
    below += step
    weight *= i / (shift / 2)
    total += weight * Math.min(1, below)
  }
  return total
}
