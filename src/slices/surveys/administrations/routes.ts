import { h } from 'preact'
import { dayIn } from '../../../platform/clock.ts'
import { refuse } from '../../../platform/problem.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { PlaceCtx } from '../../../web/context.ts'
import { type FormState, refusedForm } from '../../../web/form.ts'
import { placePage } from '../../../web/page.tsx'
import { findSource } from '../answers/queries.ts'
import { CodesPage } from '../codes/codes-page.tsx'
import { makeCodes } from '../codes/commands.ts'
import { printed } from '../codes/rules.ts'
import { listParts } from '../participation/queries.ts'
import { listReadings } from '../rows/queries.ts'
import { whyNotReadNames } from '../rows/rules.ts'
import { inLanguage, leadsHere, whyNotRun } from '../rules.ts'
import { ClosingPage } from './closing-page.tsx'
import { closeSurvey, extendSurvey } from './commands.ts'
import { openingRoutes } from './opening/routes.ts'
import { findSurvey } from './queries.ts'
import { stageOf, whyNotClose, whyNotMove, whyNotMoveTo } from './rules.ts'
import { extensionForm, type Survey } from './schema.ts'
import { SurveyPage } from './survey-page.tsx'

/** Putting a questionnaire to people, and what follows until the close. */
export function administrationRoutes(app: App): void {
  openingRoutes(app)
  app.get(
    urls.survey.pattern,
    placePage((ctx) => showSurvey(ctx)),
  )
  app.get(urls.surveyClosure.pattern, placePage(askOnceMore))
  app.post(urls.surveyClosure.pattern, placePage(close))
  app.post(urls.surveyExtension.pattern, placePage(extend))
  app.post(urls.surveyCodes.pattern, placePage(printCodes))
}

async function showSurvey(ctx: PlaceCtx, form?: FormState): Promise<Response> {
  const { db, scope, place } = ctx
  const survey = await findSurvey(db, scope, place, ctx.id('survey'))
  const today = dayIn(scope.timeZone, scope.now)
  const leads = leadsHere(scope, place)
  const named = survey.mode !== 'anonymous'
  const page = h(SurveyPage, {
    survey,
    today,
    stage: stageOf(survey, today),
    closedOn: survey.closedAt ? dayIn(scope.timeZone, survey.closedAt) : undefined,
    leads,
    parts: leads && survey.unitId === place.id ? await listParts(db, scope, survey.id) : [],
    reads: named ? await listReadings(db, scope, survey, place) : undefined,
    whyNotAnswers: named ? whyNotReadNames(scope, survey, place) : undefined,
    source: await findSource(db, scope, survey.id),
    whyNotClose: whyNotRun(scope, place) ?? whyNotClose(survey, place),
    whyNotMove: whyNotRun(scope, place) ?? whyNotMove(survey, place, today),
    whyNotCodes: whyNotRun(scope, place),
    form,
  })
  return await ctx.show(page, { ...headOf(ctx, survey), ...(form ? { status: 422 } : {}) })
}

function headOf(ctx: PlaceCtx, survey: Survey) {
  const title = inLanguage(survey.title, ctx.scope.language)
  return { title, crumbs: [{ label: ctx.text('surveys.title'), href: ctx.at(urls.surveys) }, { label: title }] }
}

async function askOnceMore(ctx: PlaceCtx): Promise<Response> {
  const { db, scope, place } = ctx
  const survey = await findSurvey(db, scope, place, ctx.id('survey'))
  const whyNot = whyNotRun(scope, place) ?? whyNotClose(survey, place)
  return await ctx.show(h(ClosingPage, { survey, whyNot }), headOf(ctx, survey))
}

async function close(ctx: PlaceCtx): Promise<Response> {
  await closeSurvey(ctx.db, ctx.scope, ctx.deps.jobs, ctx.place, ctx.id('survey'))
  return ctx.go(ctx.at(urls.survey, { survey: ctx.id('survey') }), 'surveys.closed')
}

async function extend(ctx: PlaceCtx): Promise<Response> {
  const { db, scope, place } = ctx
  const survey = await findSurvey(db, scope, place, ctx.id('survey'))
  refuse(whyNotRun(scope, place) ?? whyNotMove(survey, place, dayIn(scope.timeZone, scope.now)))
  const sent = ctx.form(extensionForm)
  if (!sent.ok) return await showSurvey(ctx, sent.form)
  const reason = whyNotMoveTo(survey, sent.value.closesOn)
  if (reason) return await showSurvey(ctx, refusedForm(ctx, { field: 'closesOn', reason }))
  await extendSurvey(db, scope, place, survey.id, sent.value.closesOn)
  return ctx.go(ctx.at(urls.survey, { survey: survey.id }), 'surveys.moved')
}

/** The codes stand on this one answer: they are kept nowhere, so no address could show them again. */
async function printCodes(ctx: PlaceCtx): Promise<Response> {
  const survey = await findSurvey(ctx.db, ctx.scope, ctx.place, ctx.id('survey'))
  const codes = await makeCodes(ctx.db, ctx.scope, ctx.place, survey.id)
  const title = inLanguage(survey.title, ctx.scope.language)
  const own = { label: title, href: ctx.at(urls.survey, { survey: survey.id }) }
  const crumbs = [{ label: ctx.text('surveys.title'), href: ctx.at(urls.surveys) }, own, { label: ctx.text('surveys.codes') }]
  const address = ctx.deps.origin.replace(/^https?:\/\//, '') + urls.respond({ token: '' })
  return await ctx.show(h(CodesPage, { codes: codes.map(printed), title, address, until: survey.closesOn }), { title, crumbs })
}
