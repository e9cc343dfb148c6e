import { z } from 'zod'
import { line, optionalId } from '../../../web/fields.ts'
import { optionalVariable } from '../../frameworks/schema.ts'
import type { Scale } from '../schema.ts'

export const watchForm = z.object({ scale: line(80), goalId: optionalId, variable: optionalVariable })

export type WatchForm = z.output<typeof watchForm>

/** A scale of a questionnaire that a place watches, with the measure that its closes feed. */
export type Watched = {
  measureId: string
  measureName: string
  scale: Scale
  /** Whether the reader is inside of the measure's circle. */
  isSeen: boolean
}

/** What one close left of a scale at the place. */
export type Wave = {
  surveyId: string
  scale: Scale
  endedOn: string
  n: number
  moments: { n: number; mean: number | null; sumOfSquares: number | null }
  /** People by question and answer, seen by nobody. */
  counts: number[][]
}
