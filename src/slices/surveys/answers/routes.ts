import { h } from 'preact'
import { isTextKey } from '../../../messages/text.ts'
import { dayIn } from '../../../platform/clock.ts'
import { Problem, refuse } from '../../../platform/problem.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { PlaceCtx } from '../../../web/context.ts'
import { type FormState, refusedForm } from '../../../web/form.ts'
import { placePage } from '../../../web/page.tsx'
import { findInstrument } from '../instruments/queries.ts'
import type { Instrument } from '../instruments/schema.ts'
import { inLanguage, placesOf } from '../rules.ts'
import { AnswersPage } from './answers-page.tsx'
import { packed, unpacked } from './carried/rules.ts'
import { bringAnswers } from './commands.ts'
import { PreviewPage } from './preview-page.tsx'
import { previewAnswers } from './queries.ts'
import { whyNotAccept, whyNotBring } from './rules.ts'
import { acceptForm, type Carried, carriedForm, type Columns, uploadForm } from './schema.ts'

const LONGEST_NAME = 200

/** Answers that were gathered elsewhere, brought to a questionnaire. */
export function answersRoutes(app: App): void {
  app.get(
    urls.instrumentAnswers.pattern,
    placePage(async (ctx) => await showBringing(ctx, await instrumentOf(ctx))),
  )
  app.post(urls.instrumentAnswers.pattern, placePage(preview))
  app.post(urls.instrumentAnswersAcceptance.pattern, placePage(accept))
}

async function instrumentOf(ctx: PlaceCtx): Promise<Instrument> {
  return await findInstrument(ctx.db, ctx.scope, ctx.place, ctx.id('instrument'))
}

async function showBringing(ctx: PlaceCtx, instrument: Instrument, form?: FormState): Promise<Response> {
  const page = h(AnswersPage, { instrument, whyNot: whyNotBring(ctx.scope, ctx.place), form })
  return await ctx.show(page, {
    title: ctx.text('surveys.answers_title'),
    crumbs: crumbsOf(ctx, instrument),
    ...(form ? { status: 422 } : {}),
  })
}

/** A file that was just chosen, or one that comes back with other columns. */
async function preview(ctx: PlaceCtx): Promise<Response> {
  const instrument = await instrumentOf(ctx)
  refuse(whyNotBring(ctx.scope, ctx.place))
  if (ctx.body['carried'] !== undefined) {
    const read = carriedIn(ctx, instrument)
    return read ? await showPreview(ctx, instrument, read) : await showBringing(ctx, instrument, againForm(ctx))
  }
  const sent = ctx.form(uploadForm)
  if (!sent.ok) return await showBringing(ctx, instrument, sent.form)
  const { file } = sent.value
  const fileName = file.name
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .slice(0, LONGEST_NAME)
    .toWellFormed()
  return await showPreview(ctx, instrument, { bytes: Buffer.from(await file.arrayBuffer()), fileName, columns: undefined })
}

type Read = { bytes: Uint8Array; fileName: string; columns: Columns | undefined }

async function showPreview(ctx: PlaceCtx, instrument: Instrument, read: Read, form?: FormState): Promise<Response> {
  const { db, scope, place } = ctx
  try {
    const told = await previewAnswers(db, scope, place, { ...read, places: placesOf(instrument.scales) })
    const whyNot = whyNotAccept({ gatheredOn: '', fewest: 5, byRole: false }, told.taken, dayIn(scope.timeZone, scope.now))?.reason
    const page = h(PreviewPage, { instrument, told, fileName: read.fileName, carried: packed(read.bytes), whyNot, form })
    const title = ctx.text('surveys.answers_preview', { name: read.fileName })
    return await ctx.show(page, { title, crumbs: crumbsOf(ctx, instrument), ...(form ? { status: 422 } : {}) })
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    const fault = isTextKey(cause.reason) ? ctx.text(cause.reason, cause.values) : cause.reason
    return await showBringing(ctx, instrument, { values: {}, errors: { file: fault } })
  }
}

async function accept(ctx: PlaceCtx): Promise<Response> {
  const instrument = await instrumentOf(ctx)
  refuse(whyNotBring(ctx.scope, ctx.place))
  const read = carriedIn(ctx, instrument)
  if (!read) return await showBringing(ctx, instrument, againForm(ctx))
  const sent = ctx.form(acceptForm)
  if (!sent.ok) return await showPreview(ctx, instrument, read, sent.form)
  const fault = whyNotAccept(sent.value, Infinity, dayIn(ctx.scope.timeZone, ctx.scope.now))
  if (fault) return await showPreview(ctx, instrument, read, refusedForm(ctx, fault))
  const survey = await bringAnswers(ctx.db, ctx.scope, ctx.deps.jobs, ctx.place, instrument.id, { ...read, acceptance: sent.value })
  return ctx.go(ctx.at(urls.survey, { survey }), 'surveys.answers_brought')
}

/** What travelled with the page, or nothing where it did not come back whole. */
function carriedIn(ctx: PlaceCtx, instrument: Instrument): Read | undefined {
  const sent = ctx.form(carriedForm)
  const bytes = sent.ok ? unpacked(sent.value.carried) : undefined
  return sent.ok && bytes ? { bytes, fileName: sent.value.fileName, columns: columnsIn(sent.value, instrument) } : undefined
}

function columnsIn({ school, role, respondent, items }: Carried, instrument: Instrument): Columns {
  return { school, role, respondent, items: placesOf(instrument.scales).map(({ at }) => items.get(at) ?? null) }
}

function againForm(ctx: PlaceCtx): FormState {
  return { values: {}, errors: { file: ctx.text('surveys.bring_again') } }
}

function crumbsOf(ctx: PlaceCtx, instrument: Instrument) {
  const title = inLanguage(instrument.title, ctx.scope.language)
  return [
    { label: ctx.text('surveys.title'), href: ctx.at(urls.surveys) },
    { label: title, href: ctx.at(urls.instrument, { instrument: instrument.id }) },
    { label: ctx.text('surveys.answers_title') },
  ]
}
