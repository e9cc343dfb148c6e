import { h } from 'preact'
import { dayIn } from '../../../platform/clock.ts'
import { whyNotMay } from '../../../access/policy.ts'
import type { TextKey } from '../../../messages/text.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { FormState } from '../../../web/form.ts'
import type { PlaceCtx } from '../../../web/context.ts'
import { placePage } from '../../../web/page.tsx'
import { listMeasures, listReadings } from '../../measures/queries.ts'
import { listPossibleVoters } from '../../votes/voters/queries.ts'
import { listCommitments } from '../commitments/queries.ts'
import { readerAt } from '../commitments/rules.ts'
import { DriverPage, type DriverPageProps } from '../driver-page.tsx'
import { IdeaPage, type IdeaPageProps } from '../idea-page.tsx'
import { findStrategy } from '../queries.ts'
import { whyNotWriteInto } from '../rules.ts'
import type { Strategy } from '../schema.ts'
import {
  addDriver,
  addIdea,
  changeDriver,
  changeIdea,
  linkResource,
  moveDriver,
  moveIdea,
  removeDriver,
  removeIdea,
  unlinkResource,
} from './commands.ts'
import { countHeldBy, driverIn, ideaIn, listDrivers, listResourceChoices } from './queries.ts'
import { driverChangeForm, driverForm, driverMoveForm, ideaChangeForm, ideaForm, ideaMoveForm, linkForm } from './schema.ts'

type ShowStrategy = (ctx: PlaceCtx, forms: { driver?: FormState }) => Promise<Response>

/** The drivers and change ideas of a strategy; what is refused on the diagram comes back there. */
export function mountDiagram(app: App, showStrategy: ShowStrategy): void {
  app.post(
    urls.strategyDrivers.pattern,
    placePage((ctx) => createDriver(ctx, showStrategy)),
  )
  app.get(
    urls.driver.pattern,
    placePage((ctx) => showDriver(ctx)),
  )
  app.post(urls.driver.pattern, placePage(reviseDriver))
  app.post(
    urls.driverMove.pattern,
    placePage((ctx) => putDriver(ctx, showStrategy)),
  )
  app.post(urls.driverRemoval.pattern, placePage(takeOutDriver))
  app.post(urls.changeIdeas.pattern, placePage(createIdea))
  app.get(
    urls.changeIdea.pattern,
    placePage((ctx) => showIdea(ctx)),
  )
  app.post(urls.changeIdea.pattern, placePage(reviseIdea))
  app.post(urls.changeIdeaMove.pattern, placePage(putIdea))
  app.post(urls.changeIdeaRemoval.pattern, placePage(takeOutIdea))
  app.post(urls.changeIdeaResources.pattern, placePage(leanOn))
  app.post(urls.changeIdeaResourceRemoval.pattern, placePage(leanNoMore))
}

async function createDriver(ctx: PlaceCtx, showStrategy: ShowStrategy): Promise<Response> {
  const sent = ctx.form(driverForm)
  if (!sent.ok) return await showStrategy(ctx, { driver: sent.form })
  const id = await addDriver(ctx.db, ctx.scope, ctx.place, ctx.id('strategy'), sent.value)
  return ctx.go(ctx.at(urls.driver, { strategy: ctx.id('strategy'), driver: id }), 'strategy.driver_added')
}

async function showDriver(ctx: PlaceCtx, forms: DriverPageProps['forms'] = {}): Promise<Response> {
  const { db, scope, place } = ctx
  const strategy = await findStrategy(db, scope, place, ctx.id('strategy'))
  const drivers = await listDrivers(db, scope, strategy.id)
  const driver = driverIn(drivers, ctx.id('driver'))
  const page = h(DriverPage, {
    strategy,
    driver,
    others: drivers.filter((one) => one.id !== driver.id).map(({ id, statement }) => ({ id, name: statement })),
    measures: await listMeasures(db, scope, place),
    shownBy: await listReadings(db, scope, driver.measureId ? [{ id: driver.measureId }] : []),
    whyNotWrite: whyNotWrite(ctx, strategy),
    forms,
  })
  return await ctx.show(page, { title: driver.statement, help: 'strategy.help', ...statusOf(forms) })
}

async function reviseDriver(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(driverChangeForm)
  if (!sent.ok) return await showDriver(ctx, { driver: sent.form })
  await changeDriver(ctx.db, ctx.scope, ctx.place, ctx.id('strategy'), ctx.id('driver'), sent.value)
  return toDriver(ctx, 'strategy.saved')
}

