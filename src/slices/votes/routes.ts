import { h } from 'preact'
import { whyNotMay } from '../../access/policy.ts'
import { refuse } from '../../platform/problem.ts'
import { urls } from '../../urls.ts'
import type { App } from '../../web/app-type.ts'
import type { FormState } from '../../web/form.ts'
import type { PlaceCtx } from '../../web/context.ts'
import { placePage } from '../../web/page.tsx'
import { castBallot } from './ballots/commands.ts'
import { withdrawVote } from './opening/commands.ts'
import { revealVote, stateConsensus } from './outcome/commands.ts'
import { findOutcome } from './outcome/queries.ts'
import { findVote } from './queries.ts'
import { inLanguage, whyNotCast, whyNotStateConsensus } from './rules.ts'
import { ballotForm, consensusForm, scoreField, type Vote } from './schema.ts'
import { VotePage } from './vote-page.tsx'

export function voteRoutes(app: App): void {
  app.get(
    urls.vote.pattern,
    placePage(async (ctx) => await showVote(ctx, await voteHere(ctx))),
  )
  app.post(urls.voteBallot.pattern, placePage(vote))
  app.post(urls.voteReveal.pattern, placePage(reveal))
  app.post(urls.voteConsensus.pattern, placePage(agree))
  app.post(urls.voteWithdrawal.pattern, placePage(withdraw))
}

type Refused = { ballot?: FormState; consensus?: FormState }

async function showVote(ctx: PlaceCtx, vote: Vote, refused?: Refused): Promise<Response> {
  const outcome = await findOutcome(ctx.db, ctx.scope, vote)
  const reader = { id: ctx.scope.personId, whyNotHold: whyNotMay(ctx.scope, 'vote.hold', ctx.place) }
  const page = h(VotePage, { vote, outcome, reader, ...refused })
  return await ctx.show(page, {
    title: ctx.text('votes.vote'),
    status: refused ? 422 : 200,
    help: 'votes.help',
    crumbs: crumbsOf(ctx, vote),
  })
}

/** A vote after the reveal is refused before its fields are looked at, so that what was argued comes back with the reason. */
async function vote(ctx: PlaceCtx): Promise<Response> {
  const vote = await voteHere(ctx)
  refuse(whyNotCast(vote, ctx.scope.personId))
  const sent = ctx.form(ballotForm(vote.questions))
  if (!sent.ok) return await showVote(ctx, vote, { ballot: namingQuestions(ctx, vote, sent.form) })
  await castBallot(ctx.db, ctx.scope, ctx.place, vote.id, sent.value)
  return ctx.go(ctx.at(urls.vote, { vote: vote.id }), 'votes.cast_done')
}

/** Seven times the same sentence would not help: each error says which question it is about. */
function namingQuestions(ctx: PlaceCtx, vote: Vote, form: FormState): FormState {
  const missing = vote.questions.filter(({ key }) => form.errors[scoreField(key)])
  const named = missing.map(({ key, text }) => {
    const question = inLanguage(text, ctx.scope.language, ctx.scope.mainLanguage)
    return [scoreField(key), ctx.text('votes.score_missing_for', { question })] as const
  })
  return { ...form, errors: { ...form.errors, ...Object.fromEntries(named) } }
}

async function reveal(ctx: PlaceCtx): Promise<Response> {
  const sealId = await revealVote(ctx.db, ctx.scope, ctx.deps, ctx.place, ctx.id('vote'))
  ctx.afterCommit(() => ctx.deps.keys.destroy(sealId))
  return ctx.go(ctx.at(urls.vote, { vote: ctx.id('vote') }), 'votes.reveal_done')
}

async function agree(ctx: PlaceCtx): Promise<Response> {
  const vote = await voteHere(ctx)
  refuse(whyNotStateConsensus(vote, ctx.scope.personId))
  const sent = ctx.form(consensusForm)
  if (!sent.ok) return await showVote(ctx, vote, { consensus: sent.form })
  await stateConsensus(ctx.db, ctx.scope, ctx.place, vote.id, sent.value)
  return ctx.go(`${ctx.at(urls.vote, { vote: vote.id })}#consensus`, 'votes.consensus_done')
}

async function withdraw(ctx: PlaceCtx): Promise<Response> {
  const sealId = await withdrawVote(ctx.db, ctx.scope, ctx.deps.jobs, ctx.place, ctx.id('vote'))
  ctx.afterCommit(() => ctx.deps.keys.destroy(sealId))
  return ctx.go(ctx.at(urls.vote, { vote: ctx.id('vote') }), 'votes.withdraw_done')
}

async function voteHere(ctx: PlaceCtx): Promise<Vote> {
  return await findVote(ctx.db, ctx.scope, ctx.place, ctx.id('vote'))
}

/** Where the subjects of votes have their pages; a vote knows no more of them. */
function crumbsOf(ctx: PlaceCtx, vote: Vote) {
  const subject =
    vote.subjectNoun === 'goal' ? [{ label: ctx.text('votes.subject_goal'), href: ctx.at(urls.goal, { goal: vote.subjectId }) }] : []
  return [...subject, { label: ctx.text('votes.vote') }]
}
