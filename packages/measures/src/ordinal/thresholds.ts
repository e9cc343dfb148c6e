import { qnorm } from 'lib-r-math.js'
import { sum } from '../numbers/sum.ts'

/**
 * Where a standard normal is cut so that its parts are as large as the counts; one cut fewer than counts. Φ⁻¹ of the cumulated
 * shares (Olsson 1979). Takes counts by category. Equals qnorm(cumsum(n)/sum(n)).
 */
export function thresholdsOf(counts: readonly number[]): number[] {
  const total = sum(counts)
  let below = 0
  return counts.slice(0, -1).map((count) => {
    below += count
    return qnorm(below / total)
  })
}
