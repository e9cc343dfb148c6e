import { h } from 'preact'
import { found } from '../../../platform/problem.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { FormState } from '../../../web/form.ts'
import type { Ctx } from '../../../web/context.ts'
import { page } from '../../../web/page.tsx'
import { addUnit, changeUnit } from '../commands.ts'
import { findTenant } from '../queries.ts'
import { unitChangeForm, unitForm } from '../schema.ts'
import { changeTenant, endUnit } from './commands.ts'
import { PlacesPage } from './places-page.tsx'
import { listUnits, mustManage } from './queries.ts'
import { tenantForm } from './schema.ts'
import { TenantPage } from './tenant-page.tsx'
import { UnitPage } from './unit-page.tsx'
import { UnitsPage } from './units-page.tsx'

export function placesRoutes(app: App): void {
  app.get(urls.places.pattern, page(showPlaces))
  app.get(
    urls.adminUnits.pattern,
    page((ctx) => showUnits(ctx)),
  )
  app.post(urls.adminUnits.pattern, page(add))
  app.get(
    urls.adminUnit.pattern,
    page((ctx) => showUnit(ctx)),
  )
  app.post(urls.adminUnit.pattern, page(change))
  app.post(urls.adminUnitEnd.pattern, page(end))
  app.get(
    urls.adminTenant.pattern,
    page((ctx) => showTenant(ctx)),
  )
  app.post(urls.adminTenant.pattern, page(changeDistrict))
}

async function showPlaces(ctx: Ctx): Promise<Response> {
  const units = await listUnits(ctx.db, ctx.scope)
  const mine = new Set(ctx.scope.places)
  return await ctx.show(h(PlacesPage, { units: units.filter((unit) => mine.has(unit.id)) }), { title: ctx.text('organizations.places') })
}

async function showUnits(ctx: Ctx, form?: FormState): Promise<Response> {
  mustManage(ctx.scope)
  const units = await listUnits(ctx.db, ctx.scope)
  return await ctx.show(h(UnitsPage, { units, form }), { title: ctx.text('organizations.units'), status: form ? 422 : 200 })
}

async function add(ctx: Ctx): Promise<Response> {
  mustManage(ctx.scope)
  const sent = ctx.form(unitForm)
  if (!sent.ok) return await showUnits(ctx, sent.form)
  await addUnit(ctx.db, ctx.scope, sent.value)
  return ctx.go(ctx.at(urls.adminUnits), 'organizations.unit_added')
}

async function showUnit(ctx: Ctx, form?: FormState): Promise<Response> {
  mustManage(ctx.scope)
  const units = await listUnits(ctx.db, ctx.scope)
  const unit = found(units.find((one) => one.id === ctx.id('unit')))
  const crumbs = [{ label: ctx.text('organizations.units'), href: ctx.at(urls.adminUnits) }, { label: unit.name }]
  return await ctx.show(h(UnitPage, { unit, form }), { title: unit.name, status: form ? 422 : 200, crumbs })
}

async function change(ctx: Ctx): Promise<Response> {
  mustManage(ctx.scope)
  const sent = ctx.form(unitChangeForm)
  if (!sent.ok) return await showUnit(ctx, sent.form)
  await changeUnit(ctx.db, ctx.scope, ctx.id('unit'), sent.value)
  return ctx.go(ctx.at(urls.adminUnits), 'organizations.unit_changed')
}

async function end(ctx: Ctx): Promise<Response> {
  mustManage(ctx.scope)
  await endUnit(ctx.db, ctx.scope, ctx.id('unit'))
  return ctx.go(ctx.at(urls.adminUnits), 'organizations.unit_ended')
}

async function showTenant(ctx: Ctx, form?: FormState): Promise<Response> {
  mustManage(ctx.scope)
  const tenant = await findTenant(ctx.db, ctx.scope)
  return await ctx.show(h(TenantPage, { tenant, form }), { title: ctx.text('organizations.tenant'), status: form ? 422 : 200 })
}

async function changeDistrict(ctx: Ctx): Promise<Response> {
  mustManage(ctx.scope)
  const sent = ctx.form(tenantForm)
  if (!sent.ok) return await showTenant(ctx, sent.form)
  await changeTenant(ctx.db, ctx.scope, sent.value)
  return ctx.go(ctx.at(urls.adminTenant), 'organizations.tenant_changed')
}
