import type { Known, ScaleView } from './counts.ts'
import { squaresOf } from './figures-as-rows.ts'

type School = { n: number; sum: number }

/**
 * What three hidden schools can be: their numbers of people and the sums of their answers that give the very ICC(1) that is
 * shown, from what is known of all and of the others. Says each possibility once, whichever school is which.
 */
export function hiddenBy(known: Known, view: ScaleView, mostPeople: number): string[] {
  const said = view.places.flatMap((one): School[] =>
    one.suppressed || one.mean === null ? [] : [{ n: one.n, sum: sumOf(known, one.n, one.mean) }],
  )
  const all = { n: view.n ?? 0, sum: sumOf(known, view.n ?? 0, view.mean ?? 0) }
  const rest = said.reduce((left, one) => ({ n: left.n - one.n, sum: left.sum - one.sum }), all)
  // Counted from 1, as a mean is, and not from 0.
  const squares = (squaresOf(known, view) ?? 0) + 2 * known.items * all.sum - all.n * known.items ** 2
  const found = new Set<string>()
  for (const three of threes(known, rest, mostPeople)) {
    if (Math.abs(icc1([...said, ...three], all, squares) - (view.schools?.icc1 ?? 0)) > 1e-9) continue
    found.add(
      three
        .map(({ n, sum }) => `${n} with ${sum}`)
        .toSorted()
        .join(', '),
    )
  }
  return [...found]
}

function* threes({ items, categories }: Known, rest: School, most: number): Generator<[School, School, School]> {
  const isPossible = ({ n, sum }: School) => n >= 1 && n <= most && sum >= n * items && sum <= n * items * categories
  for (let n = 1; n <= most; n++)
    for (let m = n; m <= most; m++)
      for (let sum = n * items; sum <= n * items * categories; sum++)
        for (let other = m * items; other <= m * items * categories; other++) {
          const last = { n: rest.n - n - m, sum: rest.sum - sum - other }
          if (isPossible(last)) yield [{ n, sum }, { n: m, sum: other }, last]
        }
}

/** Shrout and Fleiss's first form for groups of differing size, with the mean size: as the report works it out. */
function icc1(schools: readonly School[], all: School, squares: number): number {
  const within = schools.reduce((sum, one) => sum + one.sum ** 2 / one.n, 0)
  const between = (within - all.sum ** 2 / all.n) / (schools.length - 1)
  const error = (squares - within) / (all.n - schools.length)
  return (between - error) / (between + (all.n / schools.length - 1) * error)
}

function sumOf({ items }: Known, n: number, mean: number): number {
  return Math.round(n * mean * items)
}
