import { at } from '../numbers/at.ts'
import { factorInPlace, forwardSolve, type SquareMatrix } from '../numbers/cholesky.ts'

export type Factor = { codes: Int32Array; size: number }

export type RemlPoint = { criterion: number; mean: number; residual: number }

/**
 * The REML criterion as a function of the relative standard deviations. The factor with the most levels has a diagonal block
 * and is eliminated first, so that only the others make a dense matrix. Takes values without gaps and the factors' levels. −2 ln
 * L restricted, profiled over the residual variance and the mean (Bates et al. 2015, J. Stat. Software 67(1)). Equals the devfun
 * of lme4::lmer(devFunOnly = TRUE).
 */
export function remlProblem(values: readonly number[], factors: readonly Factor[]): (theta: readonly number[]) => RemlPoint {
  const largest = factors.reduce((best, factor, f) => (factor.size > at(factors, best).size ? f : best), 0)
  const tables = crossTables(values, factors)
  return (theta) => evaluate(values, factors, tables, theta, largest)
}

/** For each factor and pair of factors the counts of scores, and the sums of the values. */
type Tables = { counts: Float64Array[]; sums: Float64Array[]; pairs: Map<string, [number, number, number][]> }

function crossTables(values: readonly number[], factors: readonly Factor[]): Tables {
  const counts = factors.map((factor) => new Float64Array(factor.size))
  const sums = factors.map((factor) => new Float64Array(factor.size))
  for (const [f, { codes }] of factors.entries()) {
    for (const [row, code] of codes.entries()) {
      add(at(counts, f), code, 1)
      add(at(sums, f), code, at(values, row))
    }
  }
  const pairs = new Map<string, [number, number, number][]>()
  for (let f = 0; f < factors.length; f += 1) {
    for (let g = 0; g < factors.length; g += 1) if (f !== g) pairs.set(`${f},${g}`, jointCounts(at(factors, f), at(factors, g)))
  }
  return { counts, sums, pairs }
}

/** [level of one, level of the other, scores], cells that occur only, by the first. */
function jointCounts(one: Factor, other: Factor): [number, number, number][] {
  const cells = new Map<number, number>()
  for (const [row, code] of one.codes.entries()) {
    const cell = code * other.size + at(other.codes, row)
    cells.set(cell, (cells.get(cell) ?? 0) + 1)
  }
  return [...cells].toSorted(([a], [b]) => a - b).map(([cell, count]) => [Math.floor(cell / other.size), cell % other.size, count])
}

function evaluate(
  values: readonly number[],
  factors: readonly Factor[],
  tables: Tables,
  theta: readonly number[],
  largest: number,
): RemlPoint {
  const n = values.length
  const others = factors.map((_, f) => f).filter((f) => f !== largest)
  const starts = startsOf(factors, others)
  const dense = denseBlock(tables, factors, others, starts, theta)
  const diagonal = at(tables.counts, largest).map((count) => 1 + at(theta, largest) ** 2 * count)
  const links = linksOf(tables, others, starts, theta, largest)
  // Right sides: the values and the column of ones, both seen through the factors.
  const sides = [at(tables.sums, largest), at(tables.counts, largest)].map((column) => column.map((value) => value * at(theta, largest)))
  const denseSides = [tables.sums, tables.counts].map((columns) => sideOf(columns, others, starts, theta))
  for (const [level, own] of links.entries())
    eliminate(
      dense,
      denseSides,
      own,
      at(diagonal, level),
      sides.map((side) => at(side, level)),
    )
  const total = values.reduce((sum, value) => sum + value, 0)
  const squares = values.reduce((sum, value) => sum + value * value, 0)
  const products = { yy: squares, y1: total, one: n }
  for (const [level, d] of diagonal.entries()) {
    const [y, one] = [at(at(sides, 0), level), at(at(sides, 1), level)]
    subtract(products, (y * y) / d, (y * one) / d, (one * one) / d)
  }
  return finish(dense, denseSides, diagonal, products, n)
}

type Products = { yy: number; y1: number; one: number }

function finish(dense: SquareMatrix, sides: readonly Float64Array[], diagonal: Float64Array, products: Products, n: number): RemlPoint {
  let logDeterminant = factorInPlace(dense)
  for (const value of diagonal) logDeterminant += Math.log(value)
  const [y, one] = sides.map((side) => forwardSolve(dense, side))
  if (y && one) subtract(products, dot(y, y), dot(one, y), dot(one, one))
  const mean = products.y1 / products.one
  const residual = (products.yy - mean * products.y1) / (n - 1)
  const criterion = logDeterminant + Math.log(products.one) + (n - 1) * (1 + Math.log(2 * Math.PI * residual))
  return { criterion, mean, residual }
}

function subtract(products: Products, yy: number, y1: number, one: number): void {
  products.yy -= yy
  products.y1 -= y1
  products.one -= one
}

function startsOf(factors: readonly Factor[], others: readonly number[]): Map<number, number> {
  let next = 0
  return new Map(
    others.map((f) => {
      const start = next
      next += at(factors, f).size
      return [f, start]
    }),
  )
}

function denseBlock(
  tables: Tables,
  factors: readonly Factor[],
  others: readonly number[],
  starts: Map<number, number>,
  theta: readonly number[],
): SquareMatrix {
  const size = others.reduce((total, f) => total + at(factors, f).size, 0)
  const values = new Float64Array(size * size)
  for (const f of others) {
    const start = starts.get(f) ?? 0
    for (const [level, count] of at(tables.counts, f).entries()) {
      values[(start + level) * (size + 1)] = 1 + at(theta, f) ** 2 * count
    }
    for (const g of others) {
      if (g === f) continue
      const other = starts.get(g) ?? 0
      for (const [a, b, count] of tables.pairs.get(`${f},${g}`) ?? [])
        values[(start + a) * size + other + b] = at(theta, f) * at(theta, g) * count
    }
  }
  return { size, values }
}

/** For each level of the eliminated factor its entries in the dense part. */
function linksOf(
  tables: Tables,
  others: readonly number[],
  starts: Map<number, number>,
  theta: readonly number[],
  largest: number,
): [number, number][][] {
  const links = Array.from(at(tables.counts, largest), (): [number, number][] => [])
  for (const g of others) {
    const start = starts.get(g) ?? 0
    for (const [level, b, count] of tables.pairs.get(`${largest},${g}`) ?? []) {
      at(links, level).push([start + b, at(theta, largest) * at(theta, g) * count])
    }
  }
  return links
}

function sideOf(
  columns: readonly Float64Array[],
  others: readonly number[],
  starts: Map<number, number>,
  theta: readonly number[],
): Float64Array {
  const size = others.reduce((total, f) => total + at(columns, f).length, 0)
  const side = new Float64Array(size)
  for (const f of others) {
    const start = starts.get(f) ?? 0
    for (const [level, value] of at(columns, f).entries()) side[start + level] = at(theta, f) * value
  }
  return side
}

function eliminate(
  dense: SquareMatrix,
  sides: readonly Float64Array[],
  own: readonly [number, number][],
  diagonal: number,
  values: readonly number[],
): void {
  for (const [a, x] of own) {
    // The lower triangle is all that the factor reads.
    for (const [b, y] of own) if (b <= a) add(dense.values, a * dense.size + b, (-x * y) / diagonal)
    for (const [s, side] of sides.entries()) add(side, a, (-x * at(values, s)) / diagonal)
  }
}

function add(target: Float64Array, index: number, value: number): void {
  target[index] = (target[index] ?? 0) + value
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let i = 0; i < a.length; i += 1) total += (a[i] ?? 0) * (b[i] ?? 0)
  return total
}
