import { qnorm } from 'lib-r-math.js'

/** How many standard errors an interval reaches to either side; at 95 % the 1.96 of print, which most programs use. */
export function normalReach(confidence: number): number {
  return confidence === 0.95 ? 1.96 : qnorm((1 + confidence) / 2)
}
