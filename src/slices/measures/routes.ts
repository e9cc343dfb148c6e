import { h } from 'preact'
import type { App } from '../../web/app-type.ts'
import type { FormState } from '../../web/form.ts'
import type { PlaceCtx } from '../../web/context.ts'
import { placePage } from '../../web/page.tsx'
import { dayIn } from '../../platform/clock.ts'
import { isOnTeam } from '../../access/scope.ts'
import { urls } from '../../urls.ts'
import { listTold } from '../frameworks/queries.ts'
import { choicesOf } from '../frameworks/rules.ts'
import { listGoalChoices, listPeopleBelow } from '../resources/queries.ts'
import { inWords, whyNotCircle } from '../resources/rules.ts'
import { changeMeasure, createMeasure } from './commands.ts'
import { entryRoutes } from './entry/routes.ts'
import { MeasureFormPage, type MeasureFormPageProps } from './measure-form-page.tsx'
import { MeasurePage, type MeasurePageProps } from './measure-page.tsx'
import { MeasuresPage } from './measures-page.tsx'
import { glanceAtOutside } from './outside/sources/routes.ts'
import { findMeasure, listMeasures, listNotes, listPhases, listPoints, listReadings } from './queries.ts'
import { circleText, whyNotWatch } from './rules.ts'
import { CIRCLES, type Measure, measureChangeForm, measureForm } from './schema.ts'
import { readSeries } from './signals/rules.ts'
import { CHARTS } from './signals/schema.ts'
import { findVariableOf, hasVariables } from './variables/queries.ts'
import { variableRoutes } from './variables/routes.ts'

/** Measures with their points, phases and notes. Fixed words come before what an id may stand for. */
export function measureRoutes(app: App): void {
  variableRoutes(app)
  app.get(urls.measures.pattern, placePage(showMeasures))
  app.post(urls.measures.pattern, placePage(create))
  app.get(
    urls.measureNew.pattern,
    placePage((ctx) => showForm(ctx)),
  )
  app.get(
    urls.measure.pattern,
    placePage((ctx) => showMeasure(ctx)),
  )
  app.post(urls.measure.pattern, placePage(change))
  app.get(urls.measureEdit.pattern, placePage(showEdit))
  entryRoutes(app, showMeasure)
}

async function showMeasures(ctx: PlaceCtx): Promise<Response> {
  const { db, scope, place } = ctx
  const goal = (await goalNames(ctx)).find((one) => one.id === ctx.query('goal'))
  const all = (await listMeasures(db, scope, place)).filter((measure) => !goal || measure.goalId === goal.id)
  const measures = await listReadings(db, scope, all)
  const variables = await hasVariables(db, scope, place)
  const outside = goal ? undefined : await glanceAtOutside(ctx)
  const page = h(MeasuresPage, { measures, goal, variables, outside, whyNotWrite: whyNotWatch(scope, place) })
  return await ctx.show(page, { title: ctx.text('measures.title'), help: 'measures.help' })
}

async function showForm(ctx: PlaceCtx, measure?: Measure, form?: FormState): Promise<Response> {
  const { db, scope, place } = ctx
  const goals = await goalNames(ctx)
  const people = withOwner(await listPeopleBelow(db, scope, place), measure)
  const variables = choicesOf(await listTold(db, scope))
  const chosen = { goal: ctx.query('goal'), variable: ctx.query('variable') }
  const title = measure ? ctx.text('measures.edit_title', { name: measure.name }) : ctx.text('measures.new_title')
  const onTeam = isOnTeam(scope, place.path)
  const circles: MeasureFormPageProps['circles'] = CIRCLES.map((value) => ({
    value,
    label: circleText(value, place),
    whyNot: whyNotCircle(value, onTeam),
  }))
  const whyNotWrite = whyNotWatch(scope, place)
  const page = h(MeasureFormPage, { measure, goals, people, variables, chosen, circles, whyNotWrite, form })
  return await ctx.show(page, { title, help: 'measures.help', ...(form ? { status: 422 } : {}) })
}

/** An owner who has left stands among those to choose from: else saving anything would take the measure from them unsaid. */
function withOwner(people: MeasureFormPageProps['people'], measure: Measure | undefined): MeasureFormPageProps['people'] {
  const { ownerId, ownerName } = measure ?? {}
  return ownerId && !people.some(({ id }) => id === ownerId) ? [...people, { id: ownerId, name: ownerName ?? '' }] : people
}

async function showEdit(ctx: PlaceCtx): Promise<Response> {
  return await showForm(ctx, await findMeasure(ctx.db, ctx.scope, ctx.place, ctx.id('measure')))
}

async function create(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(measureForm)
  if (!sent.ok) return await showForm(ctx, undefined, sent.form)
  const id = await createMeasure(ctx.db, ctx.scope, ctx.place, sent.value)
  return ctx.go(ctx.at(urls.measure, { measure: id }), 'measures.created')
}

async function change(ctx: PlaceCtx): Promise<Response> {
  const measure = await findMeasure(ctx.db, ctx.scope, ctx.place, ctx.id('measure'))
  const sent = ctx.form(measureChangeForm)
  if (!sent.ok) return await showForm(ctx, measure, sent.form)
  await changeMeasure(ctx.db, ctx.scope, ctx.place, measure.id, sent.value)
  return ctx.go(ctx.at(urls.measure, { measure: measure.id }), 'measures.changed')
}

async function showMeasure(ctx: PlaceCtx, entry: MeasurePageProps['entry'] = {}): Promise<Response> {
  const { db, scope, place } = ctx
  const measure = await findMeasure(db, scope, place, ctx.id('measure'))
  const points = await listPoints(db, scope, [measure.id])
  const phases = await listPhases(db, scope, [measure.id])
  const series = { kind: measure.kind, better: measure.better, points, phases }
  const asked = CHARTS.find((chart) => chart === ctx.query('chart'))
  const page = h(MeasurePage, {
    measure,
    points,
    phases,
    series,
    entry,
    goal: (await goalNames(ctx)).find((goal) => goal.id === measure.goalId),
    variable: await findVariableOf(db, scope, measure),
    readBy: circleText(measure.circle, place),
    reading: readSeries(series, asked),
    notes: await listNotes(db, scope, measure.id),
    today: dayIn(scope.timeZone, scope.now),
    whyNotWrite: whyNotWatch(scope, place),
  })
  const refused = Object.values(entry).some(Boolean)
  return await ctx.show(page, { title: measure.name, help: 'measures.help', ...(refused ? { status: 422 } : {}) })
}

async function goalNames(ctx: PlaceCtx): Promise<{ id: string; name: string }[]> {
  const goals = await listGoalChoices(ctx.db, ctx.scope, ctx.place)
  return goals.map((goal) => ({ id: goal.id, name: inWords(goal.statement, [ctx.scope.language, ctx.scope.mainLanguage]) }))
}
