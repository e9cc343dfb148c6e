import { z } from 'zod'
import { dayIn } from '../../platform/clock.ts'
import { notHere } from '../../platform/problem.ts'
import type { Tx } from '../../platform/database.ts'
import { CIRCLES } from '../../access/roles.ts'
import type { Scope } from '../../access/scope.ts'
import { LANGUAGES } from '../../messages/text.ts'
import { urls } from '../../urls.ts'
import { endpoint, paged, pageOf, PAGING } from '../../web/api.ts'
import { day, id, line, optionalLine, optionalParagraph, paragraph } from '../../web/fields.ts'
import { addResource, changeResource, retireResource } from './commands.ts'
import { putToUse, recognizeResource } from './life/commands.ts'
import { listUseFacts } from './life/queries.ts'
import { findResourceAnywhere, listGoalIdsSeen, listResidences, listResourcesFrom, listYears } from './queries.ts'
import { periodOf, stateOf } from './rules.ts'
import { isWebAddress, KINDS, STATES } from './schema.ts'

const name = z
  .partialRecord(z.enum(LANGUAGES), line(160))
  .refine((texts) => Object.keys(texts).length > 0, { error: 'web.required' })
  .meta({ description: 'What it is called, by language.' })
const description = z.partialRecord(z.enum(LANGUAGES), paragraph(4000)).meta({ description: 'By language.' })
const minutes = z.number().int().min(0).max(10_080).nullable()

const said = z.object({
  kind: z.enum(KINDS),
  name,
  description,
  circle: z.enum(CIRCLES).optional(),
  links: z.array(z.string().max(2000).refine(isWebAddress, { error: 'resources.link_not_valid' })).max(10),
  tags: z.array(line(40)).max(12),
  groupLabel: optionalLine(60),
  minutesPerWeek: minutes,
  peopleCount: z.number().int().min(0).max(100_000).nullable(),
  annualCost: z.number().min(0).max(999_999_999).nullable(),
  fullTimeShare: z.number().min(0).max(999).nullable(),
  unitIds: z.array(id).max(200),
  personIds: z.array(id).max(500),
})
/** What must be said of a new one, and what may be said anew: only what is sent changes. */
const creation = said.partial().required({ kind: true, name: true }).extend({ unitId: z.uuid() })
const change = said.extend({ groupLabel: z.string().max(60) }).partial()

const recognition = z.object({ occurredOn: day, reason: optionalParagraph(1000) })
const use = z.object({
  goalId: z.uuid().nullable().default(null),
  beganOn: day,
  purpose: paragraph(600),
  content: optionalParagraph(600),
  structure: optionalParagraph(600),
  participants: optionalParagraph(600),
  whatChanged: optionalParagraph(2000),
  minutesPerWeek: minutes.default(null),
  personIds: z.array(id).max(500).default([]),
})
const retirement = z.object({ retiredOn: day, reason: paragraph(1000) })

const resourceJson = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  kind: z.enum(KINDS),
  name: z.record(z.string(), z.string()),
  description: z.record(z.string(), z.string()),
  circle: z.enum(CIRCLES),
  links: z.array(z.string()),
  tags: z.array(z.string()),
  groupLabel: z.string(),
  minutesPerWeek: z.number().nullable(),
  peopleCount: z.number().nullable(),
  annualCost: z.number().nullable(),
  fullTimeShare: z.number().nullable(),
  unitIds: z.array(z.uuid()),
  personIds: z.array(z.uuid()),
  state: z.enum(STATES).meta({ description: 'For any goal, in the school year that holds today.' }),
  states: z.array(z.object({ goalId: z.uuid(), state: z.enum(STATES) })).meta({ description: 'For each goal that it serves or served.' }),
  version: z.number().int(),
})

const useJson = z.object({ id: z.uuid(), resource: resourceJson })

const list = endpoint({
  method: 'get',
  address: urls.apiResources,
  summary: 'Resources that you may read, of one unit or kind where the query says so.',
  tag: 'Resources',
  query: PAGING.extend({ unitId: z.uuid().optional(), kind: z.enum(KINDS).optional() }),
  response: pageOf(resourceJson),
  answer: async ({ db, scope, query }) => {
    const { limit, cursor, unitId, kind } = query
    const { items, next } = paged(await listResourcesFrom(db, scope, { limit: limit + 1, cursor, unitId, kind }), limit)
    return { body: { items: await told(db, scope, items), next } }
  },
})

