import { at } from '../numbers/at.ts'
import { mean } from '../numbers/mean.ts'
import { sum } from '../numbers/sum.ts'
import { controlPoint, signalsOf, type ControlPoint, type ControlSignals } from './control-chart.ts'
import { movingRanges } from './moving-ranges.ts'
import { phasesOf, within, type Phase, type PhaseOptions, type Stretch } from './phases.ts'
import { standardScores } from './standard-scores.ts'
import { printedD2 } from './xmr-chart.ts'

export type AttributeOptions = PhaseOptions & {
  /** Widen or narrow the limits by the variation that the counts show beyond their own distribution. Default false. */
  laney?: boolean
  /** With `laney`: drop moving ranges above 3.267 times their mean once (as qicharts2 does). Default false. */
  screened?: boolean
}

export type AttributePhase = Stretch & {
  centre: number | null
  /** Laney's sigma z: 1 when the counts vary as their distribution says; null when it cannot be had. */
  sigmaZ: number | null
  sigmaZScreened: number | null
}

export type AttributeChart = ControlSignals & { points: ControlPoint[]; phases: AttributePhase[] }

/** What sets one attribute chart apart from another: its largest possible value and a single unit's spread. */
export type AttributeKind = { most: number; spread: (centre: number) => number }

/** The shape that p, u and c charts share; use those. */
export function attributeChart(
  counts: readonly (number | null)[],
  sizes: readonly (number | null)[],
  kind: AttributeKind,
  options: AttributeOptions,
): AttributeChart {
  if (counts.length !== sizes.length) throw new RangeError(`${counts.length} counts for ${sizes.length} sizes`)
  const units = counts.map((count, index) => unitOf(count, at(sizes, index), kind, index + 1))
  const spans = phasesOf(units.length, options)
  const drawn = spans.map((span) => draw(units, span, kind, options))
  return {
    points: drawn.flatMap((phase) => phase.points),
    phases: drawn.map(({ points: _, ...phase }) => phase),
    ...signalsOf(drawn),
  }
}

type Unit = { count: number; size: number } | null

function unitOf(count: number | null, size: number | null, kind: AttributeKind, position: number): Unit {
  if (count === null || size === null || size === 0) return null
  if (count < 0 || size < 0 || count > kind.most * size) {
    throw new RangeError(`point ${position}: ${count} of ${size} is not possible`)
  }
  return { count, size }
}

function draw(units: readonly Unit[], span: Phase, kind: AttributeKind, options: AttributeOptions) {
  const limits = limitsOf(within(units, span.source), kind)
  const factor = factorOf(limits, options)
  const points = within(units, span).map((unit, index) =>
    controlPoint(span.from + index, unit && unit.count / unit.size, {
      centre: limits.centre,
      sigma: sigmaOf(unit, limits.centre, kind, factor),
      least: 0,
      most: kind.most,
    }),
  )
  return { from: span.from, to: span.to, ...limits, points }
}

type Limits = Omit<AttributePhase, 'from' | 'to'>

function limitsOf(source: readonly Unit[], kind: AttributeKind): Limits {
  const known = source.filter((unit) => unit !== null)
  if (known.length === 0) return { centre: null, sigmaZ: null, sigmaZScreened: null }
  const centre = sum(known.map((unit) => unit.count)) / sum(known.map((unit) => unit.size))
  const sigmas = source.map((unit) => sigmaOf(unit, centre, kind, 1) ?? 0)
  const scores = standardScores(
    source.map((unit) => unit && unit.count / unit.size),
    centre,
    sigmas,
  )
  const ranges = movingRanges(scores).filter((range) => range !== null)
  return { centre, sigmaZ: sigmaZOf(ranges), sigmaZScreened: sigmaZOf(screen(ranges)) }
}

function sigmaZOf(ranges: readonly number[]): number | null {
  return ranges.length === 0 ? null : mean(ranges) / printedD2
}

function screen(ranges: readonly number[]): number[] {
  const limit = 3.267 * mean(ranges)
  return ranges.filter((range) => range <= limit)
}

function factorOf(limits: Limits, options: AttributeOptions): number | null {
  if (!options.laney) return 1
  return options.screened ? limits.sigmaZScreened : limits.sigmaZ
}

function sigmaOf(unit: Unit, centre: number | null, kind: AttributeKind, factor: number | null): number | null {
  if (unit === null || centre === null || factor === null) return null
  return (factor * kind.spread(centre)) / Math.sqrt(unit.size)
}
