import { h } from 'preact'
import { z } from 'zod'
import { dayIn } from '../../../platform/clock.ts'
import { refuse } from '../../../platform/problem.ts'
import { may } from '../../../access/policy.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import { id } from '../../../web/fields.ts'
import type { FormState } from '../../../web/form.ts'
import type { Ctx, PlaceCtx } from '../../../web/context.ts'
import { page, placePage } from '../../../web/page.tsx'
import { addPerson, endRole, grantRole } from '../commands.ts'
import { listUnits, mustManage } from '../places/queries.ts'
import { membershipForm, personForm } from '../schema.ts'
import { endEvaluation, nameEvaluator } from './commands.ts'
import { PersonPage } from './person-page.tsx'
import { findStaffMember, listStaff } from './queries.ts'
import { StaffPage } from './staff-page.tsx'

export function staffRoutes(app: App): void {
  app.get(urls.placePeople.pattern, placePage(showPlacePeople))
  app.get(
    urls.adminPeople.pattern,
    page((ctx) => showPeople(ctx)),
  )
  app.post(urls.adminPeople.pattern, page(add))
  app.get(
    urls.adminPerson.pattern,
    page((ctx) => showPerson(ctx)),
  )
  app.post(urls.adminMemberships.pattern, page(grant))
  app.post(urls.adminMembershipEnd.pattern, page(end))
  app.post(urls.adminEvaluators.pattern, page(evaluate))
  app.post(urls.adminEvaluatorEnd.pattern, page(endEvaluator))
}

async function showPlacePeople(ctx: PlaceCtx): Promise<Response> {
  const people = await listStaff(ctx.db, ctx.scope, { unitId: ctx.place.id })
  const title = ctx.text('organizations.people_of', { place: ctx.place.name })
  const invites = may(ctx.scope, 'people.invite', ctx.place)
  return await ctx.show(h(StaffPage, { title, lead: ctx.text('organizations.people_lead'), people, manages: false, invites }), { title })
}

async function showPeople(ctx: Ctx, form?: FormState): Promise<Response> {
  mustManage(ctx.scope)
  const words = ctx.query('q')
  const people = await listStaff(ctx.db, ctx.scope, { words })
  const title = ctx.text('organizations.people')
  const lead = ctx.text('organizations.people_admin_lead', { count: people.length })
  return await ctx.show(h(StaffPage, { title, lead, people, words, manages: true, form }), { title, status: form ? 422 : 200 })
}

async function add(ctx: Ctx): Promise<Response> {
  mustManage(ctx.scope)
  const sent = ctx.form(personForm)
  if (!sent.ok) return await showPeople(ctx, sent.form)
  const person = await addPerson(ctx.db, ctx.scope, sent.value)
  return ctx.go(ctx.at(urls.adminPerson, { person }), 'organizations.person_added')
}

async function showPerson(ctx: Ctx, form?: FormState): Promise<Response> {
  mustManage(ctx.scope)
  const person = await findStaffMember(ctx.db, ctx.scope, ctx.id('person'))
  const everybody = await listStaff(ctx.db, ctx.scope, {})
  const units = await listUnits(ctx.db, ctx.scope)
  const props = {
    person,
    units: units.map((unit) => ({ value: unit.id, label: unit.name })),
    people: everybody.filter((one) => one.id !== person.id).map((one) => ({ value: one.id, label: one.name })),
    today: dayIn(ctx.scope.timeZone, ctx.scope.now),
    form,
  }
  const crumbs = [{ label: ctx.text('organizations.people'), href: ctx.at(urls.adminPeople) }, { label: person.name }]
  return await ctx.show(h(PersonPage, props), { title: person.name, status: form ? 422 : 200, crumbs })
}

async function grant(ctx: Ctx): Promise<Response> {
  mustManage(ctx.scope)
  const person = await findStaffMember(ctx.db, ctx.scope, ctx.id('person'))
  const sent = ctx.form(membershipForm)
  if (!sent.ok) return await showPerson(ctx, sent.form)
  await grantRole(ctx.db, ctx.scope, person.id, sent.value)
  return ctx.go(ctx.at(urls.adminPerson, { person: person.id }), 'organizations.role_granted')
}

async function end(ctx: Ctx): Promise<Response> {
  mustManage(ctx.scope)
  const person = await findStaffMember(ctx.db, ctx.scope, ctx.id('person'))
  refuse(person.memberships.some((one) => one.id === ctx.id('membership')) ? undefined : 'organizations.role_of_another')
  await endRole(ctx.db, ctx.scope, ctx.id('membership'))
  return ctx.go(ctx.at(urls.adminPerson, { person: person.id }), 'organizations.role_ended')
}

async function evaluate(ctx: Ctx): Promise<Response> {
  mustManage(ctx.scope)
  const person = await findStaffMember(ctx.db, ctx.scope, ctx.id('person'))
  const sent = ctx.form(z.object({ evaluatorId: id }))
  if (!sent.ok) return await showPerson(ctx, sent.form)
  const evaluator = await findStaffMember(ctx.db, ctx.scope, sent.value.evaluatorId)
  await nameEvaluator(ctx.db, ctx.scope, { evaluatorId: evaluator.id, evaluatedId: person.id })
  return ctx.go(ctx.at(urls.adminPerson, { person: person.id }), 'organizations.evaluator_named')
}

async function endEvaluator(ctx: Ctx): Promise<Response> {
  mustManage(ctx.scope)
  const person = await findStaffMember(ctx.db, ctx.scope, ctx.id('person'))
  refuse(person.evaluators.some((one) => one.id === ctx.id('evaluates')) ? undefined : 'organizations.role_of_another')
  await endEvaluation(ctx.db, ctx.scope, ctx.id('evaluates'))
  return ctx.go(ctx.at(urls.adminPerson, { person: person.id }), 'organizations.evaluator_ended')
}