async function putDriver(ctx: PlaceCtx, showStrategy: ShowStrategy): Promise<Response> {
  const sent = ctx.form(driverMoveForm)
  if (!sent.ok) return await showStrategy(ctx, { driver: sent.form })
  await moveDriver(ctx.db, ctx.scope, ctx.place, ctx.id('strategy'), ctx.id('driver'), sent.value.before)
  return toStrategy(ctx, 'strategy.moved')
}

async function takeOutDriver(ctx: PlaceCtx): Promise<Response> {
  await removeDriver(ctx.db, ctx.scope, ctx.place, ctx.id('strategy'), ctx.id('driver'))
  return toStrategy(ctx, 'strategy.removed')
}

async function createIdea(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(ideaForm)
  if (!sent.ok) return await showDriver(ctx, { idea: sent.form })
  await addIdea(ctx.db, ctx.scope, ctx.place, ctx.id('strategy'), ctx.id('driver'), sent.value.statement)
  return toDriver(ctx, 'strategy.idea_added')
}

/** The page of a change idea; commitments that are refused come back here too. */
export async function showIdea(ctx: PlaceCtx, forms: IdeaPageProps['forms'] = {}): Promise<Response> {
  const { db, scope, place } = ctx
  const strategy = await findStrategy(db, scope, place, ctx.id('strategy'))
  const drivers = await listDrivers(db, scope, strategy.id)
  const { driver, idea } = ideaIn(drivers, ctx.id('idea'))
  const commitments = await listCommitments(db, scope, strategy.id)
  const page = h(IdeaPage, {
    strategy,
    driver,
    idea,
    drivers,
    resources: await listResourceChoices(db, scope, place),
    people: await listPossibleVoters(db, scope, place, strategy.circle),
    commitments: commitments.filter((one) => one.ideaId === idea.id),
    held: await countHeldBy(db, scope, idea.id),
    reader: { ...readerAt(scope, place), today: dayIn(scope.timeZone, scope.now), whyNotKeep: whyNotMay(scope, 'commitment.keep', place) },
    whyNotWrite: whyNotWrite(ctx, strategy),
    forms,
  })
  return await ctx.show(page, { title: idea.statement, help: 'strategy.help', ...statusOf(forms) })
}

async function reviseIdea(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(ideaChangeForm)
  if (!sent.ok) return await showIdea(ctx, { idea: sent.form })
  await changeIdea(ctx.db, ctx.scope, ctx.place, ctx.id('strategy'), ctx.id('idea'), sent.value)
  return toIdea(ctx, 'strategy.saved')
}

async function putIdea(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(ideaMoveForm)
  if (!sent.ok) return await showIdea(ctx, { idea: sent.form })
  await moveIdea(ctx.db, ctx.scope, ctx.place, ctx.id('strategy'), ctx.id('idea'), sent.value)
  return toStrategy(ctx, 'strategy.moved')
}

async function takeOutIdea(ctx: PlaceCtx): Promise<Response> {
  await removeIdea(ctx.db, ctx.scope, ctx.place, ctx.id('strategy'), ctx.id('idea'))
  return toStrategy(ctx, 'strategy.removed')
}

async function leanOn(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(linkForm)
  if (!sent.ok) return await showIdea(ctx, { link: sent.form })
  await linkResource(ctx.db, ctx.scope, ctx.place, ctx.id('strategy'), ctx.id('idea'), sent.value)
  return toIdea(ctx, 'strategy.linked')
}

async function leanNoMore(ctx: PlaceCtx): Promise<Response> {
  await unlinkResource(ctx.db, ctx.scope, ctx.place, ctx.id('strategy'), ctx.id('idea'), ctx.id('link'))
  return toIdea(ctx, 'strategy.unlinked')
}

function toStrategy(ctx: PlaceCtx, done: TextKey): Response {
  return ctx.go(`${ctx.at(urls.strategy, { strategy: ctx.id('strategy') })}#diagram`, done)
}

function toDriver(ctx: PlaceCtx, done: TextKey): Response {
  return ctx.go(ctx.at(urls.driver, { strategy: ctx.id('strategy'), driver: ctx.id('driver') }), done)
}

function toIdea(ctx: PlaceCtx, done: TextKey): Response {
  return ctx.go(ctx.at(urls.changeIdea, { strategy: ctx.id('strategy'), idea: ctx.id('idea') }), done)
}

function whyNotWrite(ctx: PlaceCtx, strategy: Strategy): string | undefined {
  return whyNotMay(ctx.scope, 'strategy.write', ctx.place) ?? whyNotWriteInto(strategy)
}

function statusOf(forms: object): { status?: 422 } {
  return Object.values(forms).some(Boolean) ? { status: 422 } : {}
}
