import type { AttributeChart, AttributeOptions } from './attribute-chart.ts'
import { pChart } from './p-chart.ts'

/**
 * The p chart for large or clustered samples, whose limits follow the variation that the shares really show; see `pChart`.
 * Assumes, takes, leaves out and refuses what `pChart` does, which is called with `laney`. Laney 2002; equals
 * qicharts2::qic(chart = "pp") when `screened` too.
 */
export function laneyPChart(
  counts: readonly (number | null)[],
  sizes: readonly (number | null)[],
  options: Omit<AttributeOptions, 'laney'> = {},
): AttributeChart {
  return pChart(counts, sizes, { ...options, laney: true })
}
