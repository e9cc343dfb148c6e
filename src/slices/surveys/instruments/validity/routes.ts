import { h } from 'preact'
import { dayIn } from '../../../../platform/clock.ts'
import { refuse } from '../../../../platform/problem.ts'
import { urls } from '../../../../urls.ts'
import type { App } from '../../../../web/app-type.ts'
import type { PlaceCtx } from '../../../../web/context.ts'
import { type FormState, refusedForm } from '../../../../web/form.ts'
import { placePage } from '../../../../web/page.tsx'
import { inLanguage, whyNotRun } from '../../rules.ts'
import { findInstrument } from '../queries.ts'
import type { Instrument } from '../schema.ts'
import { addNote } from './commands.ts'
import { listNotes, listSources } from './queries.ts'
import { whyNotNote } from './rules.ts'
import { noteForm } from './schema.ts'
import { ValidityPage } from './validity-page.tsx'

/** The validity file of a questionnaire. */
export function validityRoutes(app: App): void {
  app.get(
    urls.instrumentValidity.pattern,
    placePage(async (ctx) => await showFile(ctx, await instrumentOf(ctx))),
  )
  app.post(urls.instrumentValidity.pattern, placePage(note))
}

async function instrumentOf(ctx: PlaceCtx): Promise<Instrument> {
  return await findInstrument(ctx.db, ctx.scope, ctx.place, ctx.id('instrument'))
}

async function showFile(ctx: PlaceCtx, instrument: Instrument, form?: FormState): Promise<Response> {
  const notes = await listNotes(ctx.db, ctx.scope, instrument.id)
  const sources = await listSources(ctx.db, ctx.scope, ctx.place, instrument.id)
  const whyNot = whyNotRun(ctx.scope, { id: instrument.unitId })
  const today = dayIn(ctx.scope.timeZone, ctx.scope.now)
  const title = ctx.text('surveys.validity_title')
  const name = inLanguage(instrument.title, ctx.scope.language)
  const crumbs = [
    { label: ctx.text('surveys.title'), href: ctx.at(urls.surveys) },
    { label: name, href: ctx.at(urls.instrument, { instrument: instrument.id }) },
    { label: title },
  ]
  const page = h(ValidityPage, { instrument, notes, sources, today, whyNot, form })
  return await ctx.show(page, { title: `${title}: ${name}`, crumbs, ...(form ? { status: 422 } : {}) })
}

async function note(ctx: PlaceCtx): Promise<Response> {
  const instrument = await instrumentOf(ctx)
  refuse(whyNotRun(ctx.scope, { id: instrument.unitId }))
  const sent = ctx.form(noteForm)
  if (!sent.ok) return await showFile(ctx, instrument, sent.form)
  const sources = await listSources(ctx.db, ctx.scope, ctx.place, instrument.id)
  const fault = whyNotNote(sent.value, sources, dayIn(ctx.scope.timeZone, ctx.scope.now))
  if (fault) return await showFile(ctx, instrument, refusedForm(ctx, fault))
  await addNote(ctx.db, ctx.scope, ctx.place, instrument.id, sent.value)
  return ctx.go(ctx.at(urls.instrumentValidity, { instrument: instrument.id }), 'surveys.validity_added')
}
