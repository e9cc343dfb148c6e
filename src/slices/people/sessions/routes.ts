import { h } from 'preact'
import { inIdentity } from '../../../access/scope.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import { type OutsideCtx, outsidePage, type OwnCtx, ownPage } from '../../../web/outside.ts'
import { endOtherSessions, endSession, signIn } from './commands.ts'
import { listSessions } from './queries.ts'
import { ownPath } from './rules.ts'
import { destinationForm, signInForm } from './schema.ts'
import { SessionsPage } from './sessions-page.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { SignOutPage } from './sign-out-page.tsx'

export function mountSessions(app: App): void {
  app.get(urls.signIn.pattern, outsidePage(showSignIn))
  app.post(urls.signIn.pattern, outsidePage(takeSignIn))
  app.get(urls.signOut.pattern, ownPage(showSignOut))
  app.post(urls.signOut.pattern, outsidePage(takeSignOut))
  app.get(urls.mySessions.pattern, ownPage(showSessions))
  app.post(urls.mySessions.pattern, ownPage(takeEndOthers))
  app.post(urls.mySessionEnd.pattern, ownPage(takeEnd))
}

async function showSignIn(ctx: OutsideCtx): Promise<Response> {
  const next = ownPath(ctx.query('next'))
  return ctx.identity ? ctx.go(next) : signInPage(ctx, next)
}

async function takeSignIn(ctx: OutsideCtx): Promise<Response> {
  const destination = ctx.form(destinationForm)
  const next = ownPath(destination.ok ? destination.value.next : undefined)
  const sent = ctx.form(signInForm)
  if (!sent.ok) return signInPage(ctx, next, { state: sent.form, status: 422 })
  try {
    const { cookies } = await signIn(ctx.deps, { ...sent.value, from: ctx.from }, ctx.headers)
    return ctx.go(next, { cookies })
  } catch (error) {
    return signInPage(ctx, next, ctx.refused(error))
  }
}

function signInPage(ctx: OutsideCtx, next: string, refused?: ReturnType<OutsideCtx['refused']>): Response {
  const content = h(SignInPage, { state: refused?.state, next, demo: ctx.deps.demo })
  return ctx.show(content, { title: ctx.text('people.sign_in'), status: refused?.status })
}

async function showSignOut(ctx: OwnCtx): Promise<Response> {
  return ctx.show(h(SignOutPage, { name: ctx.identity.email }), { title: ctx.text('people.sign_out') })
}

async function takeSignOut(ctx: OutsideCtx): Promise<Response> {
  return ctx.go(urls.signIn({}), { done: 'people.signed_out', cookies: [await ctx.deps.signIn.closeSession(ctx.headers)] })
}

async function showSessions(ctx: OwnCtx): Promise<Response> {
  const { identityPersonId, sessionId, email } = ctx.identity
  const sessions = await inIdentity(ctx.deps.db, identityPersonId, (tx) => listSessions(tx, identityPersonId, ctx.deps.clock.now()))
  return ctx.show(h(SessionsPage, { sessions, currentId: sessionId, name: email }), { title: ctx.text('people.sessions'), wide: true })
}

async function takeEndOthers(ctx: OwnCtx): Promise<Response> {
  await endOtherSessions(ctx.deps, ctx.identity)
  return ctx.go(urls.mySessions({}), { done: 'people.sessions_ended' })
}

async function takeEnd(ctx: OwnCtx): Promise<Response> {
  await endSession(ctx.deps, ctx.identity, ctx.id('session'))
  return ctx.go(urls.mySessions({}), { done: 'people.session_ended' })
}
