import { z } from 'zod'
import { type Circle, CIRCLES } from '../../access/roles.ts'
import { optionalVariable } from '../frameworks/schema.ts'
import { day, line, optionalId, optionalLine, optionalNumber, optionalWholeNumber, paragraph, version } from '../../web/fields.ts'

export { CIRCLES }

/** A number as it is, or a share: so many out of so many. */
export const KINDS = ['value', 'proportion'] as const

/** Which way is better. */
export const DIRECTIONS = ['up', 'down'] as const

export type Kind = (typeof KINDS)[number]
export type Direction = (typeof DIRECTIONS)[number]

const MOST = 1_000_000_000

export const measureForm = z.object({
  name: line(120),
  kind: z.enum(KINDS),
  unitOfMeasure: optionalLine(40),
  better: z.enum(DIRECTIONS),
  definition: paragraph(2000),
  goalId: optionalId,
  variable: optionalVariable,
  ownerId: optionalId,
  circle: z.enum(CIRCLES).default('school'),
})

/** Stands in the form for the goal that is there, where its editor cannot read which it is. */
export const KEPT = 'kept'

/** The kind is settled by the first point, so a change does not carry it. */
export const measureChangeForm = measureForm.omit({ kind: true }).extend({ goalId: z.union([z.literal(KEPT), optionalId]), version })

export const pointForm = z.object({
  observedOn: day,
  value: optionalNumber(-MOST, MOST),
  events: optionalWholeNumber(0, MOST),
  total: optionalWholeNumber(1, MOST),
  note: optionalLine(200),
})

export const pastedForm = z.object({ lines: paragraph(200_000) })

export const phaseForm = z.object({ startsOn: day, label: line(60), frozen: z.literal('yes').optional() })

export const noteForm = z.object({ onDay: day, text: line(120) })

export type MeasureForm = z.output<typeof measureForm>
export type MeasureChange = z.output<typeof measureChangeForm>
export type PhaseForm = z.output<typeof phaseForm>
export type NoteForm = z.output<typeof noteForm>

/** One observation: a value, or events out of a total. */
export type Observation = { observedOn: string; value: number | null; events: number | null; total: number | null; note: string }

export type MeasurePoint = Observation & { id: string; measureId: string }
export type MeasurePhase = { id: string; measureId: string; startsOn: string; label: string; frozen: boolean }
export type MeasureNote = { id: string; onDay: string; text: string }

/** A measure as its row says, with its owner's name. */
export type Measure = {
  id: string
  unitId: string
  circle: Circle
  goalId: string | null
  /** The variable of a framework that it tells about; both or neither. */
  frameworkKey: string | null
  variableKey: string | null
  name: string
  kind: Kind
  unitOfMeasure: string
  better: Direction
  definition: string
  ownerId: string | null
  ownerName: string | null
  version: number
}
