import { h } from 'preact'
import type { App } from '../../web/app-type.ts'
import type { PlaceCtx } from '../../web/context.ts'
import { placePage } from '../../web/page.tsx'
import { urls } from '../../urls.ts'
import { listInstruments } from './instruments/queries.ts'
import { instrumentRoutes } from './instruments/routes.ts'
import { whyNotRun } from './rules.ts'
import { SurveysPage } from './surveys-page.tsx'

/** Surveys of a place. */
export function surveyRoutes(app: App): void {
  app.get(urls.surveys.pattern, placePage(showSurveys))
  instrumentRoutes(app)
}

async function showSurveys(ctx: PlaceCtx): Promise<Response> {
  const instruments = await listInstruments(ctx.db, ctx.scope, ctx.place)
  const page = h(SurveysPage, { instruments, whyNotRun: whyNotRun(ctx.scope, ctx.place) })
  return await ctx.show(page, { title: ctx.text('surveys.title'), help: 'surveys.help' })
}
