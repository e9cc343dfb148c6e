import { h } from 'preact'
import { urls } from '../../../urls.ts'
import type { Ctx } from '../../../web/context.ts'
import { nameLeaders } from './commands.ts'
import { LeadersPage } from './leaders-page.tsx'
import { listOfficePeople, listSchoolLeads } from './queries.ts'
import { chosenLeaders } from './rules.ts'

export async function showLeaders(ctx: Ctx): Promise<Response> {
  const schools = await listSchoolLeads(ctx.db, ctx.scope)
  const office = await listOfficePeople(ctx.db, ctx.scope)
  return await ctx.show(h(LeadersPage, { schools, office }), { title: ctx.text('roster.leaders_title') })
}

export async function chooseLeaders(ctx: Ctx): Promise<Response> {
  await nameLeaders(ctx.db, ctx.scope, chosenLeaders(ctx.body))
  return ctx.go(ctx.at(urls.rosterLeaders), 'roster.leaders_done')
}
