import type { ScaleSummary } from '@groundwork/measures/summary/scale-summary.ts'
import type { GroupMoments } from '@groundwork/measures/summary/scores-of-summary.ts'
import type { SealedAnswer } from '../responding/schema.ts'

/** An answer as it is counted: where, in which declared group, and nothing of whose it is. */
export type Counted = Pick<SealedAnswer, 'unitId' | 'role' | 'values'>

/** A place that was declared to be counted. */
export type Unit = { unitId: string; path: string[]; isSchool: boolean }

/** By part, then by the place with which answers are counted: the places below it are not in it. */
export type Tallies = Map<string, Map<string, ScaleSummary>>

/** What the schools below a place have in common: reliability and agreement at their level, and what shrinks their means. */
export type SchoolModel = {
  schools: number
  icc1: number | null
  icc2: number | null
  /** The mean of rwg(j) over the schools that have one. */
  agreement: number | null
  /** τ² between schools and σ² within them, with the mean of all. */
  between: number | null
  within: number | null
  grandMean: number | null
}

/** What stays of a part at a place. */
export type Published = {
  unitId: string
  /** The counted place above it. */
  parentId: string | null
  scaleKey: string
  n: number
  counts: number[][]
  moments: GroupMoments
  /** Joint counts, of thirty people or more alone. */
  whole: ScaleSummary | null
  schools: SchoolModel | null
}

/** How two parts go together over people who have both scores: exact with their number, or rounded to a step without it. */
export type TogetherOfPeople = { n: number | null; value: number; lower: number | null; upper: number | null; step: number | null }

/** How the means of the schools below a place go together. */
export type TogetherOfSchools = { count: number; value: number; lower: number | null; upper: number | null }

/** What stays of how two parts go together at a place. */
export type Together = {
  unitId: string
  oneKey: string
  otherKey: string
  people: TogetherOfPeople | null
  schools: TogetherOfSchools | null
}
