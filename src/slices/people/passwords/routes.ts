import { h } from 'preact'
import { inIdentity } from '../../../access/scope.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { FormState } from '../../../web/form.ts'
import { type OutsideCtx, outsidePage, type OwnCtx, ownPage } from '../../../web/outside.ts'
import { changePassword, requestReset, resetPassword } from './commands.ts'
import { PasswordPage } from './password-page.tsx'
import { findPasswordHash, findReset } from './queries.ts'
import { AskResetPage, NewPasswordPage, ResetAskedPage, ResetSpentPage } from './reset-page.tsx'
import { changePasswordForm, newPasswordForm, requestResetForm } from './schema.ts'

type Refused = { state: FormState; status: ReturnType<OutsideCtx['refused']>['status'] }

export function mountPasswords(app: App): void {
  app.get(
    urls.passwordReset.pattern,
    outsidePage(async (ctx) => askPage(ctx)),
  )
  app.post(urls.passwordReset.pattern, outsidePage(takeAsk))
  app.get(
    urls.newPassword.pattern,
    outsidePage((ctx) => newPasswordPage(ctx)),
  )
  app.post(urls.newPassword.pattern, outsidePage(takeNewPassword))
  app.get(
    urls.myPassword.pattern,
    ownPage((ctx) => passwordPage(ctx)),
  )
  app.post(urls.myPassword.pattern, ownPage(takeChange))
}

function askPage(ctx: OutsideCtx, refused?: Refused): Response {
  return ctx.show(h(AskResetPage, { state: refused?.state }), { title: ctx.text('people.reset_title'), status: refused?.status })
}

async function takeAsk(ctx: OutsideCtx): Promise<Response> {
  const sent = ctx.form(requestResetForm)
  if (!sent.ok) return askPage(ctx, { state: sent.form, status: 422 })
  try {
    await requestReset(ctx.deps, { ...sent.value, from: ctx.from })
  } catch (error) {
    return askPage(ctx, ctx.refused(error))
  }
  const content = h(ResetAskedPage, { email: sent.value.email, demo: ctx.deps.demo })
  return ctx.show(content, { title: ctx.text('people.reset_asked_title') })
}

async function newPasswordPage(ctx: OutsideCtx, refused?: Refused): Promise<Response> {
  const token = ctx.param('token')
  const person = await inIdentity(ctx.deps.db, undefined, (tx) => findReset(tx, token, ctx.deps.clock.now()))
  if (!person) return ctx.show(h(ResetSpentPage, {}), { title: ctx.text('people.reset_spent_title'), status: 410 })
  return ctx.show(h(NewPasswordPage, { token, person, state: refused?.state }), {
    title: ctx.text('people.reset_new_title'),
    status: refused?.status,
  })
}

async function takeNewPassword(ctx: OutsideCtx): Promise<Response> {
  const sent = ctx.form(newPasswordForm)
  if (!sent.ok) return await newPasswordPage(ctx, { state: sent.form, status: 422 })
  try {
    const identityPersonId = await resetPassword(ctx.deps, ctx.param('token'), sent.value.password)
    const { cookies } = await ctx.deps.signIn.openSession(identityPersonId, ctx.headers)
    return ctx.go(urls.root({}), { done: 'people.password_changed', cookies })
  } catch (error) {
    return await newPasswordPage(ctx, ctx.refused(error))
  }
}

async function passwordPage(ctx: OwnCtx, refused?: Refused): Promise<Response> {
  const { identityPersonId, name, email } = ctx.identity
  const hash = await inIdentity(ctx.deps.db, identityPersonId, (tx) => findPasswordHash(tx, identityPersonId))
  const content = h(PasswordPage, { me: { name, email }, hasPassword: hash !== undefined, state: refused?.state })
  return ctx.show(content, { title: ctx.text('people.password'), status: refused?.status })
}

async function takeChange(ctx: OwnCtx): Promise<Response> {
  const sent = ctx.form(changePasswordForm)
  if (!sent.ok) return await passwordPage(ctx, { state: sent.form, status: 422 })
  try {
    await changePassword(ctx.deps, ctx.identity, sent.value)
  } catch (error) {
    return await passwordPage(ctx, ctx.refused(error))
  }
  // Every session has ended with the old password, and this browser has just shown that it knows the new one.
  const { cookies } = await ctx.deps.signIn.openSession(ctx.identity.identityPersonId, ctx.headers)
  return ctx.go(urls.myPassword({}), { done: 'people.password_changed', cookies })
}
