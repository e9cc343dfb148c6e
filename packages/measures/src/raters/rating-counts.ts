import { at } from '../numbers/at.ts'

/** A rating as it was given; null where there is none. */
export type Rating = string | number | null

/** Categories in order (numbers by size, text by code unit) and how many raters put each unit into each. */
export type RatingCounts = { categories: (string | number)[]; units: number[][] }

/**
 * How many raters put each unit into each category? What the agreement coefficients count from. Takes units × raters, null where
 * one is missing. Equals table() by row. Throws nothing.
 */
export function ratingCounts(rows: readonly (readonly Rating[])[]): RatingCounts {
  const categories = [...new Set(rows.flat().filter((rating) => rating !== null))].toSorted(inOrder)
  const places = new Map(categories.map((category, place) => [category, place]))
  const units = rows.map((row) => {
    const counts = categories.map(() => 0)
    for (const rating of row) {
      const place = rating === null ? undefined : places.get(rating)
      if (place !== undefined) counts[place] = at(counts, place) + 1
    }
    return counts
  })
  return { categories, units }
}

function inOrder(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : 1
}
