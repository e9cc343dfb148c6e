import { z } from 'zod'
import { urls } from '../../../urls.ts'
import { type ApiCtx, endpoint } from '../../../web/api.ts'
import { day, optionalLine } from '../../../web/fields.ts'
import { findPlaceOf } from '../../goals/queries.ts'
import { shown, wholeJson } from '../api.ts'
import { addListedPoints, addPoint, annotateDay, beginPhase, removeNote, removePhase, removePoint } from '../commands.ts'
import { MOST_LINES } from '../pasting/rules.ts'
import { findMeasureAnywhere } from '../queries.ts'
import { noteForm, phaseForm } from '../schema.ts'

const number = z.number().min(-1_000_000_000).max(1_000_000_000).nullable().default(null)
const count = z.number().int().min(0).max(1_000_000_000)

const observation = z.object({
  observedOn: day,
  value: number.meta({ description: 'For a measure of the kind `value`.' }),
  events: count.nullable().default(null).meta({ description: 'For a measure of the kind `proportion`: so many …' }),
  total: count.min(1).nullable().default(null).meta({ description: '… out of so many.' }),
  note: optionalLine(200),
})

const listed = z.object({ points: z.array(observation).min(1).max(MOST_LINES) })

const phase = phaseForm.extend({
  frozen: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether it is the baseline: all later points are compared with its center and limits.' }),
})

const addOne = endpoint({
  method: 'post',
  address: urls.apiMeasurePoints,
  summary: 'Add one observation, of a day that has none.',
  tag: 'Measures',
  request: observation,
  response: wholeJson,
  answer: async (ctx) => await written(ctx, (at, measure) => addPoint(ctx.db, ctx.scope, at, measure, ctx.request)),
})

const addList = endpoint({
  method: 'post',
  address: urls.apiMeasurePointLists,
  summary: 'Add a list of observations, all of them or none; what is known already changes nothing.',
  tag: 'Measures',
  request: listed,
  response: wholeJson,
  answer: async (ctx) => await written(ctx, (at, measure) => addListedPoints(ctx.db, ctx.scope, at, measure, ctx.request.points)),
})

const takeOutPoint = endpoint({
  method: 'post',
  address: urls.apiMeasurePointRemoval,
  summary: 'Take out an observation that was a mistake.',
  tag: 'Measures',
  response: wholeJson,
  answer: async (ctx) => await written(ctx, (at, measure) => removePoint(ctx.db, ctx.scope, at, measure, ctx.id('point'))),
})

const startPhase = endpoint({
  method: 'post',
  address: urls.apiMeasurePhases,
  summary: 'Say from which day on something is different.',
  tag: 'Measures',
  request: phase,
  response: wholeJson,
  answer: async (ctx) => {
    const { frozen, ...form } = ctx.request
    const begun = { ...form, frozen: frozen ? ('yes' as const) : undefined }
    return await written(ctx, (at, measure) => beginPhase(ctx.db, ctx.scope, at, measure, begun))
  },
})

const takeOutPhase = endpoint({
  method: 'post',
  address: urls.apiMeasurePhaseRemoval,
  summary: 'Take out a phase that was a mistake.',
  tag: 'Measures',
  response: wholeJson,
  answer: async (ctx) => await written(ctx, (at, measure) => removePhase(ctx.db, ctx.scope, at, measure, ctx.id('phase'))),
})

const annotate = endpoint({
  method: 'post',
  address: urls.apiMeasureNotes,
  summary: 'Write on a day what happened then.',
  tag: 'Measures',
  request: noteForm,
  response: wholeJson,
  answer: async (ctx) => await written(ctx, (at, measure) => annotateDay(ctx.db, ctx.scope, at, measure, ctx.request)),
})

const takeOutNote = endpoint({
  method: 'post',
  address: urls.apiMeasureNoteRemoval,
  summary: 'Take out a note that was a mistake.',
  tag: 'Measures',
  response: wholeJson,
  answer: async (ctx) => await written(ctx, (at, measure) => removeNote(ctx.db, ctx.scope, at, measure, ctx.id('note'))),
})

/** What is entered at a measure, and taken out again, as on its page. */
export const measureEntryApi = [addOne, addList, takeOutPoint, startPhase, takeOutPhase, annotate, takeOutNote]

type Asked = Pick<ApiCtx<unknown, unknown>, 'db' | 'scope' | 'id'>
type At = Awaited<ReturnType<typeof findPlaceOf>>

/** Writes at the place of the measure, and answers the measure as it is then. */
async function written({ db, scope, id }: Asked, write: (at: At, measureId: string) => Promise<void>) {
  const measure = await findMeasureAnywhere(db, scope, id('measure'))
  await write(await findPlaceOf(db, scope, measure.unitId), measure.id)
  return { body: (await shown(db, scope, measure.id)).body }
}
