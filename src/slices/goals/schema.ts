import { z } from 'zod'
import { CIRCLES, type Circle } from '../../access/roles.ts'
import { LANGUAGES } from '../../messages/text.ts'
import { day, id, optionalDay, optionalLine, optionalParagraph, paragraph, several, version } from '../../web/fields.ts'
import type { Texts, Vote } from '../votes/schema.ts'

export const STATEMENT_MAX = 400

/** The name of the statement's field in a language. */
export function statementField(language: string): string {
  return `statement_${language}`
}

/** The goal as it is written in the page: the statement in any of the languages, and what else is known by now. */
export function goalForm(language: string) {
  const statements = Object.fromEntries(LANGUAGES.map((one) => [statementField(one), optionalLine(STATEMENT_MAX)]))
  return z
    .object({ ...goalFields, statements: z.never().optional() })
    .and(z.object(statements))
    .transform((form): GoalDraft => ({ ...draftOf(form), statement: statementOf(form) }))
    .refine((draft) => Object.keys(draft.statement).length > 0, { path: [statementField(language)], error: 'goals.statement_missing' })
}

const goalFields = {
  circle: z.enum(CIRCLES).default('school'),
  forWhom: optionalLine(300),
  baseline: optionalLine(300),
  target: optionalLine(300),
  dueOn: optionalDay,
  evidence: optionalParagraph(2000),
}

const plainGoal = z.object(goalFields)

/** What a person decides about a goal, before the team does. */
export type GoalDraft = z.output<typeof plainGoal> & { statement: Texts }

function draftOf(form: z.output<typeof plainGoal>): Omit<GoalDraft, 'statement'> {
  const { circle, forWhom, baseline, target, dueOn, evidence } = form
  return { circle, forWhom, baseline, target, dueOn, evidence }
}

function statementOf(form: object): Texts {
  const written = LANGUAGES.map((language) => [language, String(Reflect.get(form, statementField(language)) ?? '')] as const)
  return Object.fromEntries(written.filter(([, text]) => text !== ''))
}

export const versionForm = z.object({ version })

export const openingForm = z.object({ voters: several(id), others: several(id) })

export const agreementForm = z.object({ agreedOn: day })
export type AgreementForm = z.output<typeof agreementForm>

export const OUTCOMES = ['reached', 'partly_reached', 'not_reached', 'set_aside'] as const
export type GoalOutcome = (typeof OUTCOMES)[number]

export const closureForm = z.object({
  outcome: z.enum(OUTCOMES, { error: 'goals.outcome_missing' }),
  learned: paragraph(4000),
  closedOn: day,
})
export type ClosureForm = z.output<typeof closureForm>

/** Where a goal stands, derived from what was done with it. */
export const GOAL_STATES = ['draft', 'voting', 'voted', 'agreed', 'closed'] as const
export type GoalState = (typeof GOAL_STATES)[number]

export type Agreement = { voteId: string; statement: string; agreedOn: string; agreedBy: string }

export type Closure = { outcome: GoalOutcome; learned: string; closedOn: string; closedBy: string }

export type Goal = {
  id: string
  unitId: string
  unitName: string
  unitSlug: string
  circle: Circle
  statement: Texts
  forWhom: string
  baseline: string
  target: string
  dueOn: string | null
  evidence: string
  author: string | null
  version: number
  recordedAt: Date
  /** The newest vote that was not withdrawn. */
  vote: Vote | undefined
  agreement: Agreement | undefined
  closure: Closure | undefined
  state: GoalState
}
