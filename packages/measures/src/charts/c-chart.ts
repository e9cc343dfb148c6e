import type { AttributeChart, AttributeOptions } from './attribute-chart.ts'
import { uChart } from './u-chart.ts'

/**
 * Does a count over equal stretches change more than counting alone explains? The u chart with every area 1:
 * c̄ ± 3 √c̄, not below 0. Montgomery 2009 §7.3; equals qcc::qcc(type = "c"). Assumes Poisson counts over equal stretches. Takes
 * counts in time order; a missing one keeps its place. RangeError: a negative count, or phases that do not fit.
 */
export function cChart(counts: readonly (number | null)[], options: AttributeOptions = {}): AttributeChart {
  return uChart(
    counts,
    counts.map(() => 1),
    options,
  )
}
