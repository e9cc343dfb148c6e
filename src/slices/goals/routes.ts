import { h, type ComponentChild } from 'preact'
import { dayIn } from '../../platform/clock.ts'
import { whyNotMay } from '../../access/policy.ts'
import { LANGUAGES } from '../../messages/text.ts'
import { refuse } from '../../platform/problem.ts'
import { urls } from '../../urls.ts'
import type { App } from '../../web/app-type.ts'
import type { FormState } from '../../web/form.ts'
import type { PlaceCtx } from '../../web/context.ts'
import { placePage } from '../../web/page.tsx'
import { findOutcome } from '../votes/outcome/queries.ts'
import { listVotesOn } from '../votes/queries.ts'
import { whyNotOpen } from '../votes/rules.ts'
import { listPossibleVoters } from '../votes/voters/queries.ts'
import { agreeOnGoal, closeGoal, draftGoal, openGoalVote, reviseGoal } from './commands.ts'
import { criteriaRoutes } from './criteria/routes.ts'
import { findCriteria } from './criteria/queries.ts'
import { GoalFormPage } from './goal-form-page.tsx'
import { GoalPage, type GoalPageProps } from './goal-page.tsx'
import { GoalsPage } from './goals-page.tsx'
import { findGoal, listGoals } from './queries.ts'
import { whyNotAgree, whyNotClose, whyNotOn, whyNotRevise, whyNotVoteOn } from './rules.ts'
import { agreementForm, closureForm, type Goal, goalForm, openingForm, versionForm } from './schema.ts'

/** Draws what is watched for a goal: the slice that knows stands later, so app.ts hands it in. */
type GlanceAtMeasures = (ctx: PlaceCtx, goal: { id: string; isClosed: boolean }) => Promise<ComponentChild>

type Given = { glanceAtMeasures?: GlanceAtMeasures }

type ShowGoal = (ctx: PlaceCtx, goal: Goal, refused?: GoalPageProps['refused']) => Promise<Response>

export function goalRoutes(app: App, given: Given = {}): void {
  const show: ShowGoal = (ctx, goal, refused) => showGoal(ctx, goal, { ...given, refused })
  app.get(urls.goals.pattern, placePage(showGoals))
  app.post(urls.goals.pattern, placePage(write))
  app.get(
    urls.goalNew.pattern,
    placePage(async (ctx) => await showForm(ctx)),
  )
  criteriaRoutes(app)
  app.get(
    urls.goal.pattern,
    placePage(async (ctx) => await show(ctx, await goalHere(ctx))),
  )
  app.get(
    urls.goalEdit.pattern,
    placePage(async (ctx) => await showForm(ctx, { goal: await goalHere(ctx) })),
  )
  app.post(urls.goalEdit.pattern, placePage(revise))
  app.post(
    urls.goalVotes.pattern,
    placePage((ctx) => askTheTeam(ctx, show)),
  )
  app.post(
    urls.goalAgreement.pattern,
    placePage((ctx) => agree(ctx, show)),
  )
  app.post(
    urls.goalClosure.pattern,
    placePage((ctx) => close(ctx, show)),
  )
}

async function showGoals(ctx: PlaceCtx): Promise<Response> {
  const goals = await listGoals(ctx.db, ctx.scope, ctx.place)
  const page = h(GoalsPage, { goals, placeId: ctx.place.id, whyNotWrite: whyNotWrite(ctx) })
  return await ctx.show(page, { title: ctx.text('goals.goals'), help: 'goals.help' })
}

async function showForm(ctx: PlaceCtx, given: { goal?: Goal; state?: FormState } = {}): Promise<Response> {
  const { goal, state } = given
  const whyNot = whyNotWrite(ctx) ?? (goal && whyNotRevise(goal))
  const page = h(GoalFormPage, { goal, languages: LANGUAGES, whyNot, state })
  const title = ctx.text(goal ? 'goals.revise_title' : 'goals.write_title')
  return await ctx.show(page, { title, status: state ? 422 : 200, help: 'goals.help', crumbs: crumbsOf(ctx, title) })
}

async function write(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(goalForm(ctx.scope.language))
  if (!sent.ok) return await showForm(ctx, { state: sent.form })
  const goal = await draftGoal(ctx.db, ctx.scope, ctx.place, sent.value)
  return ctx.go(ctx.at(urls.goal, { goal }), 'goals.written_done')
}

async function revise(ctx: PlaceCtx): Promise<Response> {
  const goal = await goalHere(ctx)
  const sent = ctx.form(goalForm(ctx.scope.language))
  const had = ctx.form(versionForm)
  if (!sent.ok) return await showForm(ctx, { goal, state: sent.form })
  await reviseGoal(ctx.db, ctx.scope, ctx.place, goal.id, { draft: sent.value, version: had.ok ? had.value.version : 0 })
  return ctx.go(ctx.at(urls.goal, { goal: goal.id }), 'goals.revised_done')
}

