import { h } from 'preact'
import { dayIn } from '../../../platform/clock.ts'
import { isId } from '../../../platform/ids.ts'
import { notHere } from '../../../platform/problem.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { PlaceCtx } from '../../../web/context.ts'
import { type FormState, refusedForm } from '../../../web/form.ts'
import { placePage } from '../../../web/page.tsx'
import { CodesPage } from '../codes/codes-page.tsx'
import { makeCodes } from '../codes/commands.ts'
import { printed } from '../codes/rules.ts'
import { findInstrument } from '../instruments/queries.ts'
import { listSummaries } from '../reports/queries.ts'
import { readScales } from '../reports/rules.ts'
import { inLanguage, leadsHere, whyNotRun } from '../rules.ts'
import { closeSurvey, openSurvey } from './commands.ts'
import { OpeningPage } from './opening-page.tsx'
import { findSurvey, listAsked } from './queries.ts'
import { stageOf, whyNotClose, whyNotOpen } from './rules.ts'
import { openingForm } from './schema.ts'
import type { Survey } from './schema.ts'
import { SurveyPage } from './survey-page.tsx'

/** Putting a questionnaire to people, and what follows until the close. */
export function administrationRoutes(app: App): void {
  app.get(
    urls.surveyNew.pattern,
    placePage((ctx) => showOpening(ctx, ctx.id('instrument'))),
  )
  app.post(urls.surveys.pattern, placePage(open))
  app.get(urls.survey.pattern, placePage(showSurvey))
  app.post(urls.surveyClosure.pattern, placePage(close))
  app.post(urls.surveyCodes.pattern, placePage(printCodes))
}

async function showOpening(ctx: PlaceCtx, instrumentId: string, form?: FormState): Promise<Response> {
  const { scope } = ctx
  const instrument = await findInstrument(ctx.db, scope, ctx.place, instrumentId)
  const { timeZone } = scope
  const page = h(OpeningPage, { instrument, timeZone, today: dayIn(timeZone, scope.now), whyNot: whyNotRun(scope, ctx.place), form })
  const title = ctx.text('surveys.open_title', { title: inLanguage(instrument.title, scope.language) })
  return await ctx.show(page, { title, ...(form ? { status: 422 } : {}) })
}

async function open(ctx: PlaceCtx): Promise<Response> {
  const { db, scope, place } = ctx
  const sent = ctx.form(openingForm)
  const given = ctx.body['instrumentId']
  const instrumentId = typeof given === 'string' && isId(given) ? given : notHere()
  if (!sent.ok) return await showOpening(ctx, instrumentId, sent.form)
  const asked = await listAsked(db, scope, place, sent.value.roles)
  const fault = whyNotRun(scope, place) ? undefined : whyNotOpen(sent.value, asked.length, dayIn(scope.timeZone, scope.now))
  if (fault) return await showOpening(ctx, instrumentId, refusedForm(ctx, fault))
  const survey = await openSurvey(db, scope, ctx.deps, place, sent.value)
  return ctx.go(ctx.at(urls.survey, { survey }), 'surveys.opened')
}

async function showSurvey(ctx: PlaceCtx): Promise<Response> {
  const { scope, place } = ctx
  const survey = await findSurvey(ctx.db, scope, place, ctx.id('survey'))
  const stage = stageOf(survey, dayIn(scope.timeZone, scope.now))
  const page = h(SurveyPage, {
    survey,
    stage,
    leads: leadsHere(scope, place),
    readings: await readingsFor(ctx, survey),
    whyNotClose: whyNotRun(scope, place) ?? whyNotClose(survey, place),
    whyNotCodes: whyNotRun(scope, place),
  })
  const title = inLanguage(survey.title, scope.language)
  return await ctx.show(page, { title, crumbs: [{ label: ctx.text('surveys.title'), href: ctx.at(urls.surveys) }, { label: title }] })
}

/** Read for those who lead the very place, once counted. */
async function readingsFor({ db, scope, place }: PlaceCtx, survey: Survey) {
  if (!survey.foldedAt || !leadsHere(scope, place)) return undefined
  return readScales(survey.scales, await listSummaries(db, scope, survey.id, place))
}

async function close(ctx: PlaceCtx): Promise<Response> {
  await closeSurvey(ctx.db, ctx.scope, ctx.deps.jobs, ctx.place, ctx.id('survey'))
  return ctx.go(ctx.at(urls.survey, { survey: ctx.id('survey') }), 'surveys.closed')
}

/** The codes stand on this one answer: they are kept nowhere, so no address could show them again. */
async function printCodes(ctx: PlaceCtx): Promise<Response> {
  const survey = await findSurvey(ctx.db, ctx.scope, ctx.place, ctx.id('survey'))
  const codes = await makeCodes(ctx.db, ctx.scope, ctx.place, survey.id)
  const title = inLanguage(survey.title, ctx.scope.language)
  const address = ctx.deps.origin.replace(/^https?:\/\//, '') + urls.respond({ token: '' })
  return await ctx.show(h(CodesPage, { codes: codes.map(printed), title, address, until: survey.closesOn }), { title })
}
