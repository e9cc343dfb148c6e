import { z } from 'zod'
import { day, id, line, optionalId, optionalParagraph, paragraph, several } from '../../../web/fields.ts'
import { KINDS, minutesAWeek } from '../schema.ts'

/** What was seen to come of a re-purposing. */
export const VERDICTS = ['as_hoped', 'partly', 'otherwise', 'too_early'] as const

export type Verdict = (typeof VERDICTS)[number]

const webAddress = z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'resources.link_not_valid' })]).default('')

export const recognitionForm = z.object({ occurredOn: day, reason: optionalParagraph(1000) })

/** A use, told by the four dimensions of its context: why, what, how, who. */
export const useForm = z.object({
  goalId: optionalId,
  beganOn: day,
  purpose: paragraph(600),
  content: optionalParagraph(600),
  structure: optionalParagraph(600),
  participants: optionalParagraph(600),
  whatChanged: optionalParagraph(2000),
  minutesPerWeek: minutesAWeek,
  personIds: several(id),
})

export const evidenceForm = z.object({ observedOn: day, text: paragraph(2000), link: webAddress })

export const endingForm = z.object({ endedOn: day, reason: paragraph(1000), whatChanged: optionalParagraph(2000) })

export const repurposingForm = z.object({
  goalId: optionalId,
  occurredOn: day,
  formerPurpose: paragraph(600),
  newPurpose: paragraph(600),
  minutesMoved: minutesAWeek,
  forWhom: optionalParagraph(600),
  hopedFor: optionalParagraph(1000),
  reason: paragraph(1000),
  personIds: several(id),
})

export const outcomeForm = z.object({ verdict: z.enum(VERDICTS), text: paragraph(2000), observedOn: day })

export const generationForm = z.object({
  kind: z.enum(KINDS),
  name: line(160),
  description: optionalParagraph(4000),
  occurredOn: day,
  reason: optionalParagraph(1000),
  otherUseIds: several(id),
})

export const retirementForm = z.object({ retiredOn: day, reason: paragraph(1000) })

export type RecognitionForm = z.output<typeof recognitionForm>
export type UseForm = z.output<typeof useForm>
export type EvidenceForm = z.output<typeof evidenceForm>
export type EndingForm = z.output<typeof endingForm>
export type RepurposingForm = z.output<typeof repurposingForm>
export type OutcomeForm = z.output<typeof outcomeForm>
export type GenerationForm = z.output<typeof generationForm>
export type RetirementForm = z.output<typeof retirementForm>

export type Recognition = { id: string; occurredOn: string; reason: string; byId: string | null; by: string | null }

export type Evidence = { id: string; useId: string; observedOn: string; text: string; link: string; by: string | null }

export type Ending = { endedOn: string; reason: string; whatChanged: string }

/** A use with all that is known of it. */
export type Use = {
  id: string
  goalId: string | null
  beganOn: string
  purpose: string
  content: string
  structure: string
  participants: string
  whatChanged: string
  minutesPerWeek: number | null
  people: { id: string; name: string }[]
  by: string | null
  ending: Ending | null
  evidence: Evidence[]
  generated: { resourceId: string; name: Record<string, string>; occurredOn: string }[]
}

export type Outcome = { id: string; repurposingId: string; verdict: Verdict; text: string; observedOn: string; by: string | null }

export type Repurposing = {
  id: string
  useId: string
  occurredOn: string
  formerPurpose: string
  newPurpose: string
  minutesMoved: number | null
  forWhom: string
  hopedFor: string
  reason: string
  by: string | null
  outcomes: Outcome[]
}

export type Origin = {
  useId: string
  occurredOn: string
  reason: string
  parentId: string
  parentName: Record<string, string>
  purpose: string
}

export type Retirement = { retiredOn: string; reason: string; by: string | null }

/** The whole life of one resource, as its page tells it. */
export type Life = {
  recognitions: Recognition[]
  uses: Use[]
  repurposings: Repurposing[]
  origins: Origin[]
  retirement: Retirement | null
}
