import { qnorm } from 'lib-r-math.js'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import type { Interval } from './cronbach-alpha.ts'

/**
 * Between which values does a correlation lie? tanh(artanh r ± z / √(n − 3)) (Fisher 1921). Assumes pairs that vary normally
 * together, each independent of the others. Takes the correlation and the number of pairs. Fewer than four pairs, or no
 * correlation: null. Equals cor.test(x, y)$conf.int. Throws nothing.
 */
export function fisherInterval(correlation: number | null, n: number, confidence = 0.95): Interval {
  if (correlation === null || n < 4) return { lower: null, upper: null }
  const reach = qnorm((1 + confidence) / 2) / Math.sqrt(n - 3)
  const end = (way: number) => nullUnlessFinite(Math.tanh(Math.atanh(correlation) + way * reach))
  return { lower: end(-1), upper: end(1) }
}
