/** Smallest count whose cumulative probability among `trials` fair coins reaches `probability`; R's qbinom(p, n, 0.5). */
export function binomialLowerQuantile(probability: number, trials: number): number {
  // In logarithms, since 2^-trials is no number any more from 1075 trials on.
  let logTerm = trials * Math.log(0.5)
  let cumulative = Math.exp(logTerm)
  let count = 0
  while (cumulative < probability && count < trials) {
    count += 1
    logTerm += Math.log((trials - count + 1) / count)
    cumulative += Math.exp(logTerm)
  }
  return count
}
