import { h } from 'preact'
import { dayIn } from '../../platform/clock.ts'
import type { App } from '../../web/app-type.ts'
import type { PlaceCtx } from '../../web/context.ts'
import { placePage } from '../../web/page.tsx'
import { urls } from '../../urls.ts'
import { hasVariables } from '../measures/variables/queries.ts'
import { listSurveys } from './administrations/queries.ts'
import { stageOf } from './administrations/rules.ts'
import { administrationRoutes } from './administrations/routes.ts'
import { answersRoutes } from './answers/routes.ts'
import { exchangeRoutes } from './exchange/routes.ts'
import { listDrafts } from './instruments/drafts/queries.ts'
import { listInstruments } from './instruments/queries.ts'
import { instrumentRoutes } from './instruments/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { rowRoutes } from './rows/routes.ts'
import { whyNotRun } from './rules.ts'
import { watchingRoutes } from './watching/routes.ts'
import { SurveysPage } from './surveys-page.tsx'

/** Surveys of a place. */
export function surveyRoutes(app: App): void {
  app.get(urls.surveys.pattern, placePage(showSurveys))
  exchangeRoutes(app)
  instrumentRoutes(app)
  answersRoutes(app)
  reportRoutes(app)
  administrationRoutes(app)
  rowRoutes(app)
  watchingRoutes(app)
}

async function showSurveys(ctx: PlaceCtx): Promise<Response> {
  const instruments = await listInstruments(ctx.db, ctx.scope, ctx.place)
  const today = dayIn(ctx.scope.timeZone, ctx.scope.now)
  const surveys = (await listSurveys(ctx.db, ctx.scope, ctx.place)).map((survey) => ({ ...survey, stage: stageOf(survey, today) }))
  const whyNot = whyNotRun(ctx.scope, ctx.place)
  const drafts = whyNot ? [] : await listDrafts(ctx.db, ctx.scope, ctx.place)
  const variables = await hasVariables(ctx.db, ctx.scope, ctx.place)
  const page = h(SurveysPage, { surveys, instruments, drafts, variables, whyNotRun: whyNot })
  return await ctx.show(page, { title: ctx.text('surveys.title'), help: 'surveys.help' })
}
