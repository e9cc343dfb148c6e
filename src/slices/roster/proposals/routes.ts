import { h } from 'preact'
import { urls } from '../../../urls.ts'
import type { FormState } from '../../../web/form.ts'
import type { Ctx } from '../../../web/context.ts'
import { acceptProposals } from './commands.ts'
import { listProposals, whatClassesName } from './queries.ts'
import { proposalForm } from './schema.ts'
import { UnitsPage } from './units-page.tsx'

export async function showUnits(ctx: Ctx, state?: FormState): Promise<Response> {
  const proposals = await listProposals(ctx.db, ctx.scope)
  const content = h(UnitsPage, { proposals, naming: await whatClassesName(ctx.db, ctx.scope), state })
  return await ctx.show(content, { title: ctx.text('roster.units_title'), status: state && 422 })
}

export async function acceptUnit(ctx: Ctx): Promise<Response> {
  const sent = ctx.form(proposalForm)
  if (!sent.ok) return await showUnits(ctx, sent.form)
  await acceptProposals(ctx.db, ctx.scope, sent.value)
  return ctx.go(ctx.at(urls.rosterUnits), 'roster.unit_accepted')
}
