// By their own files: the whole library would bring its distributions, 30 MB of them, into a program that draws charts.
import type { ControlSignals } from '@groundwork/measures/charts/control-chart.ts'
import { type NelsonRule, westernElectricRules } from '@groundwork/measures/charts/nelson-rules.ts'
import { pChart } from '@groundwork/measures/charts/p-chart.ts'
import { runChart, type RunPhase } from '@groundwork/measures/charts/run-chart.ts'
import { xmrChart } from '@groundwork/measures/charts/xmr-chart.ts'
import { shownValue } from '../rules.ts'
import { countsOf, dispersionOf, hasSpread } from './dispersion/rules.ts'
import { cautionOn, judgedFrom, optionsOf, phasesIn } from './phases/rules.ts'
import type { ChartName, PhaseIn, Reading, ReadPoint, Series, Side, Signal } from './schema.ts'

/** Chance and change cannot be told apart with fewer points than this. */
export const ENOUGH_POINTS = 10

/** Why a chart is not for these data, or undefined if it is. */
export function whyNotChart(chart: ChartName, series: Series) {
  if (chart === 'run') return undefined
  if (series.points.length < ENOUGH_POINTS) return 'measures.chart_few'
  if ((chart === 'p' || chart === 'laney') && series.kind !== 'proportion') return 'measures.chart_no_share'
  if (chart === 'xmr' && allAlike(series)) return 'measures.chart_all_alike'
  if (chart === 'laney' && !hasSpread(series)) return 'measures.chart_all_alike'
  return undefined
}

/** The chart that the data ask for, and why. */
export function chartFor(series: Series): { chart: ChartName; why: string } {
  if (series.points.length < ENOUGH_POINTS) return { chart: 'run', why: 'measures.why_run_few' }
  if (series.kind === 'proportion')
    return dispersionOf(series) ? { chart: 'laney', why: 'measures.why_laney' } : { chart: 'p', why: 'measures.why_p' }
  if (allAlike(series)) return { chart: 'run', why: 'measures.why_run_alike' }
  return { chart: 'xmr', why: 'measures.why_xmr' }
}

function allAlike(series: Series): boolean {
  return new Set(valuesOf(series)).size < 2
}

/** Reads a series by the asked chart where it fits the data, else by the one that they ask for. */
export function readSeries(series: Series, asked?: ChartName): Reading {
  const fitting = chartFor(series)
  const chosen = asked && asked !== fitting.chart && !whyNotChart(asked, series) ? { chart: asked, why: 'measures.why_asked' } : fitting
  const phases = phasesIn(series)
  const drawn = chosen.chart === 'run' ? drawRun(series, phases) : drawControl(chosen.chart, series, phases)
  const judged = drawn.signals.filter((signal) => signal.to >= judgedFrom(phases))
  const enough = series.points.length >= ENOUGH_POINTS
  return {
    ...chosen,
    phases,
    points: drawn.points.map((point, index) => ({
      ...point,
      signal: drawn.signals.some((one) => one.from <= index + 1 && index < one.to),
    })),
    signals: drawn.signals,
    ...(enough ? verdictOn(series, drawn.points, judged) : { verdict: 'few' as const, signal: undefined }),
    caution: cautionOn(phases),
    dispersion: enough ? dispersionOf(series) : undefined,
  }
}

type Drawn = { points: Omit<ReadPoint, 'signal'>[]; signals: Signal[] }

function drawRun(series: Series, phases: readonly PhaseIn[]): Drawn {
  const values = valuesOf(series)
  const chart = runChart(values, optionsOf(phases))
  const points = chart.points.map((point, index) => ({
    ...dayAt(series, index),
    value: point.value,
    centre: point.median,
    lower: null,
    upper: null,
  }))
  return { points, signals: chart.phases.flatMap((phase) => signalOfRun(values, phase)) }
}

/** Anhøj's two rules; of too few crossings the last useful side says where the series went. */
function signalOfRun(values: readonly (number | null)[], phase: RunPhase): Signal[] {
  if (!phase.signal || phase.median === null) return []
  const centre = phase.median
  const sideAt = (position: number): Side => ((values[position - 1] ?? centre) > centre ? 'above' : 'below')
  const limit = phase.longestRunLimit ?? Infinity
  const long = phase.shifts
    .filter((run) => run.length > limit)
    .map((run): Signal => ({ rule: 'longRun', from: run.from, to: run.to, side: sideAt(run.from) }))
  if (long.length > 0) return long
  const positions = values.map((_, index) => index + 1).filter((position) => position >= phase.from && position <= phase.to)
  const last = positions.findLast((position) => values[position - 1] !== centre && values[position - 1] !== null) ?? phase.to
  const side = sideAt(last)
  const before = positions.findLast((position) => position < last && values[position - 1] !== centre && sideAt(position) !== side)
  return [{ rule: 'fewCrossings', from: (before ?? phase.from - 1) + 1, to: last, side }]
}

function drawControl(chart: 'xmr' | 'p' | 'laney', series: Series, phases: readonly PhaseIn[]): Drawn {
  const options = optionsOf(phases)
  const { events, totals } = countsOf(series)
  const drawn = chart === 'xmr' ? xmrChart(valuesOf(series), options) : pChart(events, totals, { ...options, laney: chart === 'laney' })
  const points = drawn.points.map(({ value, centre, lower, upper }, index) => ({ ...dayAt(series, index), value, centre, lower, upper }))
  return { points, signals: signalsOfControl(drawn, points) }
}

function signalsOfControl(drawn: ControlSignals, points: Drawn['points']): Signal[] {
  const sideAt = (position: number): Side => ((points[position - 1]?.value ?? 0) > (points[position - 1]?.centre ?? 0) ? 'above' : 'below')
  return westernElectricRules
    .flatMap((rule) => drawn.rules[rule].ends.map((to): Signal => ({ rule, from: beginOf(rule, to), to, side: sideAt(to) })))
    .sort((a, b) => a.to - b.to)
}

const LENGTHS: Partial<Record<NelsonRule, number>> = { runOfEight: 8, twoOfThreeBeyondTwoSigma: 3, fourOfFiveBeyondOneSigma: 5 }

function beginOf(rule: NelsonRule, end: number): number {
  return Math.max(1, end - (LENGTHS[rule] ?? 1) + 1)
}

/** The latest signal decides, if the series has stayed on its side since; the earliest of its run says since when. */
function verdictOn(series: Series, points: Drawn['points'], signals: readonly Signal[]): Pick<Reading, 'verdict' | 'signal'> {
  const last = signals.at(-1)
  if (!last) return { verdict: 'steady', signal: undefined }
  const same = signals.slice(signals.findLastIndex((one) => one.side !== last.side) + 1)
  const signal = same.find((one) => one.rule === last.rule) ?? last
  if (!staysOnSide(points, last)) return { verdict: 'passed', signal: last }
  const good = (last.side === 'above') === (series.better === 'up')
  return { verdict: good ? 'improved' : 'worsened', signal }
}

function staysOnSide(points: Drawn['points'], { from, side }: Signal): boolean {
  const since = points.slice(from - 1).flatMap(({ value, centre }) => (value === null || centre === null ? [] : [value - centre]))
  const sum = since.reduce((total, distance) => total + distance, 0)
  return side === 'above' ? sum > 0 : sum < 0
}

function valuesOf(series: Series): (number | null)[] {
  return series.points.map((point) => shownValue(series.kind, point))
}

function dayAt(series: Series, index: number): { observedOn: string } {
  return { observedOn: series.points[index]?.observedOn ?? '' }
}
