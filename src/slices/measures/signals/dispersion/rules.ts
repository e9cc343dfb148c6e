import { pChart } from '@groundwork/measures/charts/p-chart.ts'
import { ENOUGH_BASELINE, optionsOf, phasesIn } from '../phases/rules.ts'
import type { Dispersion, Series } from '../schema.ts'

/** With fewer counted on either side of a share, single counts jump so far that their spread says little. */
const FEWEST_EXPECTED = 5

/**
 * Whether shares lie further apart, or closer together, than counting explains; undefined where that is as chance goes, or
 * cannot be told. Laney's sigma z is one where counting explains all. It comes from the distance of one point to the next, so
 * that one lasting step, which is what a chart is to find, hardly moves it; the usual test of the variance would take the step
 * for spread. Its standard error is that of a mean moving range: √(0.8264 m − 1.082)/(m − 1) of m points (Cryer & Ryan 1990,
 * Journal of Quality Technology 22:187–192). Further from one than 1.96 of these is more than chance: about one even series of
 * twenty is taken for uneven.
 */
export function dispersionOf(series: Series): Dispersion | undefined {
  if (series.kind !== 'proportion') return undefined
  const stretch = stretchOf(series)
  if (!stretch || stretch.points < ENOUGH_BASELINE || stretch.expected < FEWEST_EXPECTED) return undefined
  const { sigmaZ, points } = stretch
  if (Math.abs(sigmaZ - 1) <= (1.96 * Math.sqrt(0.8264 * points - 1.082)) / (points - 1)) return undefined
  return sigmaZ > 1 ? 'more' : 'less'
}

/** Whether Laney's limits can be had: shares that never change have no spread to follow. */
export function hasSpread(series: Series): boolean {
  return stretchOf(series) !== undefined
}

/** The points that set the limits by which is judged: of a frozen baseline, else of the phase that one is in. */
function stretchOf(series: Series): { sigmaZ: number; points: number; expected: number } | undefined {
  const phases = phasesIn(series)
  const at = phases.findIndex((phase) => phase.frozen)
  const { events, totals } = countsOf(series)
  const drawn = pChart(events, totals, optionsOf(phases)).phases.at(at)
  if (!drawn || !drawn.sigmaZ || drawn.centre === null) return undefined
  const counted = totals.slice(drawn.from - 1, drawn.to).filter((total) => total !== null && total > 0)
  const mean = counted.reduce<number>((sum, total) => sum + (total ?? 0), 0) / counted.length
  return { sigmaZ: drawn.sigmaZ, points: counted.length, expected: mean * Math.min(drawn.centre, 1 - drawn.centre) }
}

/** Events and totals in the order of their days, as charts take them. */
export function countsOf({ points }: Series): { events: (number | null)[]; totals: (number | null)[] } {
  return { events: points.map((point) => point.events), totals: points.map((point) => point.total) }
}