const create = endpoint({
  method: 'post',
  address: urls.apiResources,
  summary: 'Add a resource to a unit.',
  tag: 'Resources',
  request: creation,
  response: resourceJson,
  answer: async ({ db, scope, request }) => {
    const { unitId, name: names, description: descriptions, ...more } = request
    const id = await addResource(db, scope, unitId, { ...more, name: Object.values(names)[0] ?? '', names, descriptions })
    return await answerWith(db, scope, id)
  },
})

const read = endpoint({
  method: 'get',
  address: urls.apiResource,
  summary: 'One resource.',
  tag: 'Resources',
  response: resourceJson,
  versioned: true,
  answer: async ({ db, scope, id }) => await answerWith(db, scope, id('resource')),
})

const update = endpoint({
  method: 'patch',
  address: urls.apiResource,
  summary: 'Say something else about a resource; what is not sent stays. Needs If-Match.',
  tag: 'Resources',
  request: change,
  response: resourceJson,
  versioned: true,
  answer: async ({ db, scope, id, request, ifMatch }) => {
    const version = ifMatch()
    const { body } = await answerWith(db, scope, id('resource'))
    const { name: names, description: descriptions, ...merged } = { ...body, ...request }
    const form = { ...merged, name: Object.values(names)[0] ?? '', description: '', names, descriptions, version }
    const { id: _, unitId: __, state: ___, states: ____, ...columns } = form
    await changeResource(db, scope, id('resource'), columns)
    return await answerWith(db, scope, id('resource'))
  },
})

const recognize = endpoint({
  method: 'post',
  address: urls.apiResourceRecognitions,
  summary: 'Name a resource as one.',
  tag: 'Resources',
  request: recognition,
  response: resourceJson,
  answer: async ({ db, scope, id, request }) => {
    await recognizeResource(db, scope, id('resource'), request)
    return await answerWith(db, scope, id('resource'))
  },
})

const begin = endpoint({
  method: 'post',
  address: urls.apiResourceUses,
  summary: 'Put a resource to use, for a goal where `goalId` says so.',
  tag: 'Resources',
  request: use,
  response: useJson,
  answer: async ({ db, scope, id, request }) => {
    const useId = await putToUse(db, scope, id('resource'), request)
    const { body } = await answerWith(db, scope, id('resource'))
    return { body: { id: useId, resource: body } }
  },
})

const retire = endpoint({
  method: 'post',
  address: urls.apiResourceRetirement,
  summary: 'Retire a resource that is no longer in use.',
  tag: 'Resources',
  request: retirement,
  response: resourceJson,
  answer: async ({ db, scope, id, request }) => {
    await retireResource(db, scope, id('resource'), request)
    return await answerWith(db, scope, id('resource'))
  },
})

export const resourcesApi = [list, create, read, update, recognize, begin, retire]

async function answerWith(db: Tx, scope: Scope, id: string) {
  const [body] = await told(db, scope, [await findResourceAnywhere(db, scope, id)])
  if (!body) return notHere()
  return { body, version: body.version, location: urls.apiResource({ tenant: scope.tenantSlug, resource: id }) }
}

type Row = Awaited<ReturnType<typeof findResourceAnywhere>>

/** Rows with where they lie and what they are, for this school year: one query a noun, whatever their number. */
async function told(db: Tx, scope: Scope, rows: readonly Row[]) {
  const ids = rows.map((row) => row.id)
  const residences = Map.groupBy(await listResidences(db, scope, ids), (one) => one.resourceId)
  const facts = await listUseFacts(db, scope, ids)
  const uses = Map.groupBy(facts, (one) => one.resourceId)
  const goalsSeen = await listGoalIdsSeen(
    db,
    scope,
    facts.flatMap((one) => one.goalId ?? []),
  )
  const period = periodOf(await listYears(db, scope), undefined, dayIn(scope.timeZone, scope.now))
  return rows.map(({ recognizedOn, generatedOn, retiredOn, ...row }) => {
    const own = uses.get(row.id) ?? []
    const lying = residences.get(row.id) ?? []
    const life = { recognizedOn: recognizedOn ? [recognizedOn] : [], generatedOn, retiredOn, uses: own }
    const goalIds = [...new Set(own.flatMap((one) => one.goalId ?? []))].filter((id) => goalsSeen.has(id))
    return resourceJson.parse({
      ...row,
      annualCost: row.annualCost === null ? null : Number(row.annualCost),
      fullTimeShare: row.fullTimeShare === null ? null : Number(row.fullTimeShare),
      unitIds: lying.flatMap((one) => one.unitId ?? []),
      personIds: lying.flatMap((one) => one.personId ?? []),
      state: stateOf(life, period),
      states: goalIds.map((goalId) => ({ goalId, state: stateOf(life, period, goalId) })),
    })
  })
}
