import { h } from 'preact'
import { whyNotMay } from '../../../access/policy.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { FormState } from '../../../web/form.ts'
import type { PlaceCtx } from '../../../web/context.ts'
import { placePage } from '../../../web/page.tsx'
import { CalendarPage } from './calendar-page.tsx'
import { closeDay, reopenDay } from './commands.ts'
import { listClosedDays } from './queries.ts'
import { closedDayForm } from './schema.ts'

export function calendarRoutes(app: App): void {
  app.get(
    urls.schoolCalendar.pattern,
    placePage((ctx) => show(ctx)),
  )
  app.post(urls.schoolCalendar.pattern, placePage(close))
  app.post(urls.closedDayRemoval.pattern, placePage(reopen))
}

async function show(ctx: PlaceCtx, form?: FormState): Promise<Response> {
  const days = await listClosedDays(ctx.db, ctx.scope, ctx.place)
  const whyNotWrite = whyNotMay(ctx.scope, 'schedule.write', ctx.place)
  return await ctx.show(h(CalendarPage, { days, whyNotWrite, form }), {
    title: ctx.text('organizations.calendar'),
    status: form ? 422 : 200,
  })
}

async function close(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(closedDayForm)
  if (!sent.ok) return await show(ctx, sent.form)
  await closeDay(ctx.db, ctx.scope, ctx.place, sent.value)
  return ctx.go(ctx.at(urls.schoolCalendar), 'organizations.day_closed')
}

async function reopen(ctx: PlaceCtx): Promise<Response> {
  await reopenDay(ctx.db, ctx.scope, ctx.place, ctx.id('day'))
  return ctx.go(ctx.at(urls.schoolCalendar), 'organizations.day_reopened')
}
