import { h } from 'preact'
import { inIdentity } from '../../../access/scope.ts'
import { dayIn } from '../../../platform/clock.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { FormState } from '../../../web/form.ts'
import { type OwnCtx, ownPage } from '../../../web/outside.ts'
import { listBelongings } from '../identities/queries.ts'
import { createToken, revokeToken } from './commands.ts'
import { listTokens } from './queries.ts'
import { newTokenForm } from './schema.ts'
import { TokensPage } from './tokens-page.tsx'

export function mountTokens(app: App): void {
  app.get(
    urls.myTokens.pattern,
    ownPage((ctx) => tokensPage(ctx)),
  )
  app.post(urls.myTokens.pattern, ownPage(takeNewToken))
  app.post(urls.myTokenEnd.pattern, ownPage(takeEnd))
}

async function tokensPage(ctx: OwnCtx, also: { made?: string; state?: FormState } = {}): Promise<Response> {
  const { identityPersonId, email } = ctx.identity
  const { tokens, belongings } = await inIdentity(ctx.deps.db, identityPersonId, async (tx) => ({
    tokens: await listTokens(tx, identityPersonId),
    belongings: await listBelongings(tx, identityPersonId),
  }))
  const today = dayIn('UTC', ctx.deps.clock.now())
  const content = h(TokensPage, { tokens, belongings, today, name: email, ...also })
  return ctx.show(content, { title: ctx.text('people.tokens'), status: also.state && 422, wide: true })
}

/** The answer itself shows the token: after a redirect it would have to be kept somewhere. */
async function takeNewToken(ctx: OwnCtx): Promise<Response> {
  const sent = ctx.form(newTokenForm)
  if (!sent.ok) return await tokensPage(ctx, { state: sent.form })
  return await tokensPage(ctx, { made: await createToken(ctx.deps, ctx.identity.identityPersonId, sent.value) })
}

async function takeEnd(ctx: OwnCtx): Promise<Response> {
  await revokeToken(ctx.deps, ctx.identity.identityPersonId, ctx.id('token'))
  return ctx.go(urls.myTokens({}), { done: 'people.token_ended' })
}
