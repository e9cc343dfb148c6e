import { h } from 'preact'
import { urls } from '../../../../urls.ts'
import type { App } from '../../../../web/app-type.ts'
import type { PlaceCtx } from '../../../../web/context.ts'
import { placePage } from '../../../../web/page.tsx'
import { openDraft } from '../drafts/part/routes.ts'
import { inLanguage } from '../../rules.ts'
import { findInstrument } from '../queries.ts'
import type { InstrumentContent } from '../schema.ts'
import { ReadingPage } from './reading-page.tsx'
import { languageOf } from './rules.ts'

type Opened = { content: Pick<InstrumentContent, 'title' | 'purpose' | 'scales' | 'languages'>; here: string; back: string }

/** Questionnaires and drafts as people will read them. */
export function readingRoutes(app: App): void {
  app.get(
    urls.instrumentDraftReading.pattern,
    placePage(async (ctx) => {
      const { id, document } = await openDraft(ctx)
      const params = { draft: id }
      const here = ctx.at(urls.instrumentDraftReading, params)
      return await showReading(ctx, { content: document, here, back: ctx.at(urls.instrumentDraft, params) })
    }),
  )
  app.get(
    urls.instrumentReading.pattern,
    placePage(async (ctx) => {
      const instrument = await findInstrument(ctx.db, ctx.scope, ctx.place, ctx.id('instrument'))
      const params = { instrument: instrument.id }
      return await showReading(ctx, {
        content: instrument,
        here: ctx.at(urls.instrumentReading, params),
        back: ctx.at(urls.instrument, params),
      })
    }),
  )
}

async function showReading(ctx: PlaceCtx, { content, here, back }: Opened): Promise<Response> {
  const language = languageOf(content.languages, ctx.query('lang') ?? ctx.scope.language)
  const title = ctx.text('surveys.builder_reading')
  const own = { label: inLanguage(content.title, ctx.scope.language) || ctx.text('surveys.builder_unnamed'), href: back }
  const crumbs = [{ label: ctx.text('surveys.title'), href: ctx.at(urls.surveys) }, own, { label: title }]
  return await ctx.show(h(ReadingPage, { content, language, here, back }), { title, crumbs })
}
