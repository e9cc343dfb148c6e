import { dayIn } from '../../../platform/clock.ts'
import { csvOf } from '../../../platform/csv.ts'
import type { TextKey } from '../../../messages/text.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { PlaceCtx } from '../../../web/context.ts'
import { refusedForm } from '../../../web/form.ts'
import { placePage } from '../../../web/page.tsx'
import { addPastedPoints, addPoint, annotateDay, beginPhase, removeNote, removePhase, removePoint } from '../commands.ts'
import type { MeasurePageProps } from '../measure-page.tsx'
import { againstKnown, readPasted } from '../pasting/rules.ts'
import { findMeasure, listPhases, listPoints } from '../queries.ts'
import { whyNotAnotherPoint, whyNotPhase, whyNotPoint } from '../rules.ts'
import { type Measure, noteForm, pastedForm, phaseForm, pointForm } from '../schema.ts'

/** The page of the measure, with what was typed where it cannot be taken. */
type ShowMeasure = (ctx: PlaceCtx, entry: MeasurePageProps['entry']) => Promise<Response>

/** What is entered at a measure, and taken out again: points, phases, notes on days. */
export function entryRoutes(app: App, show: ShowMeasure): void {
  app.get(urls.measureCsv.pattern, placePage(downloadPoints))
  app.post(
    urls.measurePoints.pattern,
    placePage((ctx) => enterPoints(ctx, show)),
  )
  app.post(urls.measurePointRemoval.pattern, placePage(takeOutPoint))
  app.post(
    urls.measurePhases.pattern,
    placePage((ctx) => startPhase(ctx, show)),
  )
  app.post(urls.measurePhaseRemoval.pattern, placePage(takeOutPhase))
  app.post(
    urls.measureNotes.pattern,
    placePage((ctx) => annotate(ctx, show)),
  )
  app.post(urls.measureNoteRemoval.pattern, placePage(takeOutNote))
}

/** One address takes one point or pasted lines: whichever the form carries. */
async function enterPoints(ctx: PlaceCtx, show: ShowMeasure): Promise<Response> {
  const measure = await findMeasure(ctx.db, ctx.scope, ctx.place, ctx.id('measure'))
  return 'lines' in ctx.body ? await pastePoints(ctx, measure, show) : await enterPoint(ctx, measure, show)
}

async function enterPoint(ctx: PlaceCtx, measure: Measure, show: ShowMeasure): Promise<Response> {
  const sent = ctx.form(pointForm)
  if (!sent.ok) return await show(ctx, { point: sent.form })
  const known = await listPoints(ctx.db, ctx.scope, [measure.id])
  const taken = whyNotAnotherPoint(known, sent.value.observedOn)
  const fault =
    whyNotPoint(measure.kind, sent.value, dayIn(ctx.scope.timeZone, ctx.scope.now)) ?? (taken && { field: 'observedOn', reason: taken })
  if (fault) return await show(ctx, { point: refusedForm(ctx, fault) })
  await addPoint(ctx.db, ctx.scope, ctx.place, measure.id, sent.value)
  return ctx.go(`${ctx.at(urls.measure, { measure: measure.id })}#points`, 'measures.point_added')
}

async function pastePoints(ctx: PlaceCtx, measure: Measure, show: ShowMeasure): Promise<Response> {
  const sent = ctx.form(pastedForm)
  if (!sent.ok) return await show(ctx, { paste: sent.form })
  const read = readPasted(measure.kind, sent.value.lines, dayIn(ctx.scope.timeZone, ctx.scope.now))
  const bad = [...read.bad, ...againstKnown(read.points, await listPoints(ctx.db, ctx.scope, [measure.id])).bad]
  if (bad.length > 0) return await show(ctx, { paste: refusedForm(ctx, { field: 'lines', reason: 'measures.lines_bad' }), bad })
  await addPastedPoints(ctx.db, ctx.scope, ctx.place, measure.id, sent.value.lines)
  return ctx.go(ctx.at(urls.measure, { measure: measure.id }), 'measures.points_added')
}

async function takeOutPoint(ctx: PlaceCtx): Promise<Response> {
  await removePoint(ctx.db, ctx.scope, ctx.place, ctx.id('measure'), ctx.id('point'))
  return back(ctx, 'measures.taken_out')
}

async function startPhase(ctx: PlaceCtx, show: ShowMeasure): Promise<Response> {
  const sent = ctx.form(phaseForm)
  if (!sent.ok) return await show(ctx, { phase: sent.form })
  const measure = await findMeasure(ctx.db, ctx.scope, ctx.place, ctx.id('measure'))
  const reason = whyNotPhase(await listPhases(ctx.db, ctx.scope, [measure.id]), { ...sent.value, frozen: sent.value.frozen === 'yes' })
  if (reason)
    return await show(ctx, { phase: refusedForm(ctx, { field: reason === 'measures.phase_taken' ? 'startsOn' : 'frozen', reason }) })
  await beginPhase(ctx.db, ctx.scope, ctx.place, measure.id, sent.value)
  return back(ctx, 'measures.phase_begun')
}

async function takeOutPhase(ctx: PlaceCtx): Promise<Response> {
  await removePhase(ctx.db, ctx.scope, ctx.place, ctx.id('measure'), ctx.id('phase'))
  return back(ctx, 'measures.taken_out')
}

async function annotate(ctx: PlaceCtx, show: ShowMeasure): Promise<Response> {
  const sent = ctx.form(noteForm)
  if (!sent.ok) return await show(ctx, { note: sent.form })
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
