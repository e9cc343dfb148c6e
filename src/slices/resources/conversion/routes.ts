import { h } from 'preact'
import { dayIn } from '../../../platform/clock.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { PlaceCtx } from '../../../web/context.ts'
import { placePage } from '../../../web/page.tsx'
import { findBoard } from '../board/queries.ts'
import { viewOf } from '../board/rules.ts'
import { ConversionPage } from './conversion-page.tsx'
import { standingsByKind, standingsOf } from './rules.ts'

export function conversionRoutes(app: App): void {
  app.get(urls.resourcesConversion.pattern, placePage(showConversion))
}

async function showConversion(ctx: PlaceCtx): Promise<Response> {
  const { db, scope, place } = ctx
  const view = viewOf(ctx.c.req.query())
  const { lives, period } = await findBoard(db, scope, place, view)
  const standings = standingsOf(lives, period, dayIn(scope.timeZone, scope.now))
  const content = h(ConversionPage, {
    standings,
    byKind: standingsByKind(lives, standings.at(-1)?.on ?? period.to),
    uses: lives.reduce((sum, one) => sum + one.life.uses.length, 0),
    when: period.year?.name ?? ctx.text('resources.last_twelve_months'),
    year: view.year,
  })
  return await ctx.show(content, { title: ctx.text('resources.conversion_title'), help: 'resources.conversion_help' })
}
