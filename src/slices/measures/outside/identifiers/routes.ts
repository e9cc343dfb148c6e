import { h } from 'preact'
import { refuse } from '../../../../platform/problem.ts'
import { whyNotMay } from '../../../../access/policy.ts'
import { urls } from '../../../../urls.ts'
import type { PlaceCtx } from '../../../../web/context.ts'
import { refusedForm } from '../../../../web/form.ts'
import { giveNumber, giveNumbers, takeNumberAway } from './commands.ts'
import { IdentifiersPage, type IdentifiersPageProps } from './identifiers-page.tsx'
import { listNumberedSchools } from './queries.ts'
import { readLines, whyNotNumber } from './rules.ts'
import { identifierForm, linesForm } from './schema.ts'

export async function showIdentifiers(ctx: PlaceCtx, entry: IdentifiersPageProps['entry'] = {}): Promise<Response> {
  const { db, scope, place } = ctx
  const schools = await listNumberedSchools(db, scope, place)
  const page = h(IdentifiersPage, { schools, entry, whyNotLoad: whyNotMay(scope, 'outside.load', place) })
  const refused = Object.values(entry).some(Boolean)
  return await ctx.show(page, {
    title: ctx.text('measures.outside_numbers'),
    help: 'measures.outside_help',
    ...(refused ? { status: 422 } : {}),
  })
}

/** One address takes one number or pasted lines: whichever the form carries. */
export async function giveIdentifiers(ctx: PlaceCtx): Promise<Response> {
  refuse(whyNotMay(ctx.scope, 'outside.load', ctx.place))
  return 'lines' in ctx.body && !('identifier' in ctx.body) ? await giveMany(ctx) : await giveOne(ctx)
}

async function giveOne(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(identifierForm)
  if (!sent.ok) return await showIdentifiers(ctx, { one: sent.form })
  const reason = whyNotNumber(await listNumberedSchools(ctx.db, ctx.scope, ctx.place), sent.value)
  if (reason) return await showIdentifiers(ctx, { one: refusedForm(ctx, { field: 'identifier', reason }) })
  await giveNumber(ctx.db, ctx.scope, ctx.place, sent.value)
  return ctx.go(ctx.at(urls.outsideIdentifiers), 'measures.outside_number_given')
}

async function giveMany(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(linesForm)
  if (!sent.ok) return await showIdentifiers(ctx, { lines: sent.form })
  const { bad } = readLines(sent.value.lines, await listNumberedSchools(ctx.db, ctx.scope, ctx.place))
  const lines = refusedForm(ctx, { field: 'lines', reason: 'measures.outside_lines_bad' })
  if (bad.length > 0) return await showIdentifiers(ctx, { lines, bad })
  await giveNumbers(ctx.db, ctx.scope, ctx.place, sent.value.lines)
  return ctx.go(ctx.at(urls.outsideIdentifiers), 'measures.outside_number_given')
}

export async function takeAway(ctx: PlaceCtx): Promise<Response> {
  await takeNumberAway(ctx.db, ctx.scope, ctx.place, ctx.id('identifier'))
  return ctx.go(ctx.at(urls.outsideIdentifiers), 'measures.outside_number_taken_away')
}
