import { qf } from 'lib-r-math.js'
import { at } from '../numbers/at.ts'
import { mapValues } from '../numbers/map-values.ts'
import { mean } from '../numbers/mean.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { sum } from '../numbers/sum.ts'
import type { AnswerRow } from '../scales/moments.ts'

/** Shrout and Fleiss' names: one rater of many (1), the same raters drawn from many (2), these raters only (3); k: their mean. */
export type IccForm = 'ICC1' | 'ICC2' | 'ICC3' | 'ICC1k' | 'ICC2k' | 'ICC3k'

export type Intraclass = {
  targets: number
  raters: number
  meanSquares: { between: number | null; within: number | null; raters: number | null; error: number | null }
  icc: Record<IccForm, number | null>
  lower: Record<IccForm, number | null>
  upper: Record<IccForm, number | null>
  f: { ICC1: number | null; ICC2: number | null; ICC3: number | null }
  /** Standard error of one rating, with and without the raters' differing strictness. */
  standardErrorAgreement: number | null
  standardErrorConsistency: number | null
}

/**
 * How much can ratings be relied on? Six intraclass correlations from the mean squares of targets × raters: 1 if every
 * target has its own raters, 2 if the same raters could be others (agreement), 3 if only these count (consistency); k for
 * their mean. Intervals by F, ICC2k stepped up from ICC2. Shrout & Fleiss 1979, Psych. Bull. 86:420–428; McGraw & Wong 1996.
 * Rows with a missing rating are left out. Equals psych::ICC(lmer = FALSE). Negative values stay; null below two targets or
 * raters, or without spread. Assumes normal errors of equal spread. Takes targets × raters. ICC1 = (MSB − MSW)/(MSB + (k −
 * 1)MSW), the others alike. Throws nothing.
 */
export function intraclass(ratings: readonly AnswerRow[], options: { confidence?: number } = {}): Intraclass {
  const rows = ratings.filter((row): row is number[] => row.every((value) => value !== null))
  const n = rows.length
  const k = ratings[0]?.length ?? 0
  const squares = meanSquaresOf(rows, n, k)
  const icc = formsOf(squares, n, k)
  const tail = (1 + (options.confidence ?? 0.95)) / 2
  const { lower, upper } = n > 1 && k > 1 ? intervals(squares, icc.ICC2, n, k, tail) : { lower: nothing(), upper: nothing() }
  return {
    targets: n,
    raters: k,
    meanSquares: cleaned(squares),
    icc: cleaned(icc),
    lower: cleaned(lower),
    upper: cleaned(upper),
    f: cleaned({ ICC1: squares.between / squares.within, ICC2: squares.between / squares.error, ICC3: squares.between / squares.error }),
    standardErrorAgreement: nullUnlessFinite(Math.sqrt(squares.within)),
    standardErrorConsistency: nullUnlessFinite(Math.sqrt(squares.error)),
  }
}

type Squares = { between: number; within: number; raters: number; error: number }

function meanSquaresOf(rows: readonly number[][], n: number, k: number): Squares {
  const all = mean(rows.flat())
  const rowMeans = rows.map(mean)
  const columnMeans = Array.from({ length: k }, (_, j) => mean(rows.map((row) => at(row, j))))
  const between = k * sum(rowMeans.map((value) => (value - all) ** 2))
  const raters = n * sum(columnMeans.map((value) => (value - all) ** 2))
  const error = sum(rows.flatMap((row, i) => row.map((value, j) => (value - at(rowMeans, i) - at(columnMeans, j) + all) ** 2)))
  return {
    between: between / (n - 1),
    within: (raters + error) / (n * (k - 1)),
    raters: raters / (k - 1),
    error: error / ((n - 1) * (k - 1)),
  }
}

function formsOf({ between: b, within: w, raters: j, error: e }: Squares, n: number, k: number): Record<IccForm, number> {
  return {
    ICC1: (b - w) / (b + (k - 1) * w),
    ICC2: (b - e) / (b + (k - 1) * e + (k * (j - e)) / n),
    ICC3: (b - e) / (b + (k - 1) * e),
    ICC1k: (b - w) / b,
    ICC2k: (b - e) / (b + (j - e) / n),
    ICC3k: (b - e) / b,
  }
}

type Bounds = { lower: Record<IccForm, number>; upper: Record<IccForm, number> }

function intervals(squares: Squares, icc2: number, n: number, k: number, tail: number): Bounds {
  const one = ratioBounds(squares.between / squares.within, n - 1, n * (k - 1), tail)
  const three = ratioBounds(squares.between / squares.error, n - 1, (n - 1) * (k - 1), tail)
  const two = agreementBounds(squares, icc2, n, k, tail)
  const single = (f: number) => (f - 1) / (f + k - 1)
  const stepped = (value: number) => (value * k) / (1 + value * (k - 1))
  const form = (f1: number, value2: number, f3: number) => ({
    ICC1: single(f1),
    ICC2: value2,
    ICC3: single(f3),
    ICC1k: 1 - 1 / f1,
    ICC2k: stepped(value2),
    ICC3k: 1 - 1 / f3,
  })
  return { lower: form(one.lower, two.lower, three.lower), upper: form(one.upper, two.upper, three.upper) }
}

function ratioBounds(f: number, df1: number, df2: number, tail: number) {
  return { lower: f / qf(tail, df1, df2), upper: f * qf(tail, df2, df1) }
}

/** Satterthwaite's degrees of freedom for a form with two error terms. */
function agreementBounds({ between: b, raters: j, error: e }: Squares, icc: number, n: number, k: number, tail: number) {
  const f = j / e
  const rest = n * (1 + (k - 1) * icc) - k * icc
  const df = ((k - 1) * (n - 1) * (k * icc * f + rest) ** 2) / ((n - 1) * k ** 2 * icc ** 2 * f ** 2 + rest ** 2)
  if (!(df > 0)) return { lower: Number.NaN, upper: Number.NaN }
  const [low, high] = [qf(tail, n - 1, df), qf(tail, df, n - 1)]
  const error = k * j + (k * n - k - n) * e
  return { lower: (n * (b - low * e)) / (low * error + n * b), upper: (n * (high * b - e)) / (error + n * high * b) }
}

function nothing(): Record<IccForm, number> {
  return { ICC1: Number.NaN, ICC2: Number.NaN, ICC3: Number.NaN, ICC1k: Number.NaN, ICC2k: Number.NaN, ICC3k: Number.NaN }
}

function cleaned<K extends string>(values: Record<K, number>): Record<K, number | null> {
  return mapValues(values, nullUnlessFinite)
}
