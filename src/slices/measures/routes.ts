import { h } from 'preact'
import type { App } from '../../web/app-type.ts'
import { type FormState, refusedForm } from '../../web/form.ts'
import type { PlaceCtx } from '../../web/context.ts'
import { placePage } from '../../web/page.tsx'
import { dayIn } from '../../platform/clock.ts'
import { csvOf } from '../../platform/csv.ts'
import type { TextKey } from '../../messages/text.ts'
import { urls } from '../../urls.ts'
import { listTold } from '../frameworks/queries.ts'
import { choicesOf } from '../frameworks/rules.ts'
import { listGoalChoices, listPeopleBelow } from '../resources/queries.ts'
import { inWords } from '../resources/rules.ts'
import {
  addPastedPoints,
  addPoint,
  annotateDay,
  beginPhase,
  changeMeasure,
  createMeasure,
  removeNote,
  removePhase,
  removePoint,
} from './commands.ts'
import { MeasureFormPage } from './measure-form-page.tsx'
import { MeasurePage, type MeasurePageProps } from './measure-page.tsx'
import { MeasuresPage } from './measures-page.tsx'
import { glanceAtOutside } from './outside/sources/routes.ts'
import { againstKnown, readPasted } from './pasting/rules.ts'
import { findMeasure, listMeasures, listNotes, listPhases, listPoints, listReadings } from './queries.ts'
import { whyNotAnotherPoint, whyNotPhase, whyNotPoint, whyNotWatch } from './rules.ts'
import { type Measure, measureChangeForm, measureForm, noteForm, pastedForm, phaseForm, pointForm } from './schema.ts'
import { readSeries } from './signals/rules.ts'
import { CHARTS } from './signals/schema.ts'
import { findVariableOf, hasVariables } from './variables/queries.ts'
import { variableRoutes } from './variables/routes.ts'

/** Measures with their points, phases and notes. Fixed words come before what an id may stand for. */
export function measureRoutes(app: App): void {
  variableRoutes(app)
  app.get(urls.measures.pattern, placePage(showMeasures))
  app.post(urls.measures.pattern, placePage(create))
  app.get(
    urls.measureNew.pattern,
    placePage((ctx) => showForm(ctx)),
  )
  app.get(
    urls.measure.pattern,
    placePage((ctx) => showMeasure(ctx)),
  )
  app.post(urls.measure.pattern, placePage(change))
  app.get(urls.measureEdit.pattern, placePage(showEdit))
  app.get(urls.measureCsv.pattern, placePage(downloadPoints))
  app.post(urls.measurePoints.pattern, placePage(enterPoints))
  app.post(urls.measurePointRemoval.pattern, placePage(takeOutPoint))
  app.post(urls.measurePhases.pattern, placePage(startPhase))
  app.post(urls.measurePhaseRemoval.pattern, placePage(takeOutPhase))
  app.post(urls.measureNotes.pattern, placePage(annotate))
  app.post(urls.measureNoteRemoval.pattern, placePage(takeOutNote))
}

async function showMeasures(ctx: PlaceCtx): Promise<Response> {
  const { db, scope, place } = ctx
  const goal = (await goalNames(ctx)).find((one) => one.id === ctx.query('goal'))
  const all = (await listMeasures(db, scope, place)).filter((measure) => !goal || measure.goalId === goal.id)
  const measures = await listReadings(db, scope, all)
  const variables = await hasVariables(db, scope, place)
  const outside = goal ? undefined : await glanceAtOutside(ctx)
  const page = h(MeasuresPage, { measures, goal, variables, outside, whyNotWrite: whyNotWatch(scope, place) })
  return await ctx.show(page, { title: ctx.text('measures.title'), help: 'measures.help' })
}

async function showForm(ctx: PlaceCtx, measure?: Measure, form?: FormState): Promise<Response> {
  const { db, scope, place } = ctx
  const goals = await goalNames(ctx)
  const people = await listPeopleBelow(db, scope, place)
  const variables = choicesOf(await listTold(db, scope))
  const chosen = { goal: ctx.query('goal'), variable: ctx.query('variable') }
  const title = measure ? ctx.text('measures.edit_title', { name: measure.name }) : ctx.text('measures.new_title')
  const page = h(MeasureFormPage, { measure, goals, people, variables, chosen, form })
  return await ctx.show(page, { title, help: 'measures.help', ...(form ? { status: 422 } : {}) })
}

async function showEdit(ctx: PlaceCtx): Promise<Response> {
  return await showForm(ctx, await findMeasure(ctx.db, ctx.scope, ctx.place, ctx.id('measure')))
}

async function create(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(measureForm)
  if (!sent.ok) return await showForm(ctx, undefined, sent.form)
  const id = await createMeasure(ctx.db, ctx.scope, ctx.place, sent.value)
  return ctx.go(ctx.at(urls.measure, { measure: id }), 'measures.created')
}

async function change(ctx: PlaceCtx): Promise<Response> {
  const measure = await findMeasure(ctx.db, ctx.scope, ctx.place, ctx.id('measure'))
  const sent = ctx.form(measureChangeForm)
  if (!sent.ok) return await showForm(ctx, measure, sent.form)
  await changeMeasure(ctx.db, ctx.scope, ctx.place, measure.id, sent.value)
  return ctx.go(ctx.at(urls.measure, { measure: measure.id }), 'measures.changed')
}

