import { h } from 'preact'
import type { App } from '../../../web/app-type.ts'
import type { PlaceCtx } from '../../../web/context.ts'
import { type FormState, refusedForm } from '../../../web/form.ts'
import { placePage } from '../../../web/page.tsx'
import { urls } from '../../../urls.ts'
import { bankRoutes } from '../bank/routes.ts'
import { BANK } from '../bank/rules.ts'
import { inLanguage, whyNotRun } from '../rules.ts'
import { makeInstrument } from './commands.ts'
import { listDrafts } from './drafts/queries.ts'
import { draftRoutes } from './drafts/routes.ts'
import { InstrumentFormPage } from './instrument-form-page.tsx'
import { InstrumentPage } from './instrument-page.tsx'
import { findInstrument, listInstruments } from './queries.ts'
import { readingRoutes } from './reading/routes.ts'
import { whyNotMake } from './rules.ts'
import { instrumentForm } from './schema.ts'
import { validityRoutes } from './validity/routes.ts'
import { versionsOf } from './versions/rules.ts'

/** Questionnaires: making one, and looking at it. */
export function instrumentRoutes(app: App): void {
  app.get(
    urls.instrumentNew.pattern,
    placePage((ctx) => showForm(ctx)),
  )
  app.post(urls.instruments.pattern, placePage(make))
  draftRoutes(app)
  readingRoutes(app)
  bankRoutes(app)
  app.get(urls.instrument.pattern, placePage(show))
  validityRoutes(app)
}

async function showForm(ctx: PlaceCtx, form?: FormState): Promise<Response> {
  const whyNot = whyNotRun(ctx.scope, ctx.place)
  const drafts = whyNot ? [] : await listDrafts(ctx.db, ctx.scope, ctx.place)
  const page = h(InstrumentFormPage, { bank: BANK, drafts, whyNot, form })
  const title = ctx.text('surveys.new_title')
  const crumbs = [{ label: ctx.text('surveys.title'), href: ctx.at(urls.surveys) }, { label: title }]
  return await ctx.show(page, { title, crumbs, ...(form ? { status: 422 } : {}) })
}

async function make(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(instrumentForm)
  if (!sent.ok) return await showForm(ctx, sent.form)
  const fault = whyNotMake(sent.value)
  if (fault) return await showForm(ctx, refusedForm(ctx, fault))
  const instrument = await makeInstrument(ctx.db, ctx.scope, ctx.place, sent.value)
  return ctx.go(ctx.at(urls.instrument, { instrument }), 'surveys.made_done')
}

async function show(ctx: PlaceCtx): Promise<Response> {
  const instrument = await findInstrument(ctx.db, ctx.scope, ctx.place, ctx.id('instrument'))
  const title = inLanguage(instrument.title, ctx.scope.language)
  const crumbs = [{ label: ctx.text('surveys.title'), href: ctx.at(urls.surveys) }, { label: title }]
  const versions = versionsOf(await listInstruments(ctx.db, ctx.scope, ctx.place), instrument.id)
  const page = h(InstrumentPage, { instrument, versions, whyNotOpen: whyNotRun(ctx.scope, ctx.place) })
  return await ctx.show(page, { title, crumbs })
}
