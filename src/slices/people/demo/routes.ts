import { h } from 'preact'
import { inIdentity } from '../../../access/scope.ts'
import { found, notHere } from '../../../platform/problem.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import { type OutsideCtx, outsidePage } from '../../../web/outside.ts'
import { ownPath } from '../sessions/rules.ts'
import { destinationForm } from '../sessions/schema.ts'
import { DemoPage } from './demo-page.tsx'
import { OutboxPage } from './outbox-page.tsx'
import { listDemoPeople } from './queries.ts'
import { demoSignInForm } from './schema.ts'

/** Outside demo mode none of this is here. */
export function mountDemo(app: App): void {
  app.get(urls.demoSignIn.pattern, outsidePage(showCast))
  app.post(urls.demoSignIn.pattern, outsidePage(signInAsOne))
  app.get(urls.demoOutbox.pattern, outsidePage(showOutbox))
}

async function showCast(ctx: OutsideCtx): Promise<Response> {
  const people = await castOf(ctx)
  return ctx.show(h(DemoPage, { people, next: ownPath(ctx.query('next')) }), { title: ctx.text('people.demo_title'), wide: true })
}

async function signInAsOne(ctx: OutsideCtx): Promise<Response> {
  const people = await castOf(ctx)
  const sent = ctx.form(demoSignInForm)
  const person = found(sent.ok ? people.find((one) => one.key === sent.value.person) : undefined)
  const { cookies } = await ctx.deps.signIn.openSession(person.identityPersonId, ctx.headers)
  const destination = ctx.form(destinationForm)
  return ctx.go(ownPath(destination.ok ? destination.value.next : undefined), { cookies })
}

async function showOutbox(ctx: OutsideCtx): Promise<Response> {
  const { demo, outbox } = ctx.deps
  if (!demo || !outbox) return notHere()
  return ctx.show(h(OutboxPage, { letters: await outbox.letters() }), { title: ctx.text('people.outbox'), wide: true })
}

async function castOf(ctx: OutsideCtx) {
  if (!ctx.deps.demo) return notHere()
  return await inIdentity(ctx.deps.db, undefined, listDemoPeople)
}