async function showMeasure(ctx: PlaceCtx, entry: MeasurePageProps['entry'] = {}): Promise<Response> {
  const { db, scope, place } = ctx
  const measure = await findMeasure(db, scope, place, ctx.id('measure'))
  const points = await listPoints(db, scope, [measure.id])
  const phases = await listPhases(db, scope, [measure.id])
  const series = { kind: measure.kind, better: measure.better, points, phases }
  const asked = CHARTS.find((chart) => chart === ctx.query('chart'))
  const page = h(MeasurePage, {
    measure,
    points,
    phases,
    series,
    entry,
    goal: (await goalNames(ctx)).find((goal) => goal.id === measure.goalId),
    variable: await findVariableOf(db, scope, measure),
    reading: readSeries(series, asked),
    notes: await listNotes(db, scope, measure.id),
    today: dayIn(scope.timeZone, scope.now),
    whyNotWrite: whyNotWatch(scope, place),
  })
  const refused = Object.values(entry).some(Boolean)
  return await ctx.show(page, { title: measure.name, help: 'measures.help', ...(refused ? { status: 422 } : {}) })
}

/** One address takes one point or pasted lines: whichever the form carries. */
async function enterPoints(ctx: PlaceCtx): Promise<Response> {
  const measure = await findMeasure(ctx.db, ctx.scope, ctx.place, ctx.id('measure'))
  return 'lines' in ctx.body ? await pastePoints(ctx, measure) : await enterPoint(ctx, measure)
}

async function enterPoint(ctx: PlaceCtx, measure: Measure): Promise<Response> {
  const sent = ctx.form(pointForm)
  if (!sent.ok) return await showMeasure(ctx, { point: sent.form })
  const known = await listPoints(ctx.db, ctx.scope, [measure.id])
  const taken = whyNotAnotherPoint(known, sent.value.observedOn)
  const fault =
    whyNotPoint(measure.kind, sent.value, dayIn(ctx.scope.timeZone, ctx.scope.now)) ?? (taken && { field: 'observedOn', reason: taken })
  if (fault) return await showMeasure(ctx, { point: refusedForm(ctx, fault) })
  await addPoint(ctx.db, ctx.scope, ctx.place, measure.id, sent.value)
  return ctx.go(`${ctx.at(urls.measure, { measure: measure.id })}#points`, 'measures.point_added')
}

async function pastePoints(ctx: PlaceCtx, measure: Measure): Promise<Response> {
  const sent = ctx.form(pastedForm)
  if (!sent.ok) return await showMeasure(ctx, { paste: sent.form })
  const read = readPasted(measure.kind, sent.value.lines, dayIn(ctx.scope.timeZone, ctx.scope.now))
  const bad = [...read.bad, ...againstKnown(read.points, await listPoints(ctx.db, ctx.scope, [measure.id])).bad]
  if (bad.length > 0) return await showMeasure(ctx, { paste: refusedForm(ctx, { field: 'lines', reason: 'measures.lines_bad' }), bad })
  await addPastedPoints(ctx.db, ctx.scope, ctx.place, measure.id, sent.value.lines)
  return ctx.go(ctx.at(urls.measure, { measure: measure.id }), 'measures.points_added')
}

async function takeOutPoint(ctx: PlaceCtx): Promise<Response> {
  await removePoint(ctx.db, ctx.scope, ctx.place, ctx.id('measure'), ctx.id('point'))
  return back(ctx, 'measures.taken_out')
}

async function startPhase(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(phaseForm)
  if (!sent.ok) return await showMeasure(ctx, { phase: sent.form })
  const measure = await findMeasure(ctx.db, ctx.scope, ctx.place, ctx.id('measure'))
  const reason = whyNotPhase(await listPhases(ctx.db, ctx.scope, [measure.id]), { ...sent.value, frozen: sent.value.frozen === 'yes' })
  if (reason)
    return await showMeasure(ctx, { phase: refusedForm(ctx, { field: reason === 'measures.phase_taken' ? 'startsOn' : 'frozen', reason }) })
  await beginPhase(ctx.db, ctx.scope, ctx.place, measure.id, sent.value)
  return back(ctx, 'measures.phase_begun')
}

async function takeOutPhase(ctx: PlaceCtx): Promise<Response> {
  await removePhase(ctx.db, ctx.scope, ctx.place, ctx.id('measure'), ctx.id('phase'))
  return back(ctx, 'measures.taken_out')
}

async function annotate(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(noteForm)
  if (!sent.ok) return await showMeasure(ctx, { note: sent.form })
  await annotateDay(ctx.db, ctx.scope, ctx.place, ctx.id('measure'), sent.value)
  return back(ctx, 'measures.annotated')
}

async function takeOutNote(ctx: PlaceCtx): Promise<Response> {
  await removeNote(ctx.db, ctx.scope, ctx.place, ctx.id('measure'), ctx.id('note'))
  return back(ctx, 'measures.taken_out')
}

async function downloadPoints(ctx: PlaceCtx): Promise<Response> {
  const measure = await findMeasure(ctx.db, ctx.scope, ctx.place, ctx.id('measure'))
  const points = await listPoints(ctx.db, ctx.scope, [measure.id])
  const figures = measure.kind === 'value' ? (['value'] as const) : (['events', 'total'] as const)
  const csv = csvOf(
    ['day', ...figures, 'note'],
    points.map((point) => [point.observedOn, ...figures.map((figure) => point[figure]), point.note]),
  )
  return new Response(csv, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="measure-${measure.id}.csv"` },
  })
}

function back(ctx: PlaceCtx, done: TextKey): Response {
  return ctx.go(`${ctx.at(urls.measure, { measure: ctx.id('measure') })}#phases`, done)
}

async function goalNames(ctx: PlaceCtx): Promise<{ id: string; name: string }[]> {
  const goals = await listGoalChoices(ctx.db, ctx.scope, ctx.place)
  return goals.map((goal) => ({ id: goal.id, name: inWords(goal.statement, [ctx.scope.language, ctx.scope.mainLanguage]) }))
}
