import { Matrix } from 'ml-matrix'
import { at } from '../numbers/at.ts'
import { leaveOneOut, product, type Polynomial } from './symmetric-functions.ts'

/** One free cumulative parameter: category `score` of an item. */
export type Cell = { item: number; score: number }

/** The sufficient statistics: people by raw score, and how many gave each cell's category. */
export type ConditionalData = { cells: readonly Cell[]; counts: readonly number[]; people: readonly number[]; sizes: readonly number[] }

export type Likelihood = { value: number; gradient: number[]; information: Matrix }

/**
 * −Σ n β − Σ nᵣ ln γᵣ, the likelihood of the answers given each person's raw score (Rasch 1960; Andersen 1973). Takes what
 * `conditionalLikelihood` does; lower is likelier. As within eRm's fitcml.
 */
export function conditionalValue(data: ConditionalData, parameters: readonly number[]): number {
  const whole = factorsOf(data, parameters).reduce(product)
  const own = parameters.reduce((total, beta, c) => total - beta * at(data.counts, c), 0)
  return data.people.reduce((total, n, score) => (n === 0 ? total : total - n * Math.log(at(whole, score))), own)
}

/**
 * The likelihood with its derivatives by the cumulative parameters. Takes counts by pattern and the parameters in their order
 * (Andersen 1973). As the gradient and Hessian within eRm's fitcml.
 */
export function conditionalLikelihood(data: ConditionalData, parameters: readonly number[]): Likelihood {
  const factors = factorsOf(data, parameters)
  const without = leaveOneOut(factors)
  const whole = product(at(without, 0), at(factors, 0))
  const shares = data.cells.map(({ item, score }) => share(data, whole, at(without, item), at(at(factors, item), score), score))
  const expected = shares.map((line) => line.reduce((total, p, r) => total + p * at(data.people, r), 0))
  return {
    value: conditionalValue(data, parameters),
    gradient: expected.map((value, c) => value - at(data.counts, c)),
    information: informationOf(data, factors, whole, shares),
  }
}

function factorsOf(data: ConditionalData, parameters: readonly number[]): Polynomial[] {
  const factors = data.sizes.map((size) => {
    const factor = new Float64Array(size)
    factor[0] = 1
    return factor
  })
  for (const [c, { item, score }] of data.cells.entries()) at(factors, item)[score] = Math.exp(-at(parameters, c))
  return factors
}

/** Share of the people of each raw score who give a category, `shift` points of the score being theirs already. */
function share(data: ConditionalData, whole: Polynomial, rest: Polynomial, weight: number, shift: number): Float64Array {
  const result = new Float64Array(data.people.length)
  for (let r = shift; r - shift < rest.length && r < result.length; r += 1) {
    if ((data.people[r] ?? 0) > 0) result[r] = (weight * (rest[r - shift] ?? 0)) / (whole[r] ?? 1)
  }
  return result
}

function informationOf(data: ConditionalData, factors: readonly Polynomial[], whole: Polynomial, shares: readonly Float64Array[]): Matrix {
  const information = Matrix.zeros(data.cells.length, data.cells.length)
  for (let i = 0; i < factors.length; i += 1) {
    const others = factors.filter((_, index) => index !== i)
    const pairs = leaveOneOut(others)
    for (const [a, first] of data.cells.entries()) {
      if (first.item !== i) continue
      for (const [b, second] of data.cells.entries()) {
        if (second.item > i) continue
        const both = second.item === i ? undefined : at(pairs, second.item)
        const joint = jointOf(data, factors, whole, first, second, both)
        const own = a === b ? at(shares, a) : joint
        const value = covariance(data.people, own, at(shares, a), at(shares, b))
        information.set(a, b, value)
        information.set(b, a, value)
      }
    }
  }
  return information
}

/** Nobody gives two categories of one item; two items share the rest of the score. */
function jointOf(data: ConditionalData, factors: readonly Polynomial[], whole: Polynomial, a: Cell, b: Cell, rest: Polynomial | undefined) {
  if (!rest) return undefined
  const weight = at(at(factors, a.item), a.score) * at(at(factors, b.item), b.score)
  return share(data, whole, rest, weight, a.score + b.score)
}

function covariance(people: readonly number[], joint: Float64Array | undefined, a: Float64Array, b: Float64Array): number {
  let total = 0
  for (const [r, n] of people.entries()) {
    if (n > 0) total += n * ((joint?.[r] ?? 0) - (a[r] ?? 0) * (b[r] ?? 0))
  }
  return total
}
