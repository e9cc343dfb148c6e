import { h } from 'preact'
import { whyNotMay } from '../../../access/policy.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { FormState } from '../../../web/form.ts'
import type { PlaceCtx } from '../../../web/context.ts'
import { placePage } from '../../../web/page.tsx'
import { addBellPeriod, removeBellPeriod, replaceBellSchedule } from './commands.ts'
import { listBellPeriods } from './queries.ts'
import { readBellSchedule } from './rules.ts'
import { SchedulePage } from './schedule-page.tsx'
import { bellPeriodForm, type ScheduleDefect } from './schema.ts'

export function scheduleRoutes(app: App): void {
  app.get(
    urls.bellSchedule.pattern,
    placePage((ctx) => show(ctx)),
  )
  app.post(urls.bellPeriods.pattern, placePage(add))
  app.post(urls.bellScheduleUpload.pattern, placePage(upload))
  app.post(urls.bellPeriodRemoval.pattern, placePage(remove))
}

type Again = { form?: FormState; defects?: ScheduleDefect[] }

async function show(ctx: PlaceCtx, again: Again = {}): Promise<Response> {
  const periods = await listBellPeriods(ctx.db, ctx.scope, ctx.place.id)
  const whyNotWrite = whyNotMay(ctx.scope, 'schedule.write', ctx.place)
  const status = again.form || again.defects ? 422 : 200
  return await ctx.show(h(SchedulePage, { periods, whyNotWrite, ...again }), {
    title: ctx.text('organizations.schedule'),
    status,
    help: 'organizations.schedule_help',
  })
}

async function add(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(bellPeriodForm)
  if (!sent.ok) return await show(ctx, { form: sent.form })
  await addBellPeriod(ctx.db, ctx.scope, ctx.place, sent.value)
  return ctx.go(ctx.at(urls.bellSchedule), 'organizations.period_added')
}

async function upload(ctx: PlaceCtx): Promise<Response> {
  const { file } = ctx.body
  const { periods, defects } = readBellSchedule(file instanceof File ? await file.text() : '')
  if (defects.length > 0 || periods.length === 0) return await show(ctx, { defects })
  await replaceBellSchedule(ctx.db, ctx.scope, ctx.place, periods)
  return ctx.go(ctx.at(urls.bellSchedule), 'organizations.schedule_replaced')
}

async function remove(ctx: PlaceCtx): Promise<Response> {
  await removeBellPeriod(ctx.db, ctx.scope, ctx.place, ctx.id('period'))
  return ctx.go(ctx.at(urls.bellSchedule), 'organizations.period_removed')
}
