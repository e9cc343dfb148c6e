import { oneWay } from '@groundwork/measures/groups/one-way.ts'
import { meanCorrelation } from '@groundwork/measures/groups/mean-correlation.ts'
import { type Known, plus, type ScaleView } from './counts.ts'
import { squaresOf } from './figures-as-rows.ts'

type Sums = { n: number; sum: number; squares: number }

/** What a mean and its interval tell of the scores of all who have one, each the sum of its answers, the lowest counting 0. */
export function sumsTold(known: Known, view: ScaleView): Sums {
  const [n, mean] = [view.n ?? 0, view.mean ?? 0]
  return { n, sum: Math.round(n * (mean - 1) * known.items), squares: squaresOf(known, view) ?? Number.NaN }
}

/** The sum of the products of both scores, which is all that a correlation brings to what is told of each. */
export function productBehind(correlation: number, one: Sums, other: Sums): number {
  return correlation * Math.sqrt(spread(one) * spread(other)) + (one.sum * other.sum) / one.n
}

/** Which scores the one person can have who left out the other part: those with which some sum of products gives what is told. */
export function skippedScores(
  known: Known,
  [one, other]: readonly [Sums, Sums],
  told: { correlation: number; step: number | null },
): number[] {
  const all = Array.from({ length: known.items * (known.categories - 1) + 1 }, (_, score) => score)
  return all.filter((score) => {
    const rest = { n: one.n - 1, sum: one.sum - score, squares: one.squares - score ** 2 }
    const ends = [-1, 1].map((way) => productBehind(told.correlation + (way * (told.step ?? 0)) / 2, rest, other))
    return Math.floor(Math.max(...ends) + 1e-7) >= Math.ceil(Math.min(...ends) - 1e-7)
  })
}

function spread({ n, sum, squares }: Sums): number {
  return squares - sum ** 2 / n
}

/**
 * A correlation as rows of the linear program over the first part's counts, with the scores in the other part given away:
 * people by both scores, whose products add up to what it tells.
 */
export function rowsOfProduct(known: Known, index: number, others: readonly number[], product: number): string[] {
  const scores = Array.from({ length: known.items * (known.categories - 1) + 1 }, (_, score) => score)
  const by = (score: number, other: number) => `w${index}_${score}_${other}`
  const products = scores.flatMap((score) =>
    scores.filter((other) => score * other > 0).map((other) => `${score * other} ${by(score, other)}`),
  )
  return [
    ...scores.map((score) => `${plus(scores.map((other) => by(score, other)))} - y${index}_${score} = 0`),
    ...scores.map((other) => `${plus(scores.map((score) => by(score, other)))} = ${others.filter((one) => one === other).length}`),
    `${products.join(' + ')} = ${product}`,
  ]
}

/** Of each school the sum of all answers. */
type SchoolSums = readonly number[]

/**
 * All that the sums of the last three schools can be, when these are hidden: how many people they have is given, and of all
 * schools the sum, the squares and ICC(1) to two places.
 */
export function hiddenSums(schools: readonly (readonly (readonly number[])[])[]): SchoolSums[] {
  const scores = schools.map((people) => people.map((one) => one.reduce((sum, value) => sum + value, 0)))
  const sums = scores.map((own) => own.reduce((sum, one) => sum + one, 0))
  const squares = scores.flat().reduce((sum, one) => sum + one ** 2, 0)
  const people = schools.map((own) => own.length)
  const items = schools[0]?.[0]?.length ?? 0
  const first = schools.length - 3
  const range = (at: number) => Array.from({ length: 4 * items * (people[at] ?? 0) + 1 }, (_, more) => items * (people[at] ?? 0) + more)
  const hidden = sums.slice(first).reduce((sum, one) => sum + one, 0)
  const all = range(first).flatMap((one) => range(first + 1).map((other) => [...sums.slice(0, first), one, other, hidden - one - other]))
  const told = icc1(sums, people, squares)
  return all.filter((one) => range(first + 2).includes(one.at(-1) ?? 0) && icc1(one, people, squares) === told)
}

function icc1(sums: SchoolSums, people: readonly number[], squares: number): string | undefined {
  const between = sums.reduce((all, sum, at) => all + sum ** 2 / (people[at] ?? 0), 0)
  const groups = sums.map((sum, at) => {
    const n = people[at] ?? 0
    // How squares lie within schools makes no difference: they are added up.
    return { group: String(at), n, mean: sum / n, sumOfSquares: at === 0 ? squares - between : 0 }
  })
  return oneWay(groups).icc1?.toFixed(2)
}

/**
 * Of each part how many possibilities remain when the correlations of all means are told to so many places: those that fit
 * some possibility of every other part.
 */
export function remaining(
  possible: readonly SchoolSums[][],
  people: readonly number[],
  truth: readonly SchoolSums[],
  places: number,
): number[] {
  const told = (one: SchoolSums, other: SchoolSums) => {
    const means = people.map((n, at) => ({ one: (one[at] ?? 0) / n, other: (other[at] ?? 0) / n }))
    return meanCorrelation(means).correlation?.toFixed(places)
  }
  const pairs = truth.map((one) => truth.map((other) => told(one, other)))
  let left = possible
  for (;;) {
    const before = left.map((own) => own.length)
    left = left.map((own, i) =>
      own.filter((one) => left.every((others, j) => i === j || others.some((other) => told(one, other) === pairs[i]?.[j]))),
    )
    if (left.every((own, i) => own.length === before[i])) return before
  }
}
