import { Matrix } from 'ml-matrix'
import { at } from '../numbers/at.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { sum } from '../numbers/sum.ts'
import { alphaOfCovariance } from '../scales/alpha-of-covariance.ts'
import { rowsOfMatrix } from '../scales/correlation.ts'
import { omegaOfStandardized } from '../scales/omega.ts'
import { minresOneFactor } from './minres-one-factor.ts'
import { polychoricCorrelation } from './polychoric-correlation.ts'
import { thresholdsOf } from './thresholds.ts'

/** Joint counts of each pair of items: `table(i, j)[a][b]` people gave the a-th category of item i and the b-th of item j. */
export type PairTables = { items: readonly string[]; n: number; table: (i: number, j: number) => readonly (readonly number[])[] }

export type OrdinalScale = {
  n: number
  /** By item; categories that nobody chose make no cut. */
  thresholds: number[][]
  /** Null where an item has one category only. */
  polychoric: (number | null)[][]
  meanCorrelation: number | null
  ordinalAlpha: number | null
  ordinalOmega: number | null
  loadings: number[] | null
}

/**
 * How reliable would the scale be, were its answers not cut into a few categories? Standardized alpha of the polychoric
 * correlations (Zumbo, Gadermann & Zeisser 2007, JMASM 6:21–29) and omega of their minres factor. Assumes a normal trait
 * behind each item; speaks of that trait's reliability, not of the score's. Equals psych::alpha and psych::fa on
 * psych::polychoric(correct = 0). Null where an item has one category only. Takes tables of joint counts, as
 * `pairTablesOfSummary` or `pairTablesOfRows` give them: listwise. Throws nothing.
 */
export function ordinalScale(tables: PairTables): OrdinalScale {
  const k = tables.items.length
  const polychoric = polychoricMatrix(tables)
  const loadings = minresOneFactor(polychoric)
  return {
    n: tables.n,
    thresholds: tables.items.map((_, i) => thresholdsOf(marginOf(tables, i).filter((count) => count > 0))),
    polychoric: rowsOfMatrix(polychoric),
    meanCorrelation: nullUnlessFinite((polychoric.sum() - k) / (k * (k - 1))),
    ordinalAlpha: nullUnlessFinite(alphaOfCovariance(polychoric)),
    ordinalOmega: loadings && nullUnlessFinite(omegaOfStandardized(loadings)),
    loadings,
  }
}

function polychoricMatrix(tables: PairTables): Matrix {
  const k = tables.items.length
  const result = Matrix.eye(k)
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const value = polychoricCorrelation(tables.table(i, j)) ?? Number.NaN
      result.set(i, j, value)
      result.set(j, i, value)
    }
  }
  return result
}

function marginOf(tables: PairTables, i: number): number[] {
  const other = i === 0 ? Math.min(1, tables.items.length - 1) : 0
  const table = tables.table(i, other)
  return i === other ? table.map((row, a) => at(row, a)) : table.map((row) => sum(row))
}
