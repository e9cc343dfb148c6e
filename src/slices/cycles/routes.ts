import { h } from 'preact'
import { dayIn } from '../../platform/clock.ts'
import { whyNotMay } from '../../access/policy.ts'
import type { TextKey } from '../../messages/text.ts'
import { refuse } from '../../platform/problem.ts'
import { urls } from '../../urls.ts'
import type { App } from '../../web/app-type.ts'
import type { PlaceCtx } from '../../web/context.ts'
import { type FormState, refusedForm } from '../../web/form.ts'
import { placePage } from '../../web/page.tsx'
import { goalsByIds, listGoals } from '../goals/queries.ts'
import { listMeasures, listNotes, listSeries } from '../measures/queries.ts'
import { readSeries } from '../measures/signals/rules.ts'
import { hasVariables } from '../measures/variables/queries.ts'
import { inWords } from '../resources/rules.ts'
import { listPossibleVoters } from '../votes/voters/queries.ts'
import { decideCycle, observe, planCycle, replanCycle, startCycle, studyCycle } from './commands.ts'
import { CycleFormPage } from './cycle-form-page.tsx'
import { CyclePage } from './cycle-page.tsx'
import { CyclesPage } from './cycles-page.tsx'
import { findCycle, findDecision, findStudy, listCycles, listIdeaChoices, listNextCycles, listObservations } from './queries.ts'
import { whyNotDecide, whyNotEnd, whyNotObserve, whyNotOn, whyNotReplan, whyNotStudy } from './rules.ts'
import {
  type Cycle,
  cycleChangeForm,
  cycleForm,
  type CyclePageProps,
  decisionForm,
  observationForm,
  startForm,
  studyForm,
} from './schema.ts'

/** Cycles of improvement. */
export function cycleRoutes(app: App): void {
  app.get(urls.cycles.pattern, placePage(showCycles))
  app.post(urls.cycles.pattern, placePage(plan))
  app.get(
    urls.cycleNew.pattern,
    placePage((ctx) => showForm(ctx)),
  )
  app.get(
    urls.cycle.pattern,
    placePage((ctx) => showCycle(ctx)),
  )
  app.post(urls.cycle.pattern, placePage(replan))
  app.get(urls.cycleEdit.pattern, placePage(showEdit))
  app.post(urls.cycleStart.pattern, placePage(start))
  app.post(urls.cycleObservations.pattern, placePage(addObservation))
  app.post(urls.cycleStudy.pattern, placePage(study))
  app.post(urls.cycleDecision.pattern, placePage(decide))
}

async function showCycles(ctx: PlaceCtx): Promise<Response> {
  const { db, scope, place } = ctx
  const cycles = await listCycles(db, scope, place)
  const goals = await goalsByIds(db, scope, [...new Set(cycles.map((cycle) => cycle.goalId))])
  const page = h(CyclesPage, {
    cycles,
    goals: Object.fromEntries(goals.map((goal) => [goal.id, inWords(goal.statement, [scope.language, scope.mainLanguage])])),
    today: todayOf(ctx),
    variables: await hasVariables(db, scope, place),
    whyNotWrite: whyNotMay(scope, 'cycle.write', place),
  })
  return await ctx.show(page, { title: ctx.text('cycles.title'), help: 'cycles.help' })
}

async function showForm(ctx: PlaceCtx, cycle?: Cycle, form?: FormState): Promise<Response> {
  const { db, scope, place } = ctx
  const languages = [scope.language, scope.mainLanguage]
  const goals = (await listGoals(db, scope, place)).filter((goal) => goal.unitId === place.id && goal.state !== 'closed')
  const ideas = (await listIdeaChoices(db, scope, place)).filter((idea) => !cycle || idea.goalId === cycle.goalId)
  const after = ctx.query('after') ?? form?.values['parentId']
  const page = h(CycleFormPage, {
    cycle,
    parent: cycle || !after ? undefined : (await listCycles(db, scope, place)).find((one) => one.id === after),
    goals: goals.map((goal) => ({ id: goal.id, name: inWords(goal.statement, languages) })),
    ideas: ideas.map(({ id, statement, goalId }) => ({ id, name: statement, goalId })),
    measures: await listMeasures(db, scope, place),
    people: await listPossibleVoters(db, scope, place, 'school'),
    asked: { goalId: ctx.query('goal'), ideaId: ctx.query('idea') },
    whyNotWrite: whyNotMay(scope, 'cycle.write', place) ?? (cycle && whyNotReplan(cycle)),
    form,
  })
  const title = cycle ? ctx.text('cycles.edit_title', { n: cycle.number }) : ctx.text('cycles.new_title')
  return await ctx.show(page, { title, help: 'cycles.help', ...(form ? { status: 422 } : {}) })
}

async function plan(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(cycleForm)
  if (!sent.ok) return await showForm(ctx, undefined, sent.form)
  const whyNot = whyNotEnd(sent.value)
  if (whyNot) return await showForm(ctx, undefined, refusedForm(ctx, { field: 'endsOn', reason: whyNot }))
  const id = await planCycle(ctx.db, ctx.scope, ctx.place, sent.value)
  return ctx.go(ctx.at(urls.cycle, { cycle: id }), 'cycles.planned')
}

async function showEdit(ctx: PlaceCtx): Promise<Response> {
  return await showForm(ctx, await findCycle(ctx.db, ctx.scope, ctx.place, ctx.id('cycle')))
}

