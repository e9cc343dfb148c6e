import { at } from '../numbers/at.ts'
import { median } from '../numbers/median.ts'
import { binomialLowerQuantile } from './binomial-quantile.ts'
import { phasesOf, within, type PhaseOptions, type Stretch } from './phases.ts'
import { runCountProbabilities } from './run-count.ts'

/** A stretch of points that takes part in a pattern; `length` counts those that are useful observations. */
export type RunFinding = Stretch & { length: number }

export type RunChartOptions = PhaseOptions & {
  /** The centre, when it is given from outside (a target is not one). Default: the median. */
  centre?: number
}

export type RunPhase = Stretch & {
  n: number
  median: number | null
  useful: number
  above: number
  below: number
  runs: number
  crossings: number
  longestRun: number
  /** Anhøj's limits: a longer run, or fewer crossings, is a signal. Null without useful observations. */
  longestRunLimit: number | null
  crossingsLimit: number | null
  signal: boolean
  probabilityOfSoFewRuns: number | null
  probabilityOfSoManyRuns: number | null
  /** Six or more on one side of the median. */
  shifts: RunFinding[]
  /** Five or more all rising or all falling. A weak rule: it finds little and alarms often (Anhøj & Olesen 2014). */
  trends: RunFinding[]
}

export type RunChart = { points: { position: number; value: number | null; median: number | null }[]; phases: RunPhase[] }

/**
 * Has a measure moved, with no assumption about its distribution? Needs values in time order, ten or more to say much.
 * Points on the median are not useful observations: they neither count nor break a run. Signal: longest run >
 * round(log2 n) + 3, or crossings < qbinom(0.05, n − 1, 0.5), n the useful observations (Anhøj & Olesen 2014,
 * PLoS ONE 9:e113825). Shift of 6 and trend of 5: Perla, Provost & Murray 2011, BMJ Quality & Safety 20:46–51; in a
 * trend a value equal to the one before is passed over. Run counts: exact distribution (Wald & Wolfowitz 1940).
 * Equals qicharts2::qic(chart = "run"). Missing values keep their place and are passed over. Takes values in time order. Without
 * a useful observation its limits are null. RangeError: phases or baseline that do not fit the series.
 */
export function runChart(values: readonly (number | null)[], options: RunChartOptions = {}): RunChart {
  const phases = phasesOf(values.length, options).map(({ from, to, source }) => {
    const known = within(values, source).filter((value) => value !== null)
    const centre = options.centre ?? (known.length > 0 ? median(known) : null)
    return phaseOf(values, { from, to }, centre)
  })
  const points = phases.flatMap((phase) =>
    within(values, phase).map((value, index) => ({ position: phase.from + index, value, median: phase.median })),
  )
  return { points, phases }
}

type Point = { position: number; value: number }

function phaseOf(values: readonly (number | null)[], stretch: Stretch, centre: number | null): RunPhase {
  const known = within(values, stretch).flatMap((value, index): Point[] =>
    value === null ? [] : [{ position: stretch.from + index, value }],
  )
  const useful = centre === null ? [] : known.filter((point) => point.value !== centre)
  const runs = runsBy(useful, (point) => point.value > (centre ?? 0))
  const above = useful.filter((point) => point.value > (centre ?? 0)).length
  return {
    ...stretch,
    n: known.length,
    median: centre,
    useful: useful.length,
    above,
    below: useful.length - above,
    ...verdict(runs, useful.length),
    ...runCountProbabilities(runs.length, above, useful.length - above),
    shifts: runs.filter((run) => run.length >= 6).map(findingOf),
    trends: trendsOf(known),
  }
}

function verdict(runs: readonly Point[][], useful: number) {
  const longestRun = Math.max(0, ...runs.map((run) => run.length))
  const crossings = Math.max(0, runs.length - 1)
  const longestRunLimit = useful > 0 ? Math.round(Math.log2(useful)) + 3 : null
  const crossingsLimit = useful > 0 ? binomialLowerQuantile(0.05, useful - 1) : null
  const signal = longestRunLimit !== null && crossingsLimit !== null && (longestRun > longestRunLimit || crossings < crossingsLimit)
  return { runs: runs.length, crossings, longestRun, longestRunLimit, crossingsLimit, signal }
}

/** Steps, not points, make a trend: a run of steps of one sign has one point more than steps. */
function trendsOf(known: readonly Point[]): RunFinding[] {
  const moving = known.filter((point, index) => index === 0 || point.value !== at(known, index - 1).value)
  const steps = moving.slice(1).map((point, index) => ({ from: at(moving, index), to: point }))
  return runsBy(steps, (step) => step.to.value > step.from.value)
    .map((run) => findingOf([at(run, 0).from, ...run.map((step) => step.to)]))
    .filter((finding) => finding.length >= 5)
}

function findingOf(run: readonly Point[]): RunFinding {
  return { from: at(run, 0).position, to: at(run, run.length - 1).position, length: run.length }
}

function runsBy<T>(items: readonly T[], sideOf: (item: T) => boolean): T[][] {
  const runs: T[][] = []
  for (const item of items) {
    const last = runs.at(-1)
    if (last && sideOf(at(last, 0)) === sideOf(item)) last.push(item)
    else runs.push([item])
  }
  return runs
}
