import { z } from 'zod'
import { type Circle, CIRCLES } from '../../access/roles.ts'
import { paragraph, version } from '../../web/fields.ts'

export { CIRCLES }

const MOST_WORDS = 1000

/** The theory of action in three clauses: if leaders do this, then adults change so, and students gain that. */
const theory = {
  leadersDo: paragraph(MOST_WORDS),
  adultsChange: paragraph(MOST_WORDS),
  studentsGain: paragraph(MOST_WORDS),
  circle: z.enum(CIRCLES).default('school'),
}

/** A new strategy; with `carry` it begins with the drivers, ideas and open commitments of the one before. */
export const strategyForm = z.object({ ...theory, carry: z.literal('yes').optional() })

export const theoryForm = z.object({ ...theory, version })

export type StrategyForm = z.output<typeof strategyForm>
export type TheoryForm = z.output<typeof theoryForm>

/** A strategy as its row says, with where it stands: the newest of a goal is current. */
export type Strategy = {
  id: string
  unitId: string
  circle: Circle
  goalId: string
  number: number
  leadersDo: string
  adultsChange: string
  studentsGain: string
  authorId: string | null
  authorName: string | null
  version: number
  recordedAt: Date
  newestNumber: number
  /** What the last review decided, where there was one. */
  lastOutcome: 'keep' | 'adapt' | 'stop' | null
}
