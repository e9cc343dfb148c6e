import type { Context } from 'hono'
import { h } from 'preact'
import { may } from '../../access/policy.ts'
import { inIdentity } from '../../access/scope.ts'
import { urls } from '../../urls.ts'
import type { App } from '../../web/app-type.ts'
import type { Ctx, Env, PlaceCtx } from '../../web/context.ts'
import { page, placePage } from '../../web/page.tsx'
import { homePlace, listMyPlaces } from '../organizations/queries.ts'
import { listBelongings } from '../people/identities/queries.ts'
import { listNews } from './feed/queries.ts'
import { NowPage } from './now-page.tsx'
import { findGoalShown } from './queries.ts'
import { listSchoolLines } from './schools/queries.ts'
import { listWaiting } from './waiting/queries.ts'

const NEWS_SHOWN = 12

const ABOVE_SCHOOLS = new Set(['district', 'region', 'agency'])

export function nowRoutes(app: App): void {
  app.get(urls.root.pattern, toOwnTenant)
  app.get(urls.tenant.pattern, page(toOwnPlace))
  app.get(urls.now.pattern, placePage(showNow))
}

/** The plain address leads everybody to where they work. */
async function toOwnTenant(c: Context<Env>): Promise<Response> {
  const asker = c.get('asker')
  const deps = c.get('deps')
  if (!asker) return c.redirect(deps.demo ? urls.demoSignIn({}) : urls.signIn({}), 303)
  const [first] = await inIdentity(deps.db, asker.identityPersonId, (tx) => listBelongings(tx, asker.identityPersonId))
  // A word about what was done travels along to the page that shows it.
  const said = { done: c.req.query('done') }
  return c.redirect(first ? urls.tenant({ tenant: first.tenantSlug }, said) : urls.me({}, said), 303)
}

async function toOwnPlace(ctx: Ctx): Promise<Response> {
  const place = homePlace(await listMyPlaces(ctx.db, ctx.scope), ctx.scope)
  const said = { done: ctx.query('done') }
  if (place) return ctx.go(ctx.at(urls.now, { place: place.slug }, said))
  const isResearcher = ctx.scope.memberships.some(({ role }) => role === 'researcher')
  return ctx.go(isResearcher ? ctx.at(urls.researchSurveys, {}, said) : urls.me({}, said))
}

async function showNow(ctx: PlaceCtx): Promise<Response> {
  const { db, scope, place } = ctx
  const content = h(NowPage, {
    name: scope.personName.split(' ')[0] ?? '',
    placeName: place.name,
    waiting: await listWaiting(db, scope, place),
    news: await listNews(db, scope, place, NEWS_SHOWN),
    goal: await findGoalShown(db, scope, place),
    schools: ABOVE_SCHOOLS.has(place.kind) ? await listSchoolLines(db, scope, place) : undefined,
    canLead: may(scope, 'goal.write', place),
  })
  return await ctx.show(content, { title: `${ctx.text('web.room_now')} · ${place.name}` })
}
