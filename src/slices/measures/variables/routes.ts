import { h } from 'preact'
import { found } from '../../../platform/problem.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { PlaceCtx } from '../../../web/context.ts'
import { placePage } from '../../../web/page.tsx'
import { findFramework, listTold } from '../../frameworks/queries.ts'
import { findTold, tell } from '../../frameworks/rules.ts'
import { whyNotWatch } from '../rules.ts'
import { listTelling } from './queries.ts'
import { tellingAbout } from './rules.ts'
import { VariablePage } from './variable-page.tsx'
import { VariablesPage } from './variables-page.tsx'

/** The variables of frameworks, with what a place watches of them. */
export function variableRoutes(app: App): void {
  app.get(urls.measureVariables.pattern, placePage(showVariables))
  app.get(urls.measureVariable.pattern, placePage(showVariable))
}

async function showVariables(ctx: PlaceCtx): Promise<Response> {
  const { db, scope, place } = ctx
  const page = h(VariablesPage, { frameworks: await listTold(db, scope), measures: await listTelling(db, scope, place) })
  return await ctx.show(page, { title: ctx.text('measures.variables_title'), help: 'measures.variables_help' })
}

async function showVariable(ctx: PlaceCtx): Promise<Response> {
  const { db, scope, place, c } = ctx
  const of = { framework: c.req.param('framework') ?? '', variable: c.req.param('variable') ?? '' }
  const framework = tell(await findFramework(db, of.framework), scope.language)
  const { step, variable } = found(findTold([framework], of))
  const measures = tellingAbout(await listTelling(db, scope, place), of)
  const page = h(VariablePage, { framework, step, variable, measures, whyNotWatch: whyNotWatch(scope, place) })
  return await ctx.show(page, { title: variable.title, help: 'measures.variables_help' })
}