async function replan(ctx: PlaceCtx): Promise<Response> {
  const cycle = await findCycle(ctx.db, ctx.scope, ctx.place, ctx.id('cycle'))
  const sent = ctx.form(cycleChangeForm)
  if (!sent.ok) return await showForm(ctx, cycle, sent.form)
  const whyNot = whyNotEnd(sent.value)
  if (whyNot) return await showForm(ctx, cycle, refusedForm(ctx, { field: 'endsOn', reason: whyNot }))
  await replanCycle(ctx.db, ctx.scope, ctx.place, cycle.id, sent.value)
  return back(ctx, 'cycles.saved')
}

async function showCycle(ctx: PlaceCtx, forms: CyclePageProps['forms'] = {}): Promise<Response> {
  const { db, scope, place } = ctx
  const cycle = await findCycle(db, scope, place, ctx.id('cycle'))
  const [goal] = await goalsByIds(db, scope, [cycle.goalId])
  const page = h(CyclePage, {
    cycle,
    goal: goal && { id: goal.id, name: inWords(goal.statement, [scope.language, scope.mainLanguage]) },
    parent: cycle.parentId ? (await listCycles(db, scope, place)).find((one) => one.id === cycle.parentId) : undefined,
    next: await listNextCycles(db, scope, cycle.id),
    chart: await chartOf(ctx, cycle),
    observations: await listObservations(db, scope, cycle.id),
    study: await findStudy(db, scope, cycle.id),
    decision: await findDecision(db, scope, cycle.id),
    today: todayOf(ctx),
    whyNotWrite: whyNotMay(scope, 'cycle.write', place),
    whyNotObserve: whyNotMay(scope, 'commitment.keep', place),
    forms,
  })
  const refused = Object.values(forms).some(Boolean)
  return await ctx.show(page, { title: cycle.question, help: 'cycles.help', ...(refused ? { status: 422 } : {}) })
}

/** The measure of the cycle, with the day on which the cycle began written into its chart. */
async function chartOf(ctx: PlaceCtx, cycle: Cycle): Promise<CyclePageProps['chart']> {
  const { db, scope } = ctx
  const [one] = cycle.measureId ? await listSeries(db, scope, [cycle.measureId]) : []
  if (!one) return undefined
  const notes = await listNotes(db, scope, one.measure.id)
  const begun = cycle.startedOn ? [{ onDay: cycle.startedOn, text: ctx.text('cycles.begins_here', { n: cycle.number }) }] : []
  return { measure: one.measure, reading: readSeries(one.series), notes: [...notes, ...begun] }
}

async function start(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(startForm)
  if (!sent.ok) return await showCycle(ctx, { start: sent.form })
  const whyNot = whyNotOn(sent.value.startedOn, todayOf(ctx))
  if (whyNot) return await showCycle(ctx, { start: refusedForm(ctx, { field: 'startedOn', reason: whyNot }) })
  await startCycle(ctx.db, ctx.scope, ctx.place, ctx.id('cycle'), sent.value.startedOn)
  return back(ctx, 'cycles.started')
}

async function addObservation(ctx: PlaceCtx): Promise<Response> {
  const { startedOn } = await cycleThat(ctx, whyNotObserve)
  const sent = ctx.form(observationForm)
  if (!sent.ok) return await showCycle(ctx, { observation: sent.form })
  const whyNot = whyNotOn(sent.value.observedOn, todayOf(ctx), startedOn)
  if (whyNot) return await showCycle(ctx, { observation: refusedForm(ctx, { field: 'observedOn', reason: whyNot }) })
  await observe(ctx.db, ctx.scope, ctx.place, ctx.id('cycle'), sent.value)
  return back(ctx, 'cycles.observed', '#seen')
}

async function study(ctx: PlaceCtx): Promise<Response> {
  const { startedOn } = await cycleThat(ctx, whyNotStudy)
  const sent = ctx.form(studyForm)
  if (!sent.ok) return await showCycle(ctx, { study: sent.form })
  const whyNot = whyNotOn(sent.value.studiedOn, todayOf(ctx), startedOn)
  if (whyNot) return await showCycle(ctx, { study: refusedForm(ctx, { field: 'studiedOn', reason: whyNot }) })
  await studyCycle(ctx.db, ctx.scope, ctx.place, ctx.id('cycle'), sent.value)
  return back(ctx, 'cycles.studied', '#study')
}

async function decide(ctx: PlaceCtx): Promise<Response> {
  const { studiedOn } = await cycleThat(ctx, whyNotDecide)
  const sent = ctx.form(decisionForm)
  if (!sent.ok) return await showCycle(ctx, { decision: sent.form })
  const whyNot = whyNotOn(sent.value.decidedOn, todayOf(ctx), studiedOn)
  if (whyNot) return await showCycle(ctx, { decision: refusedForm(ctx, { field: 'decidedOn', reason: whyNot }) })
  await decideCycle(ctx.db, ctx.scope, ctx.place, ctx.id('cycle'), sent.value)
  return back(ctx, 'cycles.decided', '#decision')
}

/** The cycle, asked before its form is read: whoever comes too late finds no form there, so the refusal gives their words back. */
async function cycleThat(ctx: PlaceCtx, whyNot: (cycle: Cycle) => string | undefined): Promise<Cycle> {
  const cycle = await findCycle(ctx.db, ctx.scope, ctx.place, ctx.id('cycle'))
  refuse(whyNot(cycle))
  return cycle
}

function back(ctx: PlaceCtx, done: TextKey, fragment = ''): Response {
  return ctx.go(`${ctx.at(urls.cycle, { cycle: ctx.id('cycle') })}${fragment}`, done)
}

function todayOf(ctx: PlaceCtx): string {
  return dayIn(ctx.scope.timeZone, ctx.scope.now)
}
