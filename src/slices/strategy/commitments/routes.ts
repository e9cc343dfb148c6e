import { dayIn } from '../../../platform/clock.ts'
import { refuse } from '../../../platform/problem.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import { refusedForm } from '../../../web/form.ts'
import type { PlaceCtx } from '../../../web/context.ts'
import { placePage } from '../../../web/page.tsx'
import { whyNotMay } from '../../../access/policy.ts'
import { CommitmentPage } from '../commitment-page.tsx'
import { showIdea } from '../diagram/routes.ts'
import { h } from 'preact'
import { keepCommitment, makeCommitment, releaseCommitment } from './commands.ts'
import { findCommitment } from './queries.ts'
import { readerAt, whyNotCommit, whyNotSettle } from './rules.ts'
import { type Commitment, commitmentForm, keepingForm, releaseForm } from './schema.ts'

/** Promises, and what became of them. */
export function mountCommitments(app: App): void {
  app.post(urls.commitments.pattern, placePage(commit))
  app.post(urls.commitmentKeeping.pattern, placePage(keep))
  app.post(urls.commitmentRelease.pattern, placePage(release))
}

async function commit(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(commitmentForm)
  if (!sent.ok) return await showIdea(ctx, { commitment: sent.form })
  const whyNot = whyNotCommit(sent.value.dueOn, dayIn(ctx.scope.timeZone, ctx.scope.now))
  if (whyNot) return await showIdea(ctx, { commitment: refusedForm(ctx, { field: 'dueOn', reason: whyNot }) })
  const at = { strategyId: ctx.id('strategy'), ideaId: ctx.id('idea') }
  await makeCommitment(ctx.db, ctx.scope, ctx.place, { ...at, jobs: ctx.deps.jobs }, sent.value)
  return ctx.go(`${ctx.at(urls.changeIdea, { strategy: at.strategyId, idea: at.ideaId })}#commitments`, 'strategy.committed')
}

async function keep(ctx: PlaceCtx): Promise<Response> {
  const commitment = await openCommitment(ctx)
  const sent = ctx.form(keepingForm)
  if (!sent.ok) return await showCommitment(ctx, commitment, { keeping: sent.form })
  await keepCommitment(ctx.db, ctx.scope, ctx.place, commitment.id, sent.value)
  return backTo(ctx, commitment)
}

async function release(ctx: PlaceCtx): Promise<Response> {
  const commitment = await openCommitment(ctx)
  const sent = ctx.form(releaseForm)
  if (!sent.ok) return await showCommitment(ctx, commitment, { release: sent.form })
  await releaseCommitment(ctx.db, ctx.scope, ctx.place, commitment.id, sent.value.reason)
  return backTo(ctx, commitment)
}

/** One that is settled shows no form any more, so it is refused before its form is read, and the refusal gives the words back. */
async function openCommitment(ctx: PlaceCtx): Promise<Commitment> {
  const commitment = await findCommitment(ctx.db, ctx.scope, ctx.place, ctx.id('commitment'))
  refuse(whyNotSettle(commitment))
  return commitment
}

/** A commitment by itself: where a refused form comes back as it was typed. */
async function showCommitment(
  ctx: PlaceCtx,
  commitment: Commitment,
  forms: Parameters<typeof CommitmentPage>[0]['forms'],
): Promise<Response> {
  const { scope, place } = ctx
  const reader = {
    ...readerAt(scope, place),
    today: dayIn(scope.timeZone, scope.now),
    whyNotKeep: whyNotMay(scope, 'commitment.keep', place),
  }
  return await ctx.show(h(CommitmentPage, { commitment, reader, forms }), { title: commitment.what, status: 422 })
}

function backTo(ctx: PlaceCtx, commitment: Commitment): Response {
  return ctx.go(`${ctx.at(urls.strategy, { strategy: commitment.strategyId })}#commitments`, 'strategy.settled_done')
}
