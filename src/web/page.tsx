import type { Context, Handler } from 'hono'
import { createHash, randomBytes } from 'node:crypto'
import { isId } from '../platform/ids.ts'
import { notHere } from '../platform/problem.ts'
import { type TextKey, textIn } from '../messages/text.ts'
import { urls } from '../urls.ts'
import { enterPlace, enterTenant, languageOf } from './entrance.ts'
import { bodyOf, type Body, checkForm } from './form.ts'
import type { Ctx, Env, PlaceCtx } from './context.ts'
import { framed } from './frame.tsx'
import { claimKey, keepReceipt, UNANSWERED } from './receipts.ts'
import { problemPage } from './problem-page.tsx'
import { inOneTransaction } from './transaction.ts'

/** A page of a tenant. */
export function page(handler: (ctx: Ctx) => Promise<Response>): Handler<Env> {
  return (c) => answered(c, handler)
}

/** A page of a place inside a tenant. */
export function placePage(handler: (ctx: PlaceCtx) => Promise<Response>): Handler<Env> {
  return (c) =>
    answered(c, async (ctx) => {
      const place = await enterPlace(ctx.db, ctx.scope, c.req.param('place') ?? '')
      const show: Ctx['show'] = (content, showing) => framed(ctx, content, { ...showing, place })
      return await handler({ ...ctx, place, show })
    })
}

async function answered(c: Context<Env>, handler: (ctx: Ctx) => Promise<Response>): Promise<Response> {
  const asker = c.get('asker')
  const body = c.req.method === 'POST' ? await bodyOf(c) : {}
  if (!asker) return signInFirst(c, body)
  const deps = c.get('deps')
  try {
    return await inOneTransaction(deps, async (tx, afterCommit) => {
      const scope = await enterTenant(tx, deps, asker, c.req.param('tenant') ?? '')
      const ctx = contextOf({ c, deps, db: tx, scope, body, afterCommit })
      return c.req.method === 'POST' ? await once(ctx, handler) : await handler(ctx)
    })
  } catch (error) {
    return problemPage(c, error, body)
  }
}

/**
 * A form that is sent twice is done once: the second sending goes where the first one went. Written over and sent again
 * (browsers bring back an old page with its old key), it is another act.
 */
async function once(ctx: Ctx, handler: (ctx: Ctx) => Promise<Response>): Promise<Response> {
  const given = ctx.body['once']
  const fingerprint = typeof given === 'string' && isId(given) ? fingerprintOf(ctx) : randomBytes(32)
  const key = `form:${fingerprint.toString('base64url')}`
  const before = await claimKey(ctx.db, ctx.scope, key, fingerprint)
  // An answer that led nowhere was a page: it is made anew.
  if (before && before.status !== UNANSWERED) return new Response(null, { status: before.status, headers: before.headers })
  const response = await handler(ctx)
  const location = response.headers.get('location')
  if (location) await keepReceipt(ctx.db, ctx.scope, key, { status: 303, headers: { location }, body: '' })
  return response
}

/** Only this digest is kept, and the random key that is in it nowhere: so what was sent cannot be found by trying it out. */
function fingerprintOf({ c, body }: Ctx): Buffer {
  const told = Object.entries(body).map(([name, value]) => [
    name,
    ...[value].flat().map((one) => (typeof one === 'string' ? one : `${one.name} ${one.size}`)),
  ])
  return createHash('sha256')
    .update(JSON.stringify([c.req.path, told]))
    .digest()
}

type Given = Pick<Ctx, 'c' | 'deps' | 'db' | 'scope' | 'body' | 'afterCommit'>

function contextOf(given: Given): Ctx {
  const { c, scope, body } = given
  const language = scope.language
  const ctx: Ctx = {
    ...given,
    text: (key, values) => textIn(language, key, values),
    id: (name) => {
      const value = c.req.param(name) ?? ''
      return isId(value) ? value : notHere()
    },
    query: (name) => c.req.query(name)?.replaceAll('\0', '') || undefined,
    form: (schema) => checkForm(schema, body, language),
    show: (content, showing) => framed(ctx, content, showing),
    go: (url, done) => c.redirect(done ? withDone(url, done) : url, 303),
    at: (to, params, query) => to({ ...here(c), ...params } as Parameters<typeof to>[0], query), // tenant and place come from the address
    afterCommit: given.afterCommit,
  }
  return ctx
}

function here(c: Context): Record<string, string> {
  return { tenant: c.req.param('tenant') ?? '', place: c.req.param('place') ?? '' }
}

function withDone(url: string, done: TextKey): string {
  const [path, fragment] = url.split('#')
  const joined = `${path}${path?.includes('?') ? '&' : '?'}done=${done}`
  return fragment ? `${joined}#${fragment}` : joined
}

function signInFirst(c: Context<Env>, body: Body): Response | Promise<Response> {
  if (c.req.method !== 'POST') return c.redirect(urls.signIn({}, { next: new URL(c.req.url).pathname }), 303)
  return problemPage(c, undefined, body, { status: 401, reason: 'web.sign_in_first', language: languageOf(c) })
}
