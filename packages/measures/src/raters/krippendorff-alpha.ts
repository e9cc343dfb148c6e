import { at } from '../numbers/at.ts'
import { nullUnlessFinite } from '../numbers/null-unless-finite.ts'
import { sum } from '../numbers/sum.ts'
import { ratingCounts, type Rating } from './rating-counts.ts'

/** How the distance of two values is measured. */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio'

export type KrippendorffAlpha = { alpha: number | null; pairableValues: number; unitsUsed: number }

/**
 * How reliable are codings, with any number of coders, gaps, and any level of measurement? 1 − Dₒ/Dₑ from the coincidences
 * of values within units (Krippendorff 2011, https://repository.upenn.edu/asc_papers/43). Takes units × coders; units with
 * one value do not count. Equals irr::kripp.alpha. Null where all values are the same. RangeError: a metric other than nominal
 * for values that are not numbers, `ordinal` excepted (text is then ordered by code unit). Assumes that coders can be put in
 * each other's place.
 */
export function krippendorffAlpha(rows: readonly (readonly Rating[])[], metric: Metric = 'nominal'): KrippendorffAlpha {
  const { categories, units } = ratingCounts(rows)
  const pairable = units.filter((unit) => sum(unit) >= 2)
  const coincidences = coincidencesOf(pairable, categories.length)
  const margins = coincidences.map((row) => sum(row))
  const n = sum(margins)
  const distance = distanceOf(metric, categories, margins)
  const over = (term: (a: number, b: number) => number) =>
    sum(margins.flatMap((_, a) => margins.map((_, b) => term(a, b) * distance(a, b))))
  const observed = over((a, b) => at(at(coincidences, a), b))
  const expected = over((a, b) => at(margins, a) * at(margins, b)) / (n - 1)
  return { alpha: nullUnlessFinite(1 - observed / expected), pairableValues: Math.round(n), unitsUsed: pairable.length }
}

function coincidencesOf(units: readonly number[][], size: number): number[][] {
  const table = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  for (const unit of units) {
    const others = sum(unit) - 1
    for (const [a, count] of unit.entries()) {
      const row = at(table, a)
      for (const [b, other] of unit.entries()) row[b] = at(row, b) + (count * (a === b ? other - 1 : other)) / others
    }
  }
  return table
}

function distanceOf(
  metric: Metric,
  categories: readonly (string | number)[],
  margins: readonly number[],
): (a: number, b: number) => number {
  if (metric === 'nominal') return (a, b) => (a === b ? 0 : 1)
  if (metric === 'ordinal') return (a, b) => ordinalDistance(margins, Math.min(a, b), Math.max(a, b))
  const values = categories.map((category) => {
    if (typeof category === 'number') return category
    throw new RangeError(`the ${metric} metric needs numbers, not "${category}"`)
  })
  if (metric === 'interval') return (a, b) => (at(values, a) - at(values, b)) ** 2
  return (a, b) => (a === b ? 0 : ((at(values, a) - at(values, b)) / (at(values, a) + at(values, b))) ** 2)
}

/** How many values lie from the one to the other, both ends counted by half. */
function ordinalDistance(margins: readonly number[], a: number, b: number): number {
  return a === b ? 0 : (sum(margins.slice(a, b + 1)) - (at(margins, a) + at(margins, b)) / 2) ** 2
}
