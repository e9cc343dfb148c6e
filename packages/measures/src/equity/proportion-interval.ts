import { qnorm } from 'lib-r-math.js'

/**
 * Wilson's score interval of a share (1927); sensible at 0 and 1. Equals prop.test(correct = FALSE). Between which values does a
 * share lie? (p + z²/2n ± z √(p(1−p)/n + z²/4n²))/(1 + z²/n). Assumes independent people. Takes successes out of n; nobody:
 * null. Wilson 1927, J. Am. Stat. Assoc. 22:209–212.
 */
export function wilsonInterval(successes: number, n: number, confidence = 0.95): { lower: number | null; upper: number | null } {
  if (!(n > 0)) return { lower: null, upper: null }
  const z = qnorm((1 + confidence) / 2)
  const p = successes / n
  const middle = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))
  return { lower: Math.max(0, middle - half), upper: Math.min(1, middle + half) }
}
