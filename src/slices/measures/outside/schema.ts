import type { Direction } from '../schema.ts'
import type { Scale, Spread } from './spread/schema.ts'

/** Fewer answers than this say something about single people, and nothing about a school. */
export const FEWEST_ANSWERS = 5

/** Whoever computes and publishes scores of schools, under the name that they give them. */
export type OutsideSource = { id: string; name: string; publisher: string; unitId: string }

/** What was loaded of a source for a year; `isCurrent` where no newer one has replaced it and nobody has taken it back. */
export type Edition = {
  id: string
  sourceId: string
  year: number
  period: string
  number: number
  link: string
  licence: string
  fileName: string
  counts: EditionCounts
  loadedBy: string
  recordedAt: Date
  isWithdrawn: boolean
  isCurrent: boolean
}

/** What a load did, as its preview showed it. */
export type EditionCounts = { schools: number; matched: number; withheld: number; leftOut: number }

/** How all schools of an edition lie on one of its scores. */
export type Distribution = Spread &
  Scale & { editionId: string; measureId: string; name: string; position: number; unitOfMeasure: string; better: Direction }

/** One of our schools in an edition; its scores by the position of their measure, null where there is none. */
export type SchoolScores = {
  id: string
  editionId: string
  unitId: string
  unitName: string
  unitSlug: string
  few: boolean
  respondents: number | null
  scores: (number | null)[]
}

/** A school of a file that is none of ours. */
export type UnknownSchool = { row: number; identifier: string; name: string }

/** One score of one school in one year, with all schools behind it. */
export type OutsidePoint = {
  edition: Pick<Edition, 'id' | 'year' | 'period' | 'link' | 'licence'>
  value: number | null
  few: boolean
  respondents: number | null
  among: Distribution
}

/** One score of one school over the years, the oldest first. */
export type OutsideSeries = { source: OutsideSource; measureId: string; name: string; points: OutsidePoint[] }
