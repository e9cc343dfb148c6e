import { z } from 'zod'
import type { Place } from '../rules.ts'
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

/** What is put to everybody alike: it never changes once it was put. */
export type Questionnaire = {
  surveyId: string
  mode: Mode
  languages: (typeof SURVEY_LANGUAGES)[number][]
  inParts: boolean
  title: Record<string, string>
  purpose: Record<string, string>
  minutes: number
  scales: Scale[]
  /** The questions in their order, worked out once. */
  places: Place[]
  /** The public half of the seal and the length of what it seals; an anonymous survey alone has them. */
  publicKey: Buffer | null
  sizeBytes: number | null
}

/** What a link leads to: an invitation, and the survey as it stands. */
export type Invited = {
  tenantId: string
  tenantName: string
  timeZone: string
  invitationId: string
  surveyId: string
  unitId: string
  role: string | null
  used: boolean
  opensOn: string
  closesOn: string
  closedAt: Date | null
}

export type Asked = Invited & Questionnaire

/** The answers of a form, in the order of the questions: a value, nothing, or a word that is no option. */
export type Typed = (string | undefined)[]

/** What a form can be sent with: all of it, one part further or back, or the same in another language. */
export const MOVES = ['send', 'next', 'back', 'stay'] as const

export type Move = (typeof MOVES)[number]

/** Why the answer to a question cannot be taken. */
export type Fault = { at: number; reason: 'not_an_option' | 'too_long' | 'nothing' }

export function fieldOf(at: number): string {
  return `q${at}`
}
