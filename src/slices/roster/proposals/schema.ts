import { z } from 'zod'
import { id, line } from '../../../web/fields.ts'

const KINDS = ['grade_level', 'department'] as const

/** One proposal, or all of a school. */
export const proposalForm = z.union([
  z.object({ schoolId: id, kind: z.enum(KINDS), value: line(80) }),
  z.object({ schoolId: id, all: z.literal('yes') }),
])

export type ProposalForm = z.output<typeof proposalForm>

/** A grade or a department that the classes of a school speak of, and who would be in it. `unitId` is there where only people are missing. */
export type Proposal = {
  schoolId: string
  school: string
  kind: (typeof KINDS)[number]
  value: string
  people: { id: string; name: string }[]
  unitId: string | null
}

/** Whether classes came with the roster, and whether they name a grade or a subject. */
export type ClassNaming = 'no_classes' | 'unnamed' | 'named'
