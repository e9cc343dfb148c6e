import { z } from 'zod'
import type { FormState } from '../../ui/form-context.ts'
import { type Circle, CIRCLES } from '../../access/roles.ts'
import { day, id, line, optionalDay, optionalId, optionalLine, optionalParagraph, paragraph, version } from '../../web/fields.ts'
import type { Measure, MeasureNote } from '../measures/schema.ts'
import type { Reading } from '../measures/signals/schema.ts'

export { CIRCLES }

const plan = {
  question: line(300),
  prediction: optionalParagraph(1000),
  planWhat: optionalParagraph(1000),
  planWho: optionalLine(300),
  beginsOn: optionalDay,
  endsOn: optionalDay,
  ledBy: optionalId,
  measureId: optionalId,
  circle: z.enum(CIRCLES).default('school'),
}

/** A new cycle: for which goal, of which idea it tries, and after which cycle it comes. */
export const cycleForm = z.object({ goalId: id, ideaId: optionalId, parentId: optionalId, ...plan })

export const cycleChangeForm = z.object({ ideaId: optionalId, ...plan, version })

export const startForm = z.object({ startedOn: day })

export const observationForm = z.object({ observedOn: day, seen: paragraph(2000), surprise: optionalParagraph(1000) })

/** How the result stands to the prediction. */
export const ANSWERS = ['yes', 'partly', 'no'] as const

export const studyForm = z.object({
  studiedOn: day,
  result: paragraph(2000),
  asPredicted: z.enum(ANSWERS),
  learnedFirst: line(300),
  learnedSecond: optionalLine(300),
  learnedThird: optionalLine(300),
})

/** What follows from a cycle. */
export const DECISIONS = ['adopt', 'adapt', 'abandon'] as const

export const decisionForm = z.object({ decision: z.enum(DECISIONS), reason: paragraph(1000), decidedOn: day })

export type CycleForm = z.output<typeof cycleForm>
export type CycleChange = z.output<typeof cycleChangeForm>
export type ObservationForm = z.output<typeof observationForm>
export type StudyForm = z.output<typeof studyForm>
export type DecisionForm = z.output<typeof decisionForm>

/** Where a cycle is in its way; derived from what was done. */
export const STAGES = ['plan', 'do', 'study', 'act', 'done'] as const

export type Stage = (typeof STAGES)[number]

export type Cycle = {
  id: string
  unitId: string
  circle: Circle
  goalId: string
  ideaId: string | null
  measureId: string | null
  parentId: string | null
  number: number
  question: string
  prediction: string
  planWhat: string
  planWho: string
  beginsOn: string | null
  endsOn: string | null
  ledBy: string | null
  ledByName: string | null
  version: number
  recordedAt: Date
  idea: string | null
  strategyId: string | null
  startedOn: string | null
  observations: number
  studiedOn: string | null
  decision: (typeof DECISIONS)[number] | null
  decidedOn: string | null
}

export type Observation = ObservationForm & { id: string; byName: string | null }

export type Study = StudyForm & { byName: string | null }

export type Decision = DecisionForm & { byName: string | null }

/** Everything that the page of a cycle shows. */
export type CyclePageProps = {
  cycle: Cycle
  goal: { id: string; name: string } | undefined
  parent: Cycle | undefined
  next: Cycle[]
  chart: { measure: Measure; reading: Reading; notes: Pick<MeasureNote, 'onDay' | 'text'>[] } | undefined
  observations: Observation[]
  study: Study | undefined
  decision: Decision | undefined
  today: string
  whyNotWrite: string | undefined
  whyNotObserve: string | undefined
  forms: { start?: FormState; observation?: FormState; study?: FormState; decision?: FormState }
}
