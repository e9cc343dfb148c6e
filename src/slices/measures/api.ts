import { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import { found } from '../../platform/problem.ts'
import { CIRCLES } from '../../access/roles.ts'
import type { Scope } from '../../access/scope.ts'
import { urls } from '../../urls.ts'
import { endpoint, paged, pageOf, PAGING } from '../../web/api.ts'
import { line, optionalLine, paragraph } from '../../web/fields.ts'
import { variableJson } from '../frameworks/schema.ts'
import { findPlaceOf } from '../goals/queries.ts'
import { listGoalIdsSeen } from '../resources/queries.ts'
import { changeMeasure, createMeasure } from './commands.ts'
import { findMeasureAnywhere, listMeasuresFrom, listNotes, listPhases, listPoints, listReadings } from './queries.ts'
import { variableOf } from './rules.ts'
import { DIRECTIONS, KINDS, type Measure, type MeasurePhase, type MeasurePoint } from './schema.ts'
import { VERDICTS } from './signals/schema.ts'

const id = z.uuid().toLowerCase().nullable()

const draft = z.object({
  unitId: z.uuid().toLowerCase(),
  name: line(120),
  kind: z.enum(KINDS),
  unitOfMeasure: optionalLine(40),
  better: z.enum(DIRECTIONS),
  definition: paragraph(2000),
  goalId: id.default(null),
  variable: variableJson.nullable().default(null),
  ownerId: id.default(null),
  circle: z.enum(CIRCLES).default('school'),
})

/** The same without defaults: what was not sent must not overwrite what stands there. */
const change = z
  .object({
    name: line(120),
    unitOfMeasure: z.union([z.literal(''), line(40)]),
    better: z.enum(DIRECTIONS),
    definition: paragraph(2000),
    goalId: id,
    variable: variableJson.nullable(),
    ownerId: id,
    circle: z.enum(CIRCLES),
  })
  .partial()

const pointJson = z.object({
  id: z.uuid(),
  observedOn: z.string(),
  value: z.number().nullable(),
  events: z.number().int().nullable(),
  total: z.number().int().nullable(),
  note: z.string(),
})

const phaseJson = z.object({ id: z.uuid(), startsOn: z.string(), label: z.string(), frozen: z.boolean() })

const noteJson = z.object({ id: z.uuid(), onDay: z.string(), text: z.string() })

const measureJson = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  name: z.string(),
  kind: z.enum(KINDS),
  unitOfMeasure: z.string(),
  better: z.enum(DIRECTIONS),
  definition: z.string(),
  goalId: z.uuid().nullable(),
  variable: variableJson.nullable(),
  ownerId: z.uuid().nullable(),
  circle: z.enum(CIRCLES),
  version: z.number().int(),
})

export const wholeJson = measureJson.extend({
  verdict: z.enum(VERDICTS).meta({ description: 'What its chart allows to be said; `few` below ten points.' }),
  points: z.array(pointJson),
  phases: z.array(phaseJson),
  notes: z.array(noteJson),
})

const list = endpoint({
  method: 'get',
  address: urls.apiMeasures,
  summary: 'Measures that you may read, of one unit or one goal where `unitId` or `goalId` says so.',
  tag: 'Measures',
  query: PAGING.extend({ unitId: z.uuid().toLowerCase().optional(), goalId: z.uuid().toLowerCase().optional() }),
  response: pageOf(measureJson),
  answer: async ({ db, scope, query }) => {
    const { limit, cursor, unitId, goalId } = query
    const isHidden = goalId !== undefined && (await listGoalIdsSeen(db, scope, [goalId])).size === 0
    const rows = isHidden ? [] : await listMeasuresFrom(db, scope, { limit: limit + 1, cursor, unitId, goalId })
    const { items, next } = paged(rows, limit)
    return { body: { items: await jsonOf(db, scope, items), next } }
  },
})

const create = endpoint({
  method: 'post',
  address: urls.apiMeasures,
  summary: 'Begin to watch something at a unit, for a goal or about a variable of a framework.',
  tag: 'Measures',
  request: draft,
  response: wholeJson,
  versioned: true,
  answer: async ({ db, scope, request }) => {
    const { unitId, ...form } = request
    const measure = await createMeasure(db, scope, await findPlaceOf(db, scope, unitId), form)
    return { ...(await shown(db, scope, measure)), location: urls.apiMeasure({ tenant: scope.tenantSlug, measure }) }
  },
})

const show = endpoint({
  method: 'get',
  address: urls.apiMeasure,
  summary: 'One measure with its points, phases and notes, and what may be said of them.',
  tag: 'Measures',
  response: wholeJson,
  versioned: true,
  answer: async ({ db, scope, id }) => await shown(db, scope, id('measure')),
})

const changeOne = endpoint({
  method: 'patch',
  address: urls.apiMeasure,
  summary: 'Say something else about a measure; what is left out stays as it is, and its kind always does.',
  tag: 'Measures',
  request: change,
  response: wholeJson,
  versioned: true,
  answer: async ({ db, scope, request, id, ifMatch }) => {
    const measure = await findMeasureAnywhere(db, scope, id('measure'))
    const { name, unitOfMeasure, better, definition, goalId, ownerId, circle } = measure
    const before = { name, unitOfMeasure, better, definition, goalId, variable: variableOf(measure) ?? null, ownerId, circle }
    const place = await findPlaceOf(db, scope, measure.unitId)
    await changeMeasure(db, scope, place, measure.id, { ...before, ...request, version: ifMatch() })
    return await shown(db, scope, measure.id)
  },
})

export const measuresApi = [list, create, show, changeOne]

/** A measure as the API tells it: with all that was entered at it, and what may be said of that. */
export async function shown(db: Tx, scope: Scope, measureId: string) {
  const measure = await findMeasureAnywhere(db, scope, measureId)
  const [told] = await jsonOf(db, scope, [measure])
  const [read] = await listReadings(db, scope, [measure])
  const points = (await listPoints(db, scope, [measure.id])).map(pointOf)
  const phases = (await listPhases(db, scope, [measure.id])).map(phaseOf)
  const notes = await listNotes(db, scope, measure.id)
  return { body: { ...found(told), verdict: found(read).reading.verdict, points, phases, notes }, version: measure.version }
}

/** A goal that the reader may not see is not named, as on the page. */
async function jsonOf(db: Tx, scope: Scope, measures: readonly Measure[]): Promise<z.input<typeof measureJson>[]> {
  const seen = await listGoalIdsSeen(
    db,
    scope,
    measures.flatMap(({ goalId }) => goalId ?? []),
  )
  return measures.map((measure) => {
    const { id, unitId, name, kind, unitOfMeasure, better, definition, ownerId, circle, version } = measure
    const goalId = measure.goalId && seen.has(measure.goalId) ? measure.goalId : null
    const variable = variableOf(measure) ?? null
    return { id, unitId, name, kind, unitOfMeasure, better, definition, goalId, variable, ownerId, circle, version }
  })
}

function pointOf({ id, observedOn, value, events, total, note }: MeasurePoint): z.input<typeof pointJson> {
  return { id, observedOn, value, events, total, note }
}

function phaseOf({ id, startsOn, label, frozen }: MeasurePhase): z.input<typeof phaseJson> {
  return { id, startsOn, label, frozen }
}
