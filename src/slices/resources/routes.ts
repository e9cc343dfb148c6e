import { h } from 'preact'
import { whyNotMay } from '../../access/policy.ts'
import { CIRCLES } from '../../access/roles.ts'
import { isOnTeam } from '../../access/scope.ts'
import { urls } from '../../urls.ts'
import type { App } from '../../web/app-type.ts'
import type { PlaceCtx } from '../../web/context.ts'
import type { FormState } from '../../web/form.ts'
import { placePage } from '../../web/page.tsx'
import { boardRoutes } from './board/routes.ts'
import { changeResource } from './commands.ts'
import { conversionRoutes } from './conversion/routes.ts'
import { coverageRoutes } from './coverage/routes.ts'
import type { CountCommitments } from './coverage/schema.ts'
import { finderRoutes } from './finder/routes.ts'
import { lifeRoutes } from './life/routes.ts'
import { findResource, listGroups, listPeopleBelow, listResidences, listUnitsBelow } from './queries.ts'
import { ResourceFormPage } from './resource-form-page.tsx'
import { shownOf, whyNotCircle } from './rules.ts'
import { resourceChangeForm } from './schema.ts'
import { searchRoutes } from './search/routes.ts'

/** Named addresses come before the one that takes any word for a resource. */
export function resourceRoutes(app: App, given: { countCommitments?: CountCommitments } = {}): void {
  boardRoutes(app)
  finderRoutes(app)
  coverageRoutes(app, given.countCommitments)
  conversionRoutes(app)
  searchRoutes(app)
  app.get(urls.resourceEdit.pattern, placePage(showEdit))
  app.post(urls.resource.pattern, placePage(change))
  lifeRoutes(app)
}

async function showEdit(ctx: PlaceCtx): Promise<Response> {
  return await editWith(ctx)
}

async function change(ctx: PlaceCtx): Promise<Response> {
  const { id } = await findResource(ctx.db, ctx.scope, ctx.place, ctx.id('resource'))
  const sent = ctx.form(resourceChangeForm)
  if (!sent.ok) return await editWith(ctx, sent.form)
  await changeResource(ctx.db, ctx.scope, id, sent.value)
  return ctx.go(ctx.at(urls.resource, { resource: id }), 'resources.changed_done')
}

async function editWith(ctx: PlaceCtx, state?: FormState): Promise<Response> {
  const { db, scope, place } = ctx
  const row = await findResource(db, scope, place, ctx.id('resource'))
  const residences = await listResidences(db, scope, [row.id])
  const [units, people] = [await listUnitsBelow(db, scope, place), await listPeopleBelow(db, scope, place)]
  const shown = shownOf(row, residences, [scope.language, scope.mainLanguage])
  const choices = (rows: { id: string; name: string }[], ids: string[]) => {
    const elsewhere = residences.filter(
      (one) => ids.includes(one.unitId ?? one.personId ?? '') && !rows.some((row) => row.id === (one.unitId ?? one.personId)),
    )
    return [...rows, ...elsewhere.map((one) => ({ id: one.unitId ?? one.personId ?? '', name: one.name }))].map((one) => ({
      value: one.id,
      label: one.name,
    }))
  }
  const onTeam = isOnTeam(scope, row.unitPath)
  const content = h(ResourceFormPage, {
    resource: { ...shown, state: 'recognized', marks: { generated: false, repurposed: false } },
    units: choices(units, shown.unitIds),
    people: choices(people, shown.personIds),
    groups: await listGroups(db, scope, row.unitId),
    circles: CIRCLES.map((value) => ({ value, whyNot: whyNotCircle(value, onTeam) })),
    whyNot: whyNotMay(scope, 'resource.change', { path: row.unitPath }),
    state,
  })
  const crumbs = [
    { label: ctx.text('resources.title'), href: ctx.at(urls.resources) },
    { label: shown.name, href: ctx.at(urls.resource, { resource: row.id }) },
    { label: ctx.text('resources.change') },
  ]
  return await ctx.show(content, { title: ctx.text('resources.change_title', { name: shown.name }), status: state ? 422 : 200, crumbs })
}
