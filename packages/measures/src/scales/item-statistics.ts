import { Matrix, MatrixSelectionView } from 'ml-matrix'
import { at } from '../numbers/at.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { alphaOfCovariance } from './alpha-of-covariance.ts'
import { correlationOf } from './correlation.ts'
import type { Moments } from './moments.ts'
import { squaredMultipleCorrelations } from './squared-multiple-correlations.ts'

export type ItemStatistics = {
  item: string
  n: number
  mean: number | null
  sd: number | null
  correlationWithTotal: number | null
  /** With the total of the other items: the figure to judge an item by. */
  correlationWithRest: number | null
  /** Of two items: their correlation. */
  alphaIfDeleted: number | null
  squaredMultipleCorrelation: number | null
  skewness: number | null
  kurtosis: number | null
}

/**
 * Which item carries the scale, and which harms it? Correlation with the rest, alpha without the item, squared multiple
 * correlation; skewness m₃/s³ and kurtosis m₄/s⁴ − 3 with s of denominator n − 1 (type 3). Nunnally & Bernstein 1994.
 * Equals psych::alpha()$item.stats (raw.r, r.drop) and $alpha.drop, psych::smc, psych::skew(type = 3). Listwise.
 * Null where undefined: an item that does not vary. One item has no alpha: for a scale of two, psych puts their correlation
 * in its place, and so does this. Assumes equal steps between answers. Takes what `momentsOfRows` or `momentsOfSummary` give.
 * Throws nothing.
 */
export function itemStatistics(moments: Moments): ItemStatistics[] {
  const correlation = correlationOf(moments.covariance)
  const smc = squaredMultipleCorrelations(correlation)
  const interItem = moments.items.length === 2 ? correlation.get(0, 1) : Number.NaN
  return moments.items.map((item, i) => ({
    item,
    n: moments.n,
    mean: moments.n > 0 ? at(moments.means, i) : null,
    ...correlations(moments.covariance, i),
    alphaIfDeleted: nullUnlessFinite(moments.items.length === 2 ? interItem : alphaWithout(moments.covariance, i)),
    squaredMultipleCorrelation: smc && at(smc, i),
    ...shapeOf(moments, i),
  }))
}

function correlations(covariance: Matrix, i: number) {
  const variance = covariance.get(i, i)
  const withTotal = covariance.getRowVector(i).sum()
  const total = covariance.sum()
  const rest = total - 2 * withTotal + variance
  return {
    sd: nullUnlessFinite(Math.sqrt(variance)),
    correlationWithTotal: nullUnlessFinite(withTotal / Math.sqrt(variance * total)),
    correlationWithRest: nullUnlessFinite((withTotal - variance) / Math.sqrt(variance * rest)),
  }
}

function alphaWithout(covariance: Matrix, item: number): number {
  const others = Array.from({ length: covariance.rows }, (_, i) => i).filter((i) => i !== item)
  return others.length < 2 ? Number.NaN : alphaOfCovariance(new Matrix(new MatrixSelectionView(covariance, others, others)))
}

function shapeOf(moments: Moments, i: number) {
  const variance = moments.covariance.get(i, i)
  return {
    skewness: nullUnlessFinite(at(moments.third, i) / variance ** 1.5),
    kurtosis: nullUnlessFinite(at(moments.fourth, i) / variance ** 2 - 3),
  }
}
