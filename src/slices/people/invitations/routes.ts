import { h } from 'preact'
import { may } from '../../../access/policy.ts'
import { inIdentity, type Scope } from '../../../access/scope.ts'
import { found, notHere } from '../../../platform/problem.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { FormState } from '../../../web/form.ts'
import { type OutsideCtx, outsidePage } from '../../../web/outside.ts'
import type { Ctx } from '../../../web/context.ts'
import { page } from '../../../web/page.tsx'
import { findIdentityByEmail } from '../identities/queries.ts'
import { acceptAsNewcomer, acceptInvitation, invitePerson } from './commands.ts'
import { InvitationOverPage, InvitationPage } from './invitation-page.tsx'
import { InvitePage } from './invite-page.tsx'
import { findInvitation, findInvitee, findOpenInvitation } from './queries.ts'
import { nextStep, whyInvitationOver, whyNotInvite } from './rules.ts'
import { acceptForm, type Invitation, invitePersonForm } from './schema.ts'

export function mountInvitations(app: App): void {
  app.get(
    urls.invitation.pattern,
    outsidePage((ctx) => invitationPage(ctx)),
  )
  app.post(urls.invitation.pattern, outsidePage(takeAcceptance))
  app.get(
    urls.adminInvitations.pattern,
    page((ctx) => invitePage(ctx)),
  )
  app.post(urls.adminInvitations.pattern, page(takeInvitation))
}

async function invitationPage(ctx: OutsideCtx, refused?: ReturnType<OutsideCtx['refused']>): Promise<Response> {
  const { invitation, addressIsKnown } = await lookUp(ctx)
  const title = ctx.text('people.invitation_title', { tenant: invitation.tenantName })
  const over = whyInvitationOver(invitation, ctx.deps.clock.now())
  if (over) return ctx.show(h(InvitationOverPage, { reason: over, tenant: invitation.tenantName }), { title, status: 410 })
  const step = nextStep(invitation, { signedInAs: ctx.identity?.email, addressIsKnown })
  return ctx.show(h(InvitationPage, { token: ctx.param('token'), invitation, step, state: refused?.state }), {
    title,
    status: refused?.status,
  })
}

async function lookUp(ctx: OutsideCtx): Promise<{ invitation: Invitation; addressIsKnown: boolean }> {
  return await inIdentity(ctx.deps.db, undefined, async (tx) => {
    const invitation = found(await findInvitation(tx, ctx.param('token')))
    return { invitation, addressIsKnown: (await findIdentityByEmail(tx, invitation.email)) !== undefined }
  })
}

async function takeAcceptance(ctx: OutsideCtx): Promise<Response> {
  const { invitation } = await lookUp(ctx)
  const home = urls.tenant({ tenant: invitation.tenantSlug })
  try {
    if (ctx.identity) {
      await acceptInvitation(ctx.deps, invitation, ctx.identity)
      return ctx.go(home, { done: 'people.joined' })
    }
    const sent = ctx.form(acceptForm)
    if (!sent.ok) return await invitationPage(ctx, { state: sent.form, status: 422 })
    const { cookies } = await ctx.deps.signIn.openSession(await acceptAsNewcomer(ctx.deps, invitation, sent.value), ctx.headers)
    return ctx.go(home, { done: 'people.joined', cookies })
  } catch (error) {
    return await invitationPage(ctx, ctx.refused(error))
  }
}

async function invitePage(ctx: Ctx, form?: FormState): Promise<Response> {
  const person = await inviteeOf(ctx)
  const open = await findOpenInvitation(ctx.db, ctx.scope, person.id)
  const title = ctx.text('people.invite_title', { name: person.name })
  return await ctx.show(h(InvitePage, { person, open, whyNot: whyNotInvite(person), state: form }), { title, status: form && 422 })
}

async function takeInvitation(ctx: Ctx): Promise<Response> {
  const { id: personId } = await inviteeOf(ctx)
  const sent = ctx.form(invitePersonForm)
  if (!sent.ok) return await invitePage(ctx, sent.form)
  await invitePerson(ctx.db, ctx.scope, { jobs: ctx.deps.jobs, personId, email: sent.value.email })
  const manages = may(ctx.scope, 'organization.manage', { path: rootsOf(ctx.scope) })
  return ctx.go(ctx.at(manages ? urls.adminPerson : urls.adminInvitations, { person: personId }), 'people.invited')
}

/**
 * Somebody whom one may not invite is not here. An address gives all that the person may do: a principal who could invite
 * whoever has one role in the school would become the administrator who has another.
 */
async function inviteeOf(ctx: Ctx) {
  const person = found(await findInvitee(ctx.db, ctx.scope, ctx.id('person')))
  return person.paths.every((path) => may(ctx.scope, 'people.invite', { path })) ? person : notHere()
}

/** The roots of the trees that somebody has a role in: one, as a rule. */
function rootsOf(scope: Scope): string[] {
  return scope.memberships.flatMap((one) => one.unitPath.slice(0, 1))
}
