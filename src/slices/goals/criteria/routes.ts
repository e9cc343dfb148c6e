import { h } from 'preact'
import { whyNotMay } from '../../../access/policy.ts'
import { LANGUAGES } from '../../../messages/text.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { FormState } from '../../../web/form.ts'
import type { PlaceCtx } from '../../../web/context.ts'
import { placePage } from '../../../web/page.tsx'
import { CriteriaPage } from '../criteria-page.tsx'
import { editCriteria } from './commands.ts'
import { findCriteria } from './queries.ts'
import { criteriaForm } from './schema.ts'

export function criteriaRoutes(app: App): void {
  app.get(
    urls.goalCriteria.pattern,
    placePage(async (ctx) => await showCriteria(ctx)),
  )
  app.post(urls.goalCriteria.pattern, placePage(edit))
}

async function showCriteria(ctx: PlaceCtx, state?: FormState): Promise<Response> {
  const criteria = await findCriteria(ctx.db, ctx.scope, ctx.place)
  const whyNotEdit = whyNotMay(ctx.scope, 'goal.write', ctx.place)
  const title = ctx.text('goals.criteria')
  const crumbs = [{ label: ctx.text('goals.goals'), href: ctx.at(urls.goals) }, { label: title }]
  const page = h(CriteriaPage, { criteria, languages: LANGUAGES, whyNotEdit, state })
  return await ctx.show(page, { title, status: state ? 422 : 200, help: 'goals.help', crumbs })
}

async function edit(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(criteriaForm)
  if (!sent.ok) return await showCriteria(ctx, sent.form)
  await editCriteria(ctx.db, ctx.scope, ctx.place, sent.value)
  return ctx.go(ctx.at(urls.goalCriteria), 'goals.criteria_done')
}