async function askTheTeam(ctx: PlaceCtx, show: ShowGoal): Promise<Response> {
  const goal = await goalHere(ctx)
  const sent = ctx.form(openingForm)
  if (!sent.ok) return await show(ctx, goal, { opening: sent.form })
  const voterIds = [...sent.value.voters, ...sent.value.others]
  const reason = whyNotVoteOn(goal) ? undefined : whyNotOpen({ voterIds, facilitatorId: ctx.scope.personId, openAlready: false })
  if (reason) return await show(ctx, goal, { opening: { values: typed(voterIds), errors: { voters: ctx.text(reason) } } })
  await openGoalVote(ctx.db, ctx.scope, ctx.deps.keys, ctx.place, goal.id, voterIds)
  return ctx.go(`${ctx.at(urls.goal, { goal: goal.id })}#vote`, 'goals.vote_opened_done')
}

async function agree(ctx: PlaceCtx, show: ShowGoal): Promise<Response> {
  const goal = await goalHere(ctx)
  const sent = ctx.form(
    agreementForm.refine((form) => !whyNotOn(form.agreedOn, today(ctx)), { path: ['agreedOn'], error: 'goals.day_to_come' }),
  )
  if (!sent.ok) return await show(ctx, goal, { agreement: sent.form })
  await agreeOnGoal(ctx.db, ctx.scope, ctx.place, goal.id, sent.value)
  return ctx.go(ctx.at(urls.goal, { goal: goal.id }), 'goals.agreed_done')
}

async function close(ctx: PlaceCtx, show: ShowGoal): Promise<Response> {
  const goal = await goalHere(ctx)
  refuse(whyNotClose(goal)) // a closed goal shows no form, so the refusal has to give the words back
  const sent = ctx.form(
    closureForm.refine((form) => !whyNotOn(form.closedOn, today(ctx)), { path: ['closedOn'], error: 'goals.day_to_come' }),
  )
  if (!sent.ok) return await show(ctx, goal, { closure: sent.form })
  await closeGoal(ctx.db, ctx.scope, ctx.place, goal.id, sent.value)
  return ctx.go(ctx.at(urls.goal, { goal: goal.id }), 'goals.closed_done')
}

async function showGoal(ctx: PlaceCtx, goal: Goal, given: Given & Pick<GoalPageProps, 'refused'>): Promise<Response> {
  const { refused, glanceAtMeasures } = given
  const watched = await glanceAtMeasures?.(ctx, { id: goal.id, isClosed: goal.closure !== undefined })
  const page = h(GoalPage, { ...(await partsOf(ctx, goal)), goal, watched, readerId: ctx.scope.personId, today: today(ctx), refused })
  const title = ctx.text('goals.goal')
  return await ctx.show(page, { title, status: refused ? 422 : 200, help: 'goals.help', crumbs: crumbsOf(ctx, title) })
}

async function partsOf(ctx: PlaceCtx, goal: Goal) {
  const { db, scope, place } = ctx
  const votes = await listVotesOn(db, scope, 'goal', goal.id)
  const people = await listPossibleVoters(db, scope, place, goal.circle)
  const { questions } = await findCriteria(db, scope, place)
  const write = whyNotWrite(ctx)
  const hold = whyNotMay(scope, 'vote.hold', place)
  const outcome = goal.vote && (await findOutcome(db, scope, goal.vote))
  return {
    outcome,
    mayWrite: !write,
    earlierVotes: votes.filter((vote) => vote.id !== goal.vote?.id),
    opening: {
      criteria: questions,
      people: people.filter((person) => person.id !== scope.personId),
      whyNotOpen: hold ?? whyNotVoteOn(goal),
    },
    reasons: {
      hold,
      revise: write ?? whyNotRevise(goal),
      agree: write ?? whyNotAgree(goal, outcome?.consensus?.statement),
      close: write ?? whyNotClose(goal),
    },
  }
}

async function goalHere(ctx: PlaceCtx): Promise<Goal> {
  return await findGoal(ctx.db, ctx.scope, ctx.place, ctx.id('goal'))
}

function whyNotWrite(ctx: PlaceCtx) {
  return whyNotMay(ctx.scope, 'goal.write', ctx.place)
}

function crumbsOf(ctx: PlaceCtx, label: string) {
  return [{ label: ctx.text('goals.goals'), href: ctx.at(urls.goals) }, { label }]
}

function today(ctx: PlaceCtx): string {
  return dayIn(ctx.scope.timeZone, ctx.scope.now)
}

/** Ticked boxes as the form gives them back. */
function typed(voterIds: string[]): Record<string, string> {
  return { voters: voterIds.join(', '), others: voterIds.join(', ') }
}
