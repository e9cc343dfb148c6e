import { z } from 'zod'
import { paragraph, wholeNumber } from '../../web/fields.ts'

/** A text by language: what was written in one language, and in others where somebody wrote it there too. */
export const textsSchema = z.record(z.string(), z.string())
export type Texts = z.infer<typeof textsSchema>

export const QUESTION_KEY = /^[a-z][a-z0-9_]{0,39}$/

export const questionsSchema = z
  .array(z.object({ key: z.string().regex(QUESTION_KEY), text: textsSchema }))
  .min(1)
  .max(20)
export type Questions = z.infer<typeof questionsSchema>

/** The words at the two ends of the scale; between them it runs from 1 to 5. */
export const scaleSchema = z.object({ low: textsSchema, high: textsSchema })
export type Scale = z.infer<typeof scaleSchema>

export const SCORES = [1, 2, 3, 4, 5] as const

export const scoresSchema = z.record(z.string(), z.number().int().min(1).max(5))
export type Scores = z.infer<typeof scoresSchema>

/** What the author of an argument allows to be kept of it after the reveal. */
export const LEAVES = ['with_name', 'without_name', 'not_kept'] as const
export type Leave = (typeof LEAVES)[number]

export const ARGUMENT_MAX = 2000

export type Ballot = { scores: Scores; argument: string; leave: Leave }

/** What lies inside a seal. Vote and voter are in it, so that a ballot moved to another row does not count. */
export const sealedBallotSchema = z.object({
  voteId: z.string(),
  personId: z.string(),
  scores: scoresSchema,
  argument: z.string(),
  leave: z.enum(LEAVES),
})
export type SealedBallot = z.infer<typeof sealedBallotSchema>

/** Four bytes of length, JSON, and padding: room for the longest argument in the longest writing. */
export const BALLOT_BYTES = 16 * 1024

/** The name of a question's field in the form. */
export function scoreField(questionKey: string): string {
  return `score_${questionKey}`
}

/** The ballot form of a vote: a score for each of its questions, an argument, and the leave. */
export function ballotForm(questions: Questions) {
  const scores = Object.fromEntries(questions.map(({ key }) => [scoreField(key), scoreChoice]))
  const fields = { argument: paragraph(ARGUMENT_MAX), leave: z.enum(LEAVES, { error: 'votes.leave_missing' }) }
  return z
    .object(scores)
    .and(z.object(fields))
    .transform((form): Ballot => ({
      scores: Object.fromEntries(questions.map(({ key }) => [key, Number(form[scoreField(key)])])),
      argument: form.argument,
      leave: form.leave,
    }))
}

const scoreChoice = z.enum(['1', '2', '3', '4', '5'], { error: 'votes.score_missing' })

export const CONSENSUS_MAX = 4000

/** The version is 0 until a first statement stands. */
export const consensusForm = z.object({ statement: paragraph(CONSENSUS_MAX), version: wholeNumber(0, 1_000_000) })

export type Voter = { id: string; name: string }

export type Vote = {
  id: string
  subjectNoun: string
  subjectId: string
  subject: Texts
  unitId: string
  questions: Questions
  scale: Scale
  facilitator: Voter
  sealId: string
  openedAt: Date
  revealedAt: Date | null
  withdrawnAt: Date | null
  voterCount: number
  ballotCount: number
  /** About the reader alone; of nobody else it is told whether they have voted. */
  iAmVoter: boolean
  iHaveVoted: boolean
}

export type KeptArgument = { id: string; argument: string; name: string | null }

export type Consensus = { statement: string; statedBy: string; recordedAt: Date; version: number }

/** What a reveal left, and what the group made of it. */
export type Outcome = { scores: Scores[]; kept: KeptArgument[]; consensus: Consensus | undefined }
