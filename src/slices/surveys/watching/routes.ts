import { h } from 'preact'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { PlaceCtx } from '../../../web/context.ts'
import type { FormState } from '../../../web/form.ts'
import { placePage } from '../../../web/page.tsx'
import { listTold } from '../../frameworks/queries.ts'
import { choicesOf } from '../../frameworks/rules.ts'
import { listGoalChoices } from '../../resources/queries.ts'
import { inWords } from '../../resources/rules.ts'
import { findSurvey } from '../administrations/queries.ts'
import { inLanguage, whyNotRun } from '../rules.ts'
import { watchScale } from './commands.ts'
import { listWatched } from './queries.ts'
import { isSameScale, whyNotWatch } from './rules.ts'
import { watchForm } from './schema.ts'
import { WatchingPage } from './watching-page.tsx'

/** Scales of a survey as measures that a place watches. */
export function watchingRoutes(app: App): void {
  app.get(
    urls.surveyWatching.pattern,
    placePage((ctx) => showWatching(ctx)),
  )
  app.post(urls.surveyWatching.pattern, placePage(watch))
}

async function showWatching(ctx: PlaceCtx, form?: FormState): Promise<Response> {
  const { db, scope, place } = ctx
  const survey = await findSurvey(db, scope, place, ctx.id('survey'))
  const watched = await listWatched(db, scope, place)
  const goals = await listGoalChoices(db, scope, place)
  const scales = survey.scales.map((scale) => ({
    scale,
    measure: watched.find((one) => one.isSeen && isSameScale(one.scale, scale)),
    whyNot: whyNotRun(scope, place) ?? whyNotWatch(scale, watched),
  }))
  const title = inLanguage(survey.title, scope.language)
  const open = goals
    .filter((goal) => !goal.closed)
    .map((goal) => ({ id: goal.id, name: inWords(goal.statement, [scope.language, scope.mainLanguage]) }))
  const variables = choicesOf(await listTold(db, scope))
  const page = h(WatchingPage, { survey: { id: survey.id, title }, scales, goals: open, variables, form })
  const crumbs = [
    { label: ctx.text('surveys.title'), href: ctx.at(urls.surveys) },
    { label: title, href: ctx.at(urls.survey, { survey: survey.id }) },
    { label: ctx.text('surveys.watch_title') },
  ]
  return await ctx.show(page, { title: ctx.text('surveys.watch_title'), crumbs, ...(form ? { status: 422 } : {}) })
}

async function watch(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(watchForm)
  if (!sent.ok) return await showWatching(ctx, sent.form)
  const measure = await watchScale(ctx.db, ctx.scope, ctx.place, ctx.id('survey'), sent.value)
  return ctx.go(ctx.at(urls.measure, { measure }), 'surveys.watch_done')
}
