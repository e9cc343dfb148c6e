import { h } from 'preact'
import { refuse } from '../../../../platform/problem.ts'
import { urls } from '../../../../urls.ts'
import type { App } from '../../../../web/app-type.ts'
import type { PlaceCtx } from '../../../../web/context.ts'
import type { FormState } from '../../../../web/form.ts'
import { placePage } from '../../../../web/page.tsx'
import { BANK } from '../../bank/rules.ts'
import { inLanguage, whyNotRun } from '../../rules.ts'
import { findInstrument } from '../queries.ts'
import { changeDraft, dropDraft, finishDraft, startDraft } from './commands.ts'
import { DraftPage } from './draft-page.tsx'
import { openDraft, partRoutes, seenOf } from './part/routes.ts'
import { copyOf, startedWith, whyNotFinish, withBank, withHead } from './rules.ts'
import { bankForm, type Draft, headForm, startForm, versionForm } from './schema.ts'

/** Questionnaires while they are being built. */
export function draftRoutes(app: App): void {
  app.post(urls.instrumentDrafts.pattern, placePage(start))
  app.get(
    urls.instrumentDraft.pattern,
    placePage(async (ctx) => await showDraft(ctx, await openDraft(ctx))),
  )
  app.post(urls.instrumentDraft.pattern, placePage(writeHead))
  app.post(urls.instrumentDraftBank.pattern, placePage(addBank))
  app.post(urls.instrumentDraftCompletion.pattern, placePage(finish))
  app.post(urls.instrumentDraftRemoval.pattern, placePage(drop))
  app.post(urls.instrumentRevision.pattern, placePage(revise))
  partRoutes(app)
}

async function showDraft(ctx: PlaceCtx, draft: Draft, form?: FormState): Promise<Response> {
  const fault = whyNotFinish(draft.document, ctx.scope.language)
  const whyNot =
    fault && ctx.text(fault.reason, { ...fault.values, part: fault.values['part'] || ctx.text('surveys.builder_part_unnamed') })
  const there = draft.document.scales.map((scale) => scale.key)
  const page = h(DraftPage, { draft, bank: BANK.filter((scale) => !there.includes(scale.key)), whyNotFinish: whyNot, form })
  return await ctx.show(page, { title: titleOf(ctx, draft), crumbs: crumbsOf(ctx), ...(form ? { status: 422 } : {}) })
}

async function start(ctx: PlaceCtx): Promise<Response> {
  refuse(whyNotRun(ctx.scope, ctx.place))
  const sent = ctx.form(startForm)
  if (!sent.ok) return ctx.go(ctx.at(urls.instrumentNew))
  const draft = await startDraft(ctx.db, ctx.scope, ctx.place, { document: startedWith(sent.value), revisesId: null })
  return ctx.go(ctx.at(urls.instrumentDraft, { draft }))
}

async function revise(ctx: PlaceCtx): Promise<Response> {
  const instrument = await findInstrument(ctx.db, ctx.scope, ctx.place, ctx.id('instrument'))
  refuse(whyNotRun(ctx.scope, ctx.place))
  const draft = await startDraft(ctx.db, ctx.scope, ctx.place, { document: copyOf(instrument), revisesId: instrument.id })
  return ctx.go(ctx.at(urls.instrumentDraft, { draft }), 'surveys.builder_copied')
}

async function writeHead(ctx: PlaceCtx): Promise<Response> {
  const draft = await openDraft(ctx)
  const sent = ctx.form(headForm)
  if (!sent.ok) return await showDraft(ctx, draft, sent.form)
  await changeDraft(ctx.db, ctx.scope, ctx.place, seenOf(draft, sent.value.version), (document) => withHead(document, sent.value))
  return ctx.go(ctx.at(urls.instrumentDraft, { draft: draft.id }), 'surveys.builder_saved')
}

async function addBank(ctx: PlaceCtx): Promise<Response> {
  const draft = await openDraft(ctx)
  const sent = ctx.form(bankForm)
  if (sent.ok) {
    const { scales, version } = sent.value
    await changeDraft(ctx.db, ctx.scope, ctx.place, seenOf(draft, version), (document) => withBank(document, scales))
  }
  return ctx.go(ctx.at(urls.instrumentDraft, { draft: draft.id }))
}

async function finish(ctx: PlaceCtx): Promise<Response> {
  const draft = await openDraft(ctx)
  const sent = ctx.form(versionForm)
  if (!sent.ok) return await showDraft(ctx, draft, sent.form)
  const instrument = await finishDraft(ctx.db, ctx.scope, ctx.place, seenOf(draft, sent.value.version))
  return ctx.go(ctx.at(urls.instrument, { instrument }), 'surveys.made_done')
}

async function drop(ctx: PlaceCtx): Promise<Response> {
  const draft = await openDraft(ctx)
  const sent = ctx.form(versionForm)
  if (!sent.ok) return await showDraft(ctx, draft, sent.form)
  await dropDraft(ctx.db, ctx.scope, ctx.place, seenOf(draft, sent.value.version))
  return ctx.go(ctx.at(urls.surveys), 'surveys.builder_dropped')
}

function titleOf(ctx: PlaceCtx, { document: { title } }: Draft): string {
  return inLanguage(title, ctx.scope.language) || ctx.text('surveys.builder_unnamed')
}

function crumbsOf(ctx: PlaceCtx) {
  return [{ label: ctx.text('surveys.title'), href: ctx.at(urls.surveys) }, { label: ctx.text('surveys.builder_title') }]
}
