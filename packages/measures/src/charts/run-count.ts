/**
 * How likely are so few, or so many, runs if the order were chance? Exact distribution of the number of runs among
 * `above` and `below` observations (Wald & Wolfowitz 1940, Annals of Mathematical Statistics 11:147–162); null
 * where one side is empty and runs say nothing.
 */
export function runCountProbabilities(runs: number, above: number, below: number) {
  if (above === 0 || below === 0) return { probabilityOfSoFewRuns: null, probabilityOfSoManyRuns: null }
  let fewer = 0
  let more = 0
  for (let count = 2; count <= above + below; count += 1) {
    const chance = chanceOfRuns(count, above, below)
    if (count <= runs) fewer += chance
    if (count >= runs) more += chance
  }
  return { probabilityOfSoFewRuns: Math.min(1, fewer), probabilityOfSoManyRuns: Math.min(1, more) }
}

function chanceOfRuns(runs: number, above: number, below: number): number {
  const all = logChoose(above + below, above)
  const half = Math.floor(runs / 2)
  const ways = (a: number, b: number) => Math.exp(logChoose(above - 1, a - 1) + logChoose(below - 1, b - 1) - all)
  return runs % 2 === 0 ? 2 * ways(half, half) : ways(half, half + 1) + ways(half + 1, half)
}

function logChoose(n: number, k: number): number {
  if (k < 0 || k > n) return -Infinity
  let total = 0
  for (let i = 1; i <= Math.min(k, n - k); i += 1) total += Math.log((n - i + 1) / i)
  return total
}
