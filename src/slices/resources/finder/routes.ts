import { h } from 'preact'
import { found } from '../../../platform/problem.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { PlaceCtx } from '../../../web/context.ts'
import type { FormState } from '../../../web/form.ts'
import { placePage } from '../../../web/page.tsx'
import { acceptFinding, dismissFinding } from './commands.ts'
import { DismissalPage } from './dismissal-page.tsx'
import { findTray } from './queries.ts'
import { toldFinding } from './telling/rules.ts'
import { dismissalForm } from './schema.ts'

export function finderRoutes(app: App): void {
  app.post(urls.findingAcceptance.pattern, placePage(accept))
  app.post(urls.findingDismissal.pattern, placePage(dismiss))
}

async function accept(ctx: PlaceCtx): Promise<Response> {
  const resource = await acceptFinding(ctx.db, ctx.scope, ctx.place, ctx.id('finding'))
  return ctx.go(`${ctx.at(urls.resources, {}, { open: resource })}#r-${resource}`, 'resources.found_accepted_done')
}

async function dismiss(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(dismissalForm)
  if (!sent.ok) return await askAgain(ctx, sent.form)
  await dismissFinding(ctx.db, ctx.scope, ctx.place, ctx.id('finding'), sent.value)
  return ctx.go(`${ctx.at(urls.resources)}#tray`, 'resources.found_dismissed_done')
}

async function askAgain(ctx: PlaceCtx, state: FormState): Promise<Response> {
  const tray = found(await findTray(ctx.db, ctx.scope, ctx.place))
  const finding = toldFinding(ctx.scope.language, found(tray.findings.find((one) => one.id === ctx.id('finding'))))
  return await ctx.show(h(DismissalPage, { finding, state }), { title: ctx.text('resources.found_dismiss_title'), status: 422 })
}
