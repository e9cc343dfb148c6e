import { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import { found } from '../../platform/problem.ts'
import { CIRCLES } from '../../access/roles.ts'
import type { Scope } from '../../access/scope.ts'
import { LANGUAGES } from '../../messages/text.ts'
import { urls } from '../../urls.ts'
import { endpoint, paged, pageOf, PAGING } from '../../web/api.ts'
import { day, line, optionalLine, optionalParagraph, paragraph } from '../../web/fields.ts'
import { closeGoal, draftGoal, reviseGoal } from './commands.ts'
import { findGoal, findPlaceOf, goalsByIds, listGoalsFrom } from './queries.ts'
import { type Goal, GOAL_STATES, OUTCOMES, STATEMENT_MAX } from './schema.ts'

const statement = z
  .partialRecord(z.enum(LANGUAGES), line(STATEMENT_MAX))
  .refine((texts) => Object.keys(texts).length > 0, { error: 'goals.statement_missing' })
  .meta({ description: 'The goal in one sentence, by language.' })

const draft = z.object({
  statement,
  circle: z.enum(CIRCLES).default('school'),
  forWhom: optionalLine(300),
  baseline: optionalLine(300),
  target: optionalLine(300),
  dueOn: day.nullable().default(null),
  evidence: optionalParagraph(2000),
})

/** The same without defaults: what was not sent must not overwrite what stands there. */
const shortText = z.union([z.literal(''), line(300)])
const revision = z
  .object({
    statement,
    circle: z.enum(CIRCLES),
    forWhom: shortText,
    baseline: shortText,
    target: shortText,
    dueOn: day.nullable(),
    evidence: z.union([z.literal(''), paragraph(2000)]),
  })
  .partial()

const closure = z.object({ outcome: z.enum(OUTCOMES), learned: paragraph(4000), closedOn: day })

const goalJson = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  statement: z.record(z.string(), z.string()),
  circle: z.enum(CIRCLES),
  forWhom: z.string(),
  baseline: z.string(),
  target: z.string(),
  dueOn: z.string().nullable(),
  evidence: z.string(),
  state: z.enum(GOAL_STATES),
  agreement: z.object({ statement: z.string(), agreedOn: z.string() }).nullable(),
  closure: z.object({ outcome: z.enum(OUTCOMES), learned: z.string(), closedOn: z.string() }).nullable(),
  version: z.number().int(),
})

const list = endpoint({
  method: 'get',
  address: urls.apiGoals,
  summary: 'Goals that you may read, of one unit where `unitId` says so.',
  tag: 'Goals',
  query: PAGING.extend({ unitId: z.uuid().optional() }),
  response: pageOf(goalJson),
  answer: async ({ db, scope, query }) => {
    const { limit, cursor, unitId } = query
    const { items, next } = paged(await listGoalsFrom(db, scope, { limit: limit + 1, cursor, unitId }), limit)
    return { body: { items: items.map(jsonOf), next } }
  },
})

const create = endpoint({
  method: 'post',
  address: urls.apiGoals,
  summary: 'Draft a goal for a unit.',
  tag: 'Goals',
  request: draft.extend({ unitId: z.uuid() }),
  response: goalJson,
  versioned: true,
  answer: async ({ db, scope, request }) => {
    const { unitId, ...rest } = request
    const place = await findPlaceOf(db, scope, unitId)
    const id = await draftGoal(db, scope, place, rest)
    const goal = await findGoal(db, scope, place, id)
    return { body: jsonOf(goal), version: goal.version, location: urls.apiGoal({ tenant: scope.tenantSlug, goal: id }) }
  },
})

const show = endpoint({
  method: 'get',
  address: urls.apiGoal,
  summary: 'One goal.',
  tag: 'Goals',
  response: goalJson,
  versioned: true,
  answer: async ({ db, scope, id }) => {
    const goal = await goalOf(db, scope, id('goal'))
    return { body: jsonOf(goal), version: goal.version }
  },
})

const change = endpoint({
  method: 'patch',
  address: urls.apiGoal,
  summary: 'Reword a goal that has not been adopted; what is left out stays as it is.',
  tag: 'Goals',
  request: revision,
  response: goalJson,
  versioned: true,
  answer: async ({ db, scope, request, id, ifMatch }) => {
    const goal = await goalOf(db, scope, id('goal'))
    const place = await findPlaceOf(db, scope, goal.unitId)
    await reviseGoal(db, scope, place, goal.id, { draft: { ...draftIn(goal), ...request }, version: ifMatch() })
    const now = await goalOf(db, scope, goal.id)
    return { body: jsonOf(now), version: now.version }
  },
})

const close = endpoint({
  method: 'post',
  address: urls.apiGoalClosure,
  summary: 'Close a goal with what came of it and what was learned.',
  tag: 'Goals',
  request: closure,
  response: goalJson,
  answer: async ({ db, scope, request, id }) => {
    const goal = await goalOf(db, scope, id('goal'))
    await closeGoal(db, scope, await findPlaceOf(db, scope, goal.unitId), goal.id, request)
    return { body: jsonOf(await goalOf(db, scope, goal.id)) }
  },
})

export const goalsApi = [list, create, show, change, close]

async function goalOf(db: Tx, scope: Scope, goalId: string): Promise<Goal> {
  return found((await goalsByIds(db, scope, [goalId]))[0])
}

function draftIn(goal: Goal) {
  const { statement, circle, forWhom, baseline, target, dueOn, evidence } = goal
  return { statement, circle, forWhom, baseline, target, dueOn, evidence }
}

function jsonOf(goal: Goal): z.input<typeof goalJson> {
  const { id, unitId, statement, circle, forWhom, baseline, target, dueOn, evidence, state, version } = goal
  const agreement = goal.agreement ? { statement: goal.agreement.statement, agreedOn: goal.agreement.agreedOn } : null
  const closed = goal.closure && { outcome: goal.closure.outcome, learned: goal.closure.learned, closedOn: goal.closure.closedOn }
  return { id, unitId, statement, circle, forWhom, baseline, target, dueOn, evidence, state, agreement, closure: closed ?? null, version }
}
