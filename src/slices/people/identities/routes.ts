import { h } from 'preact'
import { inIdentity } from '../../../access/scope.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { FormState } from '../../../web/form.ts'
import { type OwnCtx, ownPage } from '../../../web/outside.ts'
import { changeAboutMe } from './commands.ts'
import { MePage } from './me-page.tsx'
import { listBelongings } from './queries.ts'
import { aboutMeForm } from './schema.ts'

export function mountIdentities(app: App): void {
  app.get(
    urls.me.pattern,
    ownPage((ctx) => mePage(ctx)),
  )
  app.post(urls.me.pattern, ownPage(takeAboutMe))
}

async function mePage(ctx: OwnCtx, state?: FormState): Promise<Response> {
  const { identityPersonId, name, email, language, theme } = ctx.identity
  const belongings = await inIdentity(ctx.deps.db, identityPersonId, (tx) => listBelongings(tx, identityPersonId))
  const content = h(MePage, { me: { name, email, language, theme }, belongings, state })
  return ctx.show(content, { title: ctx.text('people.me'), status: state && 422 })
}

async function takeAboutMe(ctx: OwnCtx): Promise<Response> {
  const sent = ctx.form(aboutMeForm)
  if (!sent.ok) return await mePage(ctx, sent.form)
  await changeAboutMe(ctx.deps.db, ctx.identity.identityPersonId, sent.value, ctx.deps.clock.now())
  return ctx.go(urls.me({}), { done: 'people.saved' })
}
