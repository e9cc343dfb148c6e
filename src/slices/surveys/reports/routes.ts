import { h } from 'preact'
import { csvOf } from '../../../platform/csv.ts'
import { refuse } from '../../../platform/problem.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { PlaceCtx } from '../../../web/context.ts'
import { placePage } from '../../../web/page.tsx'
import { findSurvey } from '../administrations/queries.ts'
import { endOf } from '../administrations/rules.ts'
import { whyNotReadNames } from '../rows/rules.ts'
import { inLanguage } from '../rules.ts'
import { FiguresPage } from './figures-page.tsx'
import { fileNameOf, packageOf, tableOf } from './files/rules.ts'
import { findReport } from './queries.ts'
import { ReportPage } from './report-page.tsx'
import { participationOf, whyNotRead } from './rules.ts'

/** Reports of surveys, for whoever leads the very place. */
export function reportRoutes(app: App): void {
  app.get(urls.surveyFigures.pattern, placePage(showFigures))
  app.get(urls.surveyReport.pattern, placePage(showReport))
  app.get(urls.surveyReportCsv.pattern, placePage(downloadTable))
  app.get(urls.surveyReportPackage.pattern, placePage(downloadPackage))
}

async function showFigures(ctx: PlaceCtx): Promise<Response> {
  const crumbs = [{ label: ctx.text('surveys.title'), href: ctx.at(urls.surveys) }, { label: ctx.text('surveys.explain_title') }]
  return await ctx.show(h(FiguresPage, {}), { title: ctx.text('surveys.explain_title'), crumbs })
}

async function showReport(ctx: PlaceCtx): Promise<Response> {
  const { survey, report } = await readHere(ctx)
  const endedOn = endOf(survey, ctx.scope.timeZone)
  const name = inLanguage(survey.title, ctx.scope.language)
  const crumbs = [
    { label: ctx.text('surveys.title'), href: ctx.at(urls.surveys) },
    { label: name, href: ctx.at(urls.survey, { survey: survey.id }) },
    { label: ctx.text('surveys.report') },
  ]
  const participation = participationOf(
    report.scales.map(({ n }) => n ?? 0),
    survey.invited,
  )
  // Above a school the names of its people are not read.
  const named = survey.mode === 'named' && ctx.place.kind === 'school' && !whyNotReadNames(ctx.scope, survey, ctx.place)
  const page = h(ReportPage, { report, title: survey.title, endedOn, participation, named, scales: survey.scales })
  return await ctx.show(page, { title: ctx.text('surveys.report_title', { title: name }), crumbs })
}

async function downloadTable(ctx: PlaceCtx): Promise<Response> {
  const { survey, report } = await readHere(ctx)
  const { header, rows } = tableOf(report, ctx.scope.language)
  const name = fileNameOf('report', survey.title, report.place.name, ctx.scope.language)
  return file(csvOf(header, rows), 'text/csv; charset=utf-8', name)
}

async function downloadPackage(ctx: PlaceCtx): Promise<Response> {
  const { survey, report } = await readHere(ctx)
  return file(JSON.stringify(packageOf(report, survey.title, ctx.scope.language), null, 2), 'application/json', 'datapackage.json')
}

/** What can be said here; whoever does not lead the place is told why not. */
async function readHere({ db, scope, place, id }: PlaceCtx) {
  const survey = await findSurvey(db, scope, place, id('survey'))
  refuse(whyNotRead(scope, place))
  return { survey, report: await findReport(db, scope, place, survey) }
}

function file(body: string, type: string, name: string): Response {
  return new Response(body, { headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` } })
}
