import { notHere } from '../../platform/problem.ts'
import { may } from '../../access/policy.ts'
import { urls } from '../../urls.ts'
import type { App } from '../../web/app-type.ts'
import type { Ctx } from '../../web/context.ts'
import { page } from '../../web/page.tsx'
import { chooseLeaders, showLeaders } from './leaders/routes.ts'
import { apply, report, showLoad, showRoster, upload } from './loads/routes.ts'
import { acceptUnit, showUnits } from './proposals/routes.ts'
import { findRoot } from './queries.ts'

/** The roster's addresses; those of one word stand before the address of a load. */
export function mountRoster(app: App): void {
  app.get(urls.roster.pattern, page(forLoaders((ctx) => showRoster(ctx))))
  app.post(urls.roster.pattern, page(forLoaders(upload)))
  app.get(urls.rosterLeaders.pattern, page(forLoaders(showLeaders)))
  app.post(urls.rosterLeaders.pattern, page(forLoaders(chooseLeaders)))
  app.get(urls.rosterUnits.pattern, page(forLoaders((ctx) => showUnits(ctx))))
  app.post(urls.rosterUnits.pattern, page(forLoaders(acceptUnit)))
  app.get(urls.rosterLoad.pattern, page(forLoaders((ctx) => showLoad(ctx))))
  app.post(urls.rosterApplication.pattern, page(forLoaders(apply)))
  app.get(urls.rosterReport.pattern, page(forLoaders(report)))
}

type Handler = (ctx: Ctx) => Promise<Response>

/** To everybody else there is no roster here. */
function forLoaders(handler: Handler): Handler {
  return async (ctx) => (may(ctx.scope, 'roster.load', await findRoot(ctx.db, ctx.scope)) ? await handler(ctx) : notHere())
}
