import { h } from 'preact'
import { dayIn } from '../../platform/clock.ts'
import { whyNotMay } from '../../access/policy.ts'
import { urls } from '../../urls.ts'
import type { App } from '../../web/app-type.ts'
import { type FormState, refusedForm } from '../../web/form.ts'
import type { PlaceCtx } from '../../web/context.ts'
import { placePage } from '../../web/page.tsx'
import { findGoal, goalsByIds } from '../goals/queries.ts'
import { listMeasures } from '../measures/queries.ts'
import { inWords } from '../resources/rules.ts'
import { changeTheory, drawStrategy } from './commands.ts'
import { mountCommitments } from './commitments/routes.ts'
import { listCommitments } from './commitments/queries.ts'
import { isLateFor, readerAt, stateOf } from './commitments/rules.ts'
import { mountDiagram } from './diagram/routes.ts'
import { listDrivers } from './diagram/queries.ts'
import { canvasOf, holesIn } from './diagram/rules.ts'
import { OutlinePage } from './outline-page.tsx'
import { readMeasures } from './progress/queries.ts'
import { progressOf } from './progress/rules.ts'
import { findStrategy, listStrategies } from './queries.ts'
import { reviewStrategy } from './reviews/commands.ts'
import { listReviews } from './reviews/queries.ts'
import { whyNotHeldOn } from './reviews/rules.ts'
import { reviewForm } from './reviews/schema.ts'
import { whyNotDraw, whyNotWriteInto } from './rules.ts'
import { type Strategy, strategyForm, theoryForm } from './schema.ts'
import { StrategiesPage } from './strategies-page.tsx'
import { StrategyPage, type StrategyPageProps } from './strategy-page.tsx'
import { TheoryPage } from './theory-page.tsx'

/** Strategies, their diagrams, commitments and reviews. */
export function strategyRoutes(app: App): void {
  app.get(
    urls.strategies.pattern,
    placePage((ctx) => showStrategies(ctx)),
  )
  app.post(urls.strategies.pattern, placePage(draw))
  app.get(
    urls.strategy.pattern,
    placePage((ctx) => showStrategy(ctx)),
  )
  app.post(urls.strategy.pattern, placePage(change))
  app.get(
    urls.strategyEdit.pattern,
    placePage((ctx) => showTheory(ctx)),
  )
  app.get(urls.strategyOutline.pattern, placePage(showOutline))
  app.post(urls.strategyReviews.pattern, placePage(review))
  mountDiagram(app, showStrategy)
  mountCommitments(app)
}

async function showStrategies(ctx: PlaceCtx, form?: FormState): Promise<Response> {
  const { db, scope, place } = ctx
  const goal = await findGoal(db, scope, place, ctx.id('goal'))
  const page = h(StrategiesPage, {
    goal: { id: goal.id, statement: inWords(goal.statement, [scope.language, scope.mainLanguage]) },
    strategies: await listStrategies(db, scope, goal.id),
    whyNotDraw: whyNotMay(scope, 'strategy.write', place) ?? whyNotDraw(goal),
    form,
  })
  return await ctx.show(page, { title: ctx.text('strategy.title'), help: 'strategy.help', ...(form ? { status: 422 } : {}) })
}

async function draw(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(strategyForm)
  if (!sent.ok) return await showStrategies(ctx, sent.form)
  const id = await drawStrategy(ctx.db, ctx.scope, ctx.place, ctx.id('goal'), sent.value)
  return ctx.go(ctx.at(urls.strategy, { strategy: id }), 'strategy.drawn')
}

