import { z } from 'zod'
import type { Kind, Marks, Said, State } from '../kinds/schema.ts'
import { KINDS, STATES } from '../schema.ts'

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

/** What the address of a board says: whose states, which resources, and which card is open. */
export const viewSchema = z.object({
  goal: optional(z.uuid()),
  year: optional(z.uuid()),
  state: optional(z.enum(STATES)),
  unit: optional(z.uuid()),
  person: optional(z.uuid()),
  open: optional(z.uuid()),
  move: optional(z.uuid()),
  /** Whether the choices of the filter are laid open. */
  choose: optional(z.literal('yes')),
  /** The quadrant whose entry line was just used, so that the next one can be typed at once. */
  added: optional(z.enum(KINDS)),
  sort: optional(z.enum(['name', 'kind', 'state', 'where', 'minutes', 'people'])),
  order: optional(z.enum(['descending'])),
})

export type View = z.output<typeof viewSchema>

/** What stays in the address when something on the board was done. */
export type Kept = Pick<View, 'goal' | 'year' | 'state' | 'unit' | 'person'>

export type SortKey = NonNullable<View['sort']>

/** A resource as one line of the board, with what opens beneath it. */
export type Card = {
  id: string
  kind: Kind
  name: string
  description: string
  groupLabel: string
  state: State
  marks: Marks
  /** Where it is kept, if that is not the board's own place. */
  keptAt: string | null
  unitIds: string[]
  units: string[]
  personIds: string[]
  people: string[]
  minutesPerWeek: number | null
  peopleCount: number | null
  annualCost: number | null
  fullTimeShare: number | null
  tags: string[]
  /** The goals it serves in the period; null is a use without a goal. */
  goalIds: (string | null)[]
  teamOnly: boolean
}

/** What the database tells of one resource, before its state is worked out. */
export type BoardRow = {
  id: string
  unitId: string
  unitName: string
  circle: string
  kind: Kind
  name: Said
  description: Said
  tags: string[]
  minutesPerWeek: number | null
  peopleCount: number | null
  annualCost: string | null
  fullTimeShare: string | null
  groupLabel: string
  recognizedOn: string | null
  generatedOn: string | null
  retiredOn: string | null
}

/** How many resources of a kind a school shares with its district. */
export type SchoolCount = { id: string; slug: string; name: string; kind: Kind | null; total: number; inUse: number }
