import { z } from 'zod'
import { day, id, line, optionalParagraph, paragraph } from '../../../web/fields.ts'

export const commitmentForm = z.object({ personId: id, what: line(200), dueOn: day })

export const keepingForm = z.object({ keptOn: day, cameOf: optionalParagraph(1000) })

export const releaseForm = z.object({ reason: paragraph(1000) })

export type CommitmentForm = z.output<typeof commitmentForm>
export type KeepingForm = z.output<typeof keepingForm>

/** When an owner is reminded. */
export const STAGES = ['ahead', 'on_the_day'] as const

export type Stage = (typeof STAGES)[number]

/** What somebody promised for a change idea, and what became of it. */
export type Commitment = {
  id: string
  ideaId: string
  idea: string
  strategyId: string
  unitId: string
  personId: string
  personName: string
  what: string
  dueOn: string
  keptOn: string | null
  cameOf: string | null
  releasedOn: string | null
  releaseReason: string | null
}

/** What the job of a reminder carries: ids alone. */
export type ReminderData = { tenantId: string; commitmentId: string; stage: Stage }