async function showStrategy(ctx: PlaceCtx, forms: StrategyPageProps['forms'] = {}): Promise<Response> {
  const { db, scope, place } = ctx
  const strategy = await findStrategy(db, scope, place, ctx.id('strategy'))
  const drivers = await listDrivers(db, scope, strategy.id)
  const measured = await readMeasures(db, scope, drivers)
  const commitments = await listCommitments(db, scope, strategy.id)
  const reviews = await listReviews(db, scope, strategy.id)
  const today = dayIn(scope.timeZone, scope.now)
  const counted = commitments.map((one) => ({ ideaId: one.ideaId, state: stateOf(one), late: isLateFor(one, scope.personId, today) }))
  const verdicts = [...measured.values()].map((one) => one.verdict)
  const page = h(StrategyPage, {
    strategy,
    goal: await goalOf(ctx, strategy),
    canvas: canvasOf(drivers, measured, counted),
    holes: holesIn(drivers, new Set(commitments.map((one) => one.ideaId))),
    commitments,
    progress: progressOf({ commitments, verdicts, reviews, reader: scope, today }),
    reviews,
    measures: await listMeasures(db, scope, place),
    reader: { ...readerAt(scope, place), today, whyNotKeep: whyNotMay(scope, 'commitment.keep', place) },
    whyNotWrite: whyNotWrite(ctx, strategy),
    forms,
  })
  const refused = Object.values(forms).some(Boolean)
  return await ctx.show(page, { title: ctx.text('strategy.title'), help: 'strategy.help', ...(refused ? { status: 422 } : {}) })
}

async function showTheory(ctx: PlaceCtx, form?: FormState): Promise<Response> {
  const strategy = await findStrategy(ctx.db, ctx.scope, ctx.place, ctx.id('strategy'))
  const page = h(TheoryPage, { strategy, whyNotWrite: whyNotWrite(ctx, strategy), form })
  return await ctx.show(page, { title: ctx.text('strategy.edit_theory'), help: 'strategy.help', ...(form ? { status: 422 } : {}) })
}

async function change(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(theoryForm)
  if (!sent.ok) return await showTheory(ctx, sent.form)
  await changeTheory(ctx.db, ctx.scope, ctx.place, ctx.id('strategy'), sent.value)
  return ctx.go(ctx.at(urls.strategy, { strategy: ctx.id('strategy') }), 'strategy.saved')
}

async function showOutline(ctx: PlaceCtx): Promise<Response> {
  const { db, scope, place } = ctx
  const strategy = await findStrategy(db, scope, place, ctx.id('strategy'))
  const drivers = await listDrivers(db, scope, strategy.id)
  const measured = await readMeasures(db, scope, drivers)
  const page = h(OutlinePage, {
    strategy,
    goal: await goalOf(ctx, strategy),
    drivers,
    measureNames: Object.fromEntries([...measured].map(([id, { name }]) => [id, name])),
    commitments: await listCommitments(db, scope, strategy.id),
    whyNotWrite: whyNotWrite(ctx, strategy),
  })
  return await ctx.show(page, { title: ctx.text('strategy.outline'), help: 'strategy.help' })
}

async function review(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(reviewForm)
  if (!sent.ok) return await showStrategy(ctx, { review: sent.form })
  const whyNot = whyNotHeldOn(sent.value.heldOn, dayIn(ctx.scope.timeZone, ctx.scope.now))
  if (whyNot) return await showStrategy(ctx, { review: refusedForm(ctx, { field: 'heldOn', reason: whyNot }) })
  await reviewStrategy(ctx.db, ctx.scope, ctx.place, ctx.id('strategy'), sent.value)
  return ctx.go(`${ctx.at(urls.strategy, { strategy: ctx.id('strategy') })}#reviews`, 'strategy.reviewed')
}

/** The goal of a strategy; a strategy may be open to more people than the goal that it serves. */
async function goalOf(ctx: PlaceCtx, strategy: Strategy): Promise<{ id: string; statement: string }> {
  const [goal] = await goalsByIds(ctx.db, ctx.scope, [strategy.goalId])
  const statement = goal ? inWords(goal.statement, [ctx.scope.language, ctx.scope.mainLanguage]) : ctx.text('strategy.goal_unseen')
  return { id: strategy.goalId, statement }
}

function whyNotWrite(ctx: PlaceCtx, strategy: Strategy): string | undefined {
  return whyNotMay(ctx.scope, 'strategy.write', ctx.place) ?? whyNotWriteInto(strategy)
}
