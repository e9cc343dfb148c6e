import type { NelsonRule } from '@groundwork/measures'
import type { Direction, Kind, Measure, Observation } from '../schema.ts'

export const CHARTS = ['run', 'xmr', 'p', 'laney'] as const

export type ChartName = (typeof CHARTS)[number]

/** A measure's points in the order of their days, with the phases that were declared. */
export type Series = {
  kind: Kind
  better: Direction
  points: readonly Observation[]
  phases: readonly { startsOn: string; label: string; frozen: boolean }[]
}

export type Side = 'above' | 'below'

/** Shares that lie further apart, or closer together, than counting explains. */
export type Dispersion = 'more' | 'less'

/** A pattern that chance alone would rarely make: which, from which point to which (counted from 1), and on which side of the centre. */
export type Signal = { rule: NelsonRule | 'longRun' | 'fewCrossings'; from: number; to: number; side: Side }

export const VERDICTS = ['few', 'steady', 'improved', 'worsened', 'passed'] as const

export type Verdict = (typeof VERDICTS)[number]

export type ReadPoint = {
  observedOn: string
  value: number | null
  centre: number | null
  lower: number | null
  upper: number | null
  signal: boolean
}

/** A chart read: what is drawn, what it shows, and what may be said of it. */
export type Reading = {
  chart: ChartName
  why: string
  points: ReadPoint[]
  phases: { label: string; startsOn: string; from: number; to: number; frozen: boolean }[]
  signals: Signal[]
  verdict: Verdict
  /** The signal that the verdict rests on. */
  signal: Signal | undefined
  caution: string | undefined
  dispersion: Dispersion | undefined
}

/** A measure with what may be said of it. */
export type ReadMeasure = { measure: Measure; reading: Reading }

/** A phase that holds points: from and to count points from 1. */
export type PhaseIn = Reading['phases'][number]
