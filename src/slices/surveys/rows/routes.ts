import { h } from 'preact'
import { csvStream } from '../../../platform/csv.ts'
import { notHere } from '../../../platform/problem.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { Ctx, PlaceCtx } from '../../../web/context.ts'
import { page, placePage } from '../../../web/page.tsx'
import { fileNameOf } from '../reports/files/rules.ts'
import { inLanguage } from '../rules.ts'
import { downloadAnswers, readDownload, readNamedAnswers } from './commands.ts'
import { NamedPage } from './named-page.tsx'
import { findResearchSurvey, listResearchSurveys } from './queries.ts'
import { ResearchPage } from './research-page.tsx'
import { headerOf, packageOf, researchUnits } from './rules.ts'

/** Single answers: with names for leaders of the very place, under pseudonyms for research; of anonymous surveys there are none. */
export function rowRoutes(app: App): void {
  app.get(urls.surveyAnswers.pattern, placePage(showNamed))
  app.get(urls.researchSurveys.pattern, page(showResearch))
  app.get(urls.researchAnswersCsv.pattern, page(download))
  app.get(urls.researchAnswersPackage.pattern, page(describe))
}

async function showNamed(ctx: PlaceCtx): Promise<Response> {
  const { survey, answers } = await readNamedAnswers(ctx.db, ctx.scope, ctx.place, ctx.id('survey'))
  const name = inLanguage(survey.title, ctx.scope.language)
  const title = ctx.text('surveys.rows_title', { title: name })
  const crumbs = [
    { label: ctx.text('surveys.title'), href: ctx.at(urls.surveys) },
    { label: name, href: ctx.at(urls.survey, { survey: survey.id }) },
    { label: ctx.text('surveys.rows') },
  ]
  return await ctx.show(h(NamedPage, { survey, answers, placeName: ctx.place.name }), { title, crumbs })
}

async function showResearch(ctx: Ctx): Promise<Response> {
  if (researchUnits(ctx.scope).length === 0) notHere()
  const surveys = await listResearchSurveys(ctx.db, ctx.scope)
  return await ctx.show(h(ResearchPage, { surveys }), { title: ctx.text('surveys.research') })
}

async function download(ctx: Ctx): Promise<Response> {
  const download = await downloadAnswers(ctx.db, ctx.scope, ctx.deps.keys, ctx.id('survey'))
  // A stream asks for its first piece when somebody reads it, and that is after the commit.
  const pieces = readDownload(ctx.deps.db, ctx.scope, download)
  const { title, askedBy, scales } = download.survey
  const name = fileNameOf('answers', title, askedBy, ctx.scope.language)
  return file(csvStream(headerOf(scales), pieces), 'text/csv; charset=utf-8', name)
}

async function describe(ctx: Ctx): Promise<Response> {
  const survey = await findResearchSurvey(ctx.db, ctx.scope, ctx.id('survey'))
  return file(JSON.stringify(packageOf(survey, ctx.scope.language), null, 2), 'application/json', 'datapackage.json')
}

function file(body: string | ReadableStream<Uint8Array>, type: string, name: string): Response {
  return new Response(body, { headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` } })
}
