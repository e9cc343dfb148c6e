import { z } from 'zod'
import { type Scale, VALUES } from '../schema.ts'

/** Four bytes of length, JSON, and padding: room for the longest questionnaire. */
export const ANSWER_BYTES = 1024

/** What lies inside a seal: the survey is in it, so that an answer moved to another row does not count; the unit is nowhere else. */
export const sealedAnswerSchema = z.object({
  surveyId: z.string(),
  unitId: z.string(),
  values: z.array(z.number().int().min(1).max(5).nullable()),
})

export type SealedAnswer = z.infer<typeof sealedAnswerSchema>

/** What a link opens. */
export type Asked = {
  tenantId: string
  tenantName: string
  timeZone: string
  invitationId: string
  surveyId: string
  unitId: string
  used: boolean
  title: Record<string, string>
  purpose: string
  minutes: number
  scales: Scale[]
  opensOn: string
  closesOn: string
  closedAt: Date | null
  publicKey: Buffer
}

/** The answers of a form, in the order of the questions: a value, nothing, or a word that is no option. */
export type Typed = (string | undefined)[]

export function fieldOf(at: number): string {
  return `q${at}`
}

/** Whether a word is what an answer to a scale of so many options can be. */
export function isOption(word: string, most: number): boolean {
  return VALUES.some((value) => value <= most && String(value) === word)
}

/** How many options each question has, in the order of the questions. */
export function mostOf(scales: readonly Scale[]): number[] {
  return scales.flatMap((scale) => scale.items.map(() => scale.answers?.length ?? VALUES.length))
}
