import { z } from 'zod'
import { id, line } from '../../../web/fields.ts'

export const proposalForm = z.object({ schoolId: id, kind: z.enum(['grade_level', 'department']), value: line(80) })

export type ProposalForm = z.output<typeof proposalForm>

/** A grade or a department that the classes of a school speak of, and who would be in it. `unitId` is there where only people are missing. */
export type Proposal = ProposalForm & { school: string; people: { id: string; name: string }[]; unitId: string | null }

/** Whether classes came with the roster, and whether they name a grade or a subject. */
export type ClassNaming = 'no_classes' | 'unnamed' | 'named'
