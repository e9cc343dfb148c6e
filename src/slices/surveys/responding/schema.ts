import { z } from 'zod'
import { MOST_ANSWERS, type Mode, type Scale, type SURVEY_LANGUAGES } from '../schema.ts'

/** Four bytes of length, JSON, and padding: room for the longest questionnaire without words. */
const ANSWER_BYTES = 1024

/** Room for the words of one question: letters of up to four bytes, half of them written with an escape. */
const WORDS_BYTES = 4096

/** The most letters of an answer in words. */
export const MOST_WORDS = 1000

/** The most questions of a questionnaire that are answered in words. */
export const MOST_TEXTS = 5

/** The one length of all answers to a questionnaire: what somebody wrote must not show in it. */
export function sealedBytes(scales: readonly Scale[]): number {
  return ANSWER_BYTES + WORDS_BYTES * scales.filter((scale) => scale.kind === 'text').flatMap((scale) => scale.items).length
}

/** What lies inside a seal: the survey is in it, so that an answer moved to another row does not count; the unit is nowhere else. */
export const sealedAnswerSchema = z.object({
  surveyId: z.string(),
  unitId: z.string(),
  role: z.string().nullable(),
  values: z.array(z.union([z.number().int().min(1).max(MOST_ANSWERS), z.string()]).nullable()),
})

export type SealedAnswer = z.infer<typeof sealedAnswerSchema>

/** The answers of one person in the order of the questions: a value, words, or nothing. */
export type Given = SealedAnswer['values']

/** What a link opens. */
export type Asked = {
  tenantId: string
  tenantName: string
  timeZone: string
  invitationId: string
  surveyId: string
  unitId: string
  role: string | null
  mode: Mode
  languages: (typeof SURVEY_LANGUAGES)[number][]
  inParts: boolean
  used: boolean
  title: Record<string, string>
  purpose: string
  minutes: number
  scales: Scale[]
  opensOn: string
  closesOn: string
  closedAt: Date | null
  /** The public half of the seal and the length of what it seals; an anonymous survey alone has them. */
  publicKey: Buffer | null
  sizeBytes: number | null
}

/** The answers of a form, in the order of the questions: a value, nothing, or a word that is no option. */
export type Typed = (string | undefined)[]

export function fieldOf(at: number): string {
  return `q${at}`
}
