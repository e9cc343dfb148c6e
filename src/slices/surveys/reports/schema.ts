import type { Scale } from '../schema.ts'

/** What the close left of a scale at a place. */
export type Summary = {
  scaleKey: string
  n: number
  counts: number[][]
  moments: { n: number; mean: number | null; sumOfSquares: number | null }
  whole: Buffer | null
}

/** Shares of answers under the middle of the scale, on it where it has one, and over it; in tenths. */
export type Shares = { low: number; middle: number | undefined; high: number }

export type Reliability = { alpha: number; lower: number; upper: number }

/** What can be said of a scale: nothing, or the mean, and the rest where there are enough people for it. */
export type ScaleReading = {
  scale: Scale
  n: number
  said: { mean: number; lower: number; upper: number; shares: Shares | undefined; reliability: Reliability | undefined } | undefined
}
