import { mean } from '../numbers/mean.ts'
import { median } from '../numbers/median.ts'
import { controlPoint, signalsOf, type ControlPoint, type ControlSignals } from './control-chart.ts'
import { movingRanges } from './moving-ranges.ts'
import { phasesOf, within, type PhaseOptions, type Stretch } from './phases.ts'

/** d2 for two observations as every printed table and every program has it; the exact value is 2/√π = 1.12838. */
export const printedD2 = 1.128

export type XmrOptions = PhaseOptions & {
  /** Which summary of the moving ranges sets the limits. Default `mean`. */
  spread?: 'mean' | 'median'
  /** Drop moving ranges above their own limit once before the limits are set (as qicharts2 does). Default false. */
  screened?: boolean
  /** Divisor that turns a mean moving range into sigma. Default 1.128. */
  d2?: number
}

export type XmrPhase = Stretch & {
  n: number
  mean: number | null
  meanMovingRange: number | null
  medianMovingRange: number | null
  sigma: number | null
  lower: number | null
  upper: number | null
  movingRangeUpper: number | null
}

export type XmrChart = ControlSignals & {
  points: ControlPoint[]
  phases: XmrPhase[]
  /** Entry i is the distance from point i+1 to point i+2; null where a value is missing or a phase begins. */
  movingRanges: (number | null)[]
  /** Places (from 1) in `movingRanges` above their upper limit. */
  movingRangesBeyond: number[]
}

/**
 * Is this series of single values in statistical control, or has something special happened?
 * Assumes values in time order, roughly symmetric noise. Limits: mean ± 3 MR̄ / 1.128 (the "2.66" limits);
 * with `spread: 'median'` mean ± 3.145 median(MR); moving-range limit 3.267 MR̄.
 * Shewhart 1931; Wheeler & Chambers 1992; Montgomery 2009 §6.4. Equals qcc::qcc(type = "xbar.one");
 * with `screened` qicharts2::qic(chart = "i"). Missing values keep their place, and no moving range is taken across them.
 * Fewer than two neighbouring values: limits are null. RangeError where phases or baseline do not fit the series. Takes the
 * series, null where a value is missing.
 */
export function xmrChart(values: readonly (number | null)[], options: XmrOptions = {}): XmrChart {
  const spans = phasesOf(values.length, options)
  const phases = spans.map(({ from, to, source }) => ({ ...limitsOf(within(values, source), options), from, to }))
  const drawn = phases.map((phase) => ({ ...phase, points: drawPoints(values, phase) }))
  const ranges = rangesByPhase(values, spans)
  return {
    points: drawn.flatMap((phase) => phase.points),
    phases,
    movingRanges: ranges,
    movingRangesBeyond: phases.flatMap((phase) => rangesBeyond(ranges, phase)),
    ...signalsOf(drawn),
  }
}

function limitsOf(source: readonly (number | null)[], options: XmrOptions): Omit<XmrPhase, 'from' | 'to'> {
  const known = source.filter((value) => value !== null)
  const ranges = movingRanges(source).filter((range) => range !== null)
  const kept = options.screened ? screen(ranges) : ranges
  const centre = known.length > 0 ? mean(known) : null
  const meanRange = kept.length > 0 ? mean(kept) : null
  const medianRange = kept.length > 0 ? median(kept) : null
  const sigma = sigmaOf(meanRange, medianRange, options)
  const { lower, upper } = controlPoint(1, null, { centre, sigma })
  return {
    n: known.length,
    mean: centre,
    meanMovingRange: meanRange,
    medianMovingRange: medianRange,
    sigma,
    lower,
    upper,
    movingRangeUpper: meanRange === null ? null : rangeLimit * meanRange,
  }
}

/** D4 for two observations. */
const rangeLimit = 3.267

/** 3.145 median(MR) is the whole distance to a limit, hence a third of it is sigma. */
function sigmaOf(meanRange: number | null, medianRange: number | null, options: XmrOptions): number | null {
  if (meanRange === null || medianRange === null) return null
  return options.spread === 'median' ? (3.145 * medianRange) / 3 : meanRange / (options.d2 ?? printedD2)
}

function screen(ranges: readonly number[]): number[] {
  const limit = rangeLimit * mean(ranges)
  return ranges.filter((range) => range <= limit)
}

function drawPoints(values: readonly (number | null)[], phase: XmrPhase): ControlPoint[] {
  return within(values, phase).map((value, index) => controlPoint(phase.from + index, value, { centre: phase.mean, sigma: phase.sigma }))
}

function rangesByPhase(values: readonly (number | null)[], spans: readonly Stretch[]): (number | null)[] {
  const starts = new Set(spans.map((span) => span.from))
  return movingRanges(values).map((range, index) => (starts.has(index + 2) ? null : range))
}

function rangesBeyond(ranges: readonly (number | null)[], phase: XmrPhase): number[] {
  const limit = phase.movingRangeUpper
  if (limit === null) return []
  return ranges.flatMap((range, index) =>
    range !== null && range > limit && index + 2 > phase.from && index + 2 <= phase.to ? [index + 1] : [],
  )
}
