import { z } from 'zod'
import { CIRCLES } from '../../access/roles.ts'
import { id, line, optionalLine, optionalNumber, optionalParagraph, optionalWholeNumber, several, version } from '../../web/fields.ts'
import { type Kind, KINDS, type Said } from './kinds/schema.ts'

export { type Kind, KINDS, type Marks, type Said, type State, STATES } from './kinds/schema.ts'

const MINUTES_A_WEEK = 10_080

/** Comma-separated words, each once. */
const tags = optionalLine(300).transform((text) =>
  [
    ...new Set(
      text
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ].slice(0, 12),
)

/** A whole address of the web: nothing that a browser would run. */
export const isWebAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

/** One web address a line. */
const links = optionalParagraph(2000)
  .transform((text) =>
    text
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.string().refine(isWebAddress, { message: 'resources.link_not_valid' })).max(10))

/** The entry line of the board: a kind and a name. */
export const entryForm = z.object({ kind: z.enum(KINDS), name: line(160) })

/** Everything that can be said about a resource. */
export const resourceForm = z.object({
  kind: z.enum(KINDS),
  name: line(160),
  description: optionalParagraph(4000),
  circle: z.enum(CIRCLES),
  links,
  tags,
  groupLabel: optionalLine(60),
  minutesPerWeek: optionalWholeNumber(0, MINUTES_A_WEEK),
  peopleCount: optionalWholeNumber(0, 100_000),
  annualCost: optionalNumber(0, 999_999_999),
  fullTimeShare: optionalNumber(0, 999),
  unitIds: several(id),
  personIds: several(id),
})

export const resourceChangeForm = resourceForm.extend({ version })

/** Where a resource goes on the board: before another one, or to the end of its kind. */
export const moveForm = z.object({
  resource: id,
  kind: z.enum(KINDS),
  groupLabel: optionalLine(60),
  before: z.union([z.literal('end'), z.literal('stay'), z.literal('first'), id]).default('stay'),
})

export type ResourceForm = z.output<typeof resourceForm>
export type ResourceChange = z.output<typeof resourceChangeForm>
export type Move = z.output<typeof moveForm>

export const minutesAWeek = optionalWholeNumber(0, MINUTES_A_WEEK)

/** A resource as its row says. */
export type Resource = {
  id: string
  unitId: string
  circle: (typeof CIRCLES)[number]
  kind: Kind
  name: Said
  description: Said
  links: string[]
  tags: string[]
  minutesPerWeek: number | null
  peopleCount: number | null
  annualCost: string | null
  fullTimeShare: string | null
  groupLabel: string
  position: number
  source: 'hand' | 'finder' | 'import'
  addedBy: string | null
  version: number
  recordedAt: Date
}

/** A span of days, both included. */
export type Period = { from: string; to: string }

/** What happened to a resource, as far as its state follows from it. */
export type LifeFacts = {
  recognizedOn: string[]
  uses: UseFacts[]
  generatedOn: string | null
  retiredOn: string | null
}

export type UseFacts = {
  goalId: string | null
  beganOn: string
  endedOn: string | null
  /** When effect on the goal was seen. */
  evidenceOn: string[]
  /** Whether this use began as a re-purposing. */
  repurposed: boolean
}
