import { h } from 'preact'
import writeWorkbook from 'write-excel-file/node'
import { refuse } from '../../../platform/problem.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { PlaceCtx } from '../../../web/context.ts'
import type { FormState } from '../../../web/form.ts'
import { placePage } from '../../../web/page.tsx'
import { keepInstrument } from '../instruments/commands.ts'
import { startDraft } from '../instruments/drafts/commands.ts'
import { findInstrument } from '../instruments/queries.ts'
import type { InstrumentContent } from '../instruments/schema.ts'
import { whyNotRun } from '../rules.ts'
import { BringPage } from './bring-page.tsx'
import { xlsformOf } from './export/rules.ts'
import { PreviewPage } from './preview-page.tsx'
import { readQuestionnaire } from './queries.ts'
import { isEmpty, scalesKept } from './rules.ts'
import { acceptForm, type Brought, broughtSchema, uploadForm } from './schema.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Questionnaires from a file, and into one. */
export function exchangeRoutes(app: App): void {
  app.get(
    urls.instrumentBringing.pattern,
    placePage((ctx) => showBringing(ctx)),
  )
  app.post(urls.instrumentBringing.pattern, placePage(preview))
  app.post(urls.instrumentBringingAcceptance.pattern, placePage(accept))
  app.get(urls.instrumentXlsform.pattern, placePage(sendXlsform))
}

async function showBringing(ctx: PlaceCtx, form?: FormState): Promise<Response> {
  const page = h(BringPage, { whyNot: whyNotRun(ctx.scope, ctx.place), form })
  return await ctx.show(page, { title: ctx.text('surveys.bring_title'), crumbs: crumbsOf(ctx), ...(form ? { status: 422 } : {}) })
}

async function preview(ctx: PlaceCtx): Promise<Response> {
  refuse(whyNotRun(ctx.scope, ctx.place))
  const sent = ctx.form(uploadForm)
  if (!sent.ok) return await showBringing(ctx, sent.form)
  const { file, language } = sent.value
  const brought = await readQuestionnaire(file.name, Buffer.from(await file.arrayBuffer()), language)
  return await showPreview(ctx, brought)
}

async function showPreview(ctx: PlaceCtx, brought: Brought, form?: FormState): Promise<Response> {
  const status = form || isEmpty(brought) ? 422 : 200
  return await ctx.show(h(PreviewPage, { brought, form }), { title: ctx.text('surveys.bring_preview'), status, crumbs: crumbsOf(ctx) })
}

async function accept(ctx: PlaceCtx): Promise<Response> {
  refuse(whyNotRun(ctx.scope, ctx.place))
  const sent = ctx.form(acceptForm)
  if (!sent.ok) {
    const before = broughtSchema.safeParse(parsed(sent.form.values['brought']))
    if (!before.success) return await showBringing(ctx, againForm(ctx))
    return await showPreview(ctx, { ...before.data, scales: scalesKept(before.data.scales, ctx.body) }, sent.form)
  }
  const { brought, ...fields } = sent.value
  const inIts = (texts: Record<'en' | 'es', string>) => Object.fromEntries(brought.languages.map((language) => [language, texts[language]]))
  const title = inIts({ en: fields.title_en, es: fields.title_es })
  const purpose = inIts({ en: fields.purpose_en, es: fields.purpose_es })
  const scales = scalesKept(brought.scales, fields)
  if (fields['goOn'] === 'draft') {
    const draft = await startDraft(ctx.db, ctx.scope, ctx.place, {
      document: { title, languages: brought.languages, purpose, scales },
      revisesId: null,
    })
    return ctx.go(ctx.at(urls.instrumentDraft, { draft }), 'surveys.builder_brought')
  }
  const content: InstrumentContent = { title, languages: brought.languages, scales, purpose, provenance: 'own' }
  const instrument = await keepInstrument(ctx.db, ctx.scope, ctx.place, content)
  return ctx.go(ctx.at(urls.instrument, { instrument }), 'surveys.made_done')
}

async function sendXlsform(ctx: PlaceCtx): Promise<Response> {
  const instrument = await findInstrument(ctx.db, ctx.scope, ctx.place, ctx.id('instrument'))
  const sheets = xlsformOf(instrument).map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row) => row.map((value) => (value ? { value, type: String } : null))),
  }))
  const bytes = await writeWorkbook(sheets).toBuffer()
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': XLSX, 'content-disposition': `attachment; filename="questionnaire-${instrument.id}.xlsx"` },
  })
}

/** What travelled with the page came back as no questionnaire: the file is asked for once more. */
function againForm(ctx: PlaceCtx): FormState {
  return { values: {}, errors: { file: ctx.text('surveys.bring_again') } }
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

function crumbsOf(ctx: PlaceCtx) {
  return [{ label: ctx.text('surveys.title'), href: ctx.at(urls.surveys) }, { label: ctx.text('surveys.bring_title') }]
}
