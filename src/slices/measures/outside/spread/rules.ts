import type { Scale, Spread, Standing } from './schema.ts'

const BINS = 40

// Fewer schools than this have no quarters.
const FEWEST_FOR_QUARTERS = 4

const TALLEST = 12

/** How values lie on a scale. Quartiles as R's default (type 7): linear between the two nearest values. */
export function spreadOf(values: readonly number[], scale: Scale): Spread {
  // Sorted as numbers, a file of a hundred thousand schools costs milliseconds.
  const sorted = Float64Array.from(values).sort()
  return {
    schools: sorted.length,
    lowest: sorted[0] ?? null,
    lowerQuartile: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upperQuartile: quantile(sorted, 0.75),
    highest: sorted.at(-1) ?? null,
    bins: binsOf(sorted, scale),
  }
}

/** The quarter in which a value lies; undefined where there are too few schools to have quarters. */
export function standingOf(value: number | null, spread: Spread): Standing | undefined {
  const { lowerQuartile, upperQuartile, schools } = spread
  if (value === null || lowerQuartile === null || upperQuartile === null || schools < FEWEST_FOR_QUARTERS) return undefined
  if (value < lowerQuartile) return 'lowest_quarter'
  return value > upperQuartile ? 'highest_quarter' : 'middle_half'
}

/** The stretch of the scale that a bin covers. */
export function stretchOf(bin: number, { low, high }: Scale, bins: number): [number, number] {
  const width = (high - low) / bins
  return [low + bin * width, low + (bin + 1) * width]
}

/** How many schools one dot stands for, so that the tallest heap can still be drawn. */
export function schoolsPerDot(bins: readonly number[]): number {
  const most = Math.max(0, ...bins)
  for (let unit = 1; ; unit *= 10) {
    const fits = [1, 2, 5].find((step) => most / (unit * step) <= TALLEST)
    if (fits) return unit * fits
  }
}

function quantile(sorted: Float64Array, share: number): number | null {
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return below === undefined || above === undefined ? null : below + (above - below) * (place - Math.floor(place))
}

function binsOf(values: Float64Array, { low, high }: Scale): number[] {
  const bins = new Array<number>(BINS).fill(0)
  for (const value of values) {
    const place = Math.floor(((value - low) / (high - low)) * BINS)
    // The top of the scale belongs to the last stretch.
    const bin = Math.min(BINS - 1, Math.max(0, place))
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  return bins
}
