import { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import { dayIn } from '../../platform/clock.ts'
import { found } from '../../platform/problem.ts'
import type { Scope } from '../../access/scope.ts'
import { urls } from '../../urls.ts'
import { endpoint, paged, pageOf, PAGING } from '../../web/api.ts'
import { day, line, optionalLine, optionalParagraph, paragraph } from '../../web/fields.ts'
import { findPlaceOf, goalsByIds } from '../goals/queries.ts'
import { observe, planCycle, replanCycle } from './commands.ts'
import { findCycleAnywhere, findDecision, findStudy, listCyclesFrom, listObservations } from './queries.ts'
import { stageOf } from './rules.ts'
import { ANSWERS, CIRCLES, type Cycle, DECISIONS, observationForm, STAGES } from './schema.ts'

const id = z.uuid().nullable()
const someDay = day.nullable()

const plan = z.object({
  goalId: z.uuid(),
  ideaId: id.default(null),
  parentId: id.default(null),
  measureId: id.default(null),
  question: line(300),
  prediction: optionalParagraph(1000),
  planWhat: optionalParagraph(1000),
  planWho: optionalLine(300),
  beginsOn: someDay.default(null),
  endsOn: someDay.default(null),
  ledBy: id.default(null),
  circle: z.enum(CIRCLES).default('school'),
})

/** The same without defaults: what was not sent must not overwrite what stands there. */
const replan = z
  .object({
    ideaId: id,
    measureId: id,
    question: line(300),
    prediction: z.union([z.literal(''), paragraph(1000)]),
    planWhat: z.union([z.literal(''), paragraph(1000)]),
    planWho: z.union([z.literal(''), line(300)]),
    beginsOn: someDay,
    endsOn: someDay,
    ledBy: id,
    circle: z.enum(CIRCLES),
  })
  .partial()

const cycleJson = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  goalId: z.uuid(),
  ideaId: id,
  measureId: id,
  parentId: id,
  number: z.number().int(),
  stage: z.enum(STAGES),
  question: z.string(),
  prediction: z.string(),
  planWhat: z.string(),
  planWho: z.string(),
  beginsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  ledBy: id,
  circle: z.enum(CIRCLES),
  startedOn: z.string().nullable(),
  version: z.number().int(),
})

const studyJson = z.object({ studiedOn: z.string(), result: z.string(), asPredicted: z.enum(ANSWERS), learned: z.array(z.string()) })
const decisionJson = z.object({ decision: z.enum(DECISIONS), reason: z.string(), decidedOn: z.string() })
const wholeJson = cycleJson.extend({ study: studyJson.nullable(), decision: decisionJson.nullable() })
const observationJson = z.object({ id: z.uuid(), observedOn: z.string(), seen: z.string(), surprise: z.string() })

const list = endpoint({
  method: 'get',
  address: urls.apiCycles,
  summary: 'Cycles that you may read, of one goal where `goalId` says so.',
  tag: 'Cycles',
  query: PAGING.extend({ goalId: z.uuid().optional() }),
  response: pageOf(cycleJson),
  answer: async ({ db, scope, query }) => {
    const { limit, cursor, goalId } = query
    const { items, next } = paged(await listCyclesFrom(db, scope, { limit: limit + 1, cursor, goalId }), limit)
    return { body: { items: items.map((cycle) => jsonOf(cycle, scope)), next } }
  },
})

const create = endpoint({
  method: 'post',
  address: urls.apiCycles,
  summary: 'Plan a cycle for a goal.',
  tag: 'Cycles',
  request: plan,
  response: cycleJson,
  versioned: true,
  answer: async ({ db, scope, request }) => {
    const [goal] = await goalsByIds(db, scope, [request.goalId])
    const place = await findPlaceOf(db, scope, found(goal).unitId)
    const cycle = await findCycleAnywhere(db, scope, await planCycle(db, scope, place, request))
    return { body: jsonOf(cycle, scope), version: cycle.version, location: urls.apiCycle({ tenant: scope.tenantSlug, cycle: cycle.id }) }
  },
})

const show = endpoint({
  method: 'get',
  address: urls.apiCycle,
  summary: 'One cycle with what was learned and decided.',
  tag: 'Cycles',
  response: wholeJson,
  versioned: true,
  answer: async ({ db, scope, id }) => {
    const cycle = await findCycleAnywhere(db, scope, id('cycle'))
    const study = await findStudy(db, scope, cycle.id)
    const decision = await findDecision(db, scope, cycle.id)
    const lines = study ? [study.learnedFirst, study.learnedSecond, study.learnedThird].filter(Boolean) : []
    return {
      body: { ...jsonOf(cycle, scope), study: study ? { ...study, learned: lines } : null, decision: decision ?? null },
      version: cycle.version,
    }
  },
})

const change = endpoint({
  method: 'patch',
  address: urls.apiCycle,
  summary: 'Change the plan of a cycle that has not begun; what is left out stays as it is.',
  tag: 'Cycles',
  request: replan,
  response: cycleJson,
  versioned: true,
  answer: async ({ db, scope, request, id, ifMatch }) => {
    const { cycle, place } = await whereIs(db, scope, id('cycle'))
    const { ideaId, measureId, question, prediction, planWhat, planWho, beginsOn, endsOn, ledBy, circle } = cycle
    const before = { ideaId, measureId, question, prediction, planWhat, planWho, beginsOn, endsOn, ledBy, circle }
    await replanCycle(db, scope, place, cycle.id, { ...before, ...request, version: ifMatch() })
    const now = await findCycleAnywhere(db, scope, cycle.id)
    return { body: jsonOf(now, scope), version: now.version }
  },
})

const observations = endpoint({
  method: 'get',
  address: urls.apiCycleObservations,
  summary: 'What was seen while a cycle was done, in the order of days.',
  tag: 'Cycles',
  response: z.object({ items: z.array(observationJson) }),
  answer: async ({ db, scope, id }) => {
    const cycle = await findCycleAnywhere(db, scope, id('cycle'))
    return { body: { items: await listObservations(db, scope, cycle.id) } }
  },
})

const addObservation = endpoint({
  method: 'post',
  address: urls.apiCycleObservations,
  summary: 'Write down what was seen while a cycle is being done.',
  tag: 'Cycles',
  request: observationForm,
  response: observationJson,
  answer: async ({ db, scope, request, id }) => {
    const { cycle, place } = await whereIs(db, scope, id('cycle'))
    return { body: { ...request, id: await observe(db, scope, place, cycle.id, request) } }
  },
})

export const cyclesApi = [list, create, show, change, observations, addObservation]

async function whereIs(db: Tx, scope: Scope, cycleId: string) {
  const cycle = await findCycleAnywhere(db, scope, cycleId)
  return { cycle, place: await findPlaceOf(db, scope, cycle.unitId) }
}

function jsonOf(cycle: Cycle, scope: Scope): z.input<typeof cycleJson> {
  return { ...cycle, stage: stageOf(cycle, dayIn(scope.timeZone, scope.now)) }
}
