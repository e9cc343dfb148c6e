import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, Handler } from 'hono'
import type { ComponentChild } from 'preact'
import { isIPv6 } from 'node:net'
import type { z } from 'zod'
import { isId } from '../platform/ids.ts'
import { notHere, Problem } from '../platform/problem.ts'
import { isTextKey, type TextKey, textIn, type TextValues } from '../messages/text.ts'
import { urls } from '../urls.ts'
import type { Deps } from './deps.ts'
import { languageOf } from './entrance.ts'
import { bodyOf, type Body, checkForm, type FormState, type Sent, typedIn } from './form.ts'
import { bare, type BareShowing } from './frame.tsx'
import type { Env } from './context.ts'
import { problemPage } from './problem-page.tsx'
import type { Identity } from './sign-in.ts'

/** What the handler of a page is given that stands outside every tenant: signing in, invitations, one's own settings. */
export type OutsideCtx = {
  deps: Deps
  headers: Headers
  /** Who asks, where they are signed in. */
  identity: Identity | undefined
  /** The address that the request comes from, for counting tries. */
  from: string
  language: string
  text(key: TextKey, values?: TextValues): string
  query(name: string): string | undefined
  param(name: string): string
  /** An identifier from the address; what has not its form is not here. */
  id(name: string): string
  form<Schema extends z.ZodType>(schema: Schema): Sent<z.output<Schema>>
  /** The form as it goes back after a refusal: what was typed, and why not; whatever is no refusal is thrown on. */
  refused(error: unknown): { state: FormState; status: BareShowing['status'] }
  show(content: ComponentChild, showing: { title: string; status?: BareShowing['status']; wide?: boolean }): Response
  go(url: string, also?: { done?: TextKey; cookies?: readonly string[] }): Response
}

/** The same for somebody who is signed in. */
export type OwnCtx = OutsideCtx & { identity: Identity }

/** A page for everyone; transactions are its commands' own, since a refused try must still be counted. */
export function outsidePage(handler: (ctx: OutsideCtx) => Promise<Response>): Handler<Env> {
  return async (c) => {
    const body = c.req.method === 'POST' ? await bodyOf(c) : {}
    try {
      return await handler(await contextOf(c, body))
    } catch (error) {
      return problemPage(c, error, body)
    }
  }
}

/** A page about oneself. */
export function ownPage(handler: (ctx: OwnCtx) => Promise<Response>): Handler<Env> {
  return (c) =>
    outsidePage(async (ctx) => {
      if (ctx.identity) return await handler({ ...ctx, identity: ctx.identity })
      if (c.req.method !== 'POST') return ctx.go(urls.signIn({}, { next: c.req.path }))
      throw new Problem(401, 'web.sign_in_first')
    })(c, async () => {})
}

async function contextOf(c: Context<Env>, body: Body): Promise<OutsideCtx> {
  const deps = c.get('deps')
  const headers = c.req.raw.headers
  const identity = await deps.signIn.identify(headers)
  const language = identity?.language ?? languageOf(c)
  return {
    deps,
    headers,
    identity,
    from: addressOf(c),
    language,
    text: (key, values) => textIn(language, key, values),
    query: (name) => c.req.query(name)?.replaceAll('\0', '') || undefined,
    param: (name) => c.req.param(name) ?? '',
    id: (name) => {
      const value = c.req.param(name) ?? ''
      return isId(value) ? value : notHere()
    },
    form: (schema) => checkForm(schema, body, language),
    refused: (error) => refusal(error, body, language),
    show: (content, showing) => bare(c, content, { ...showing, language, headers: SECRET_ADDRESS }),
    go: (url, { done, cookies = [] } = {}) => {
      for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
      return c.redirect(done ? `${url}${url.includes('?') ? '&' : '?'}done=${done}` : url, 303)
    },
  }
}

// Some of these addresses are secrets, and all of the pages are about one person.
const SECRET_ADDRESS = { 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' }

function refusal(error: unknown, body: Body, language: string): ReturnType<OutsideCtx['refused']> {
  if (!(error instanceof Problem) || error.status >= 500 || error.status === 404) throw error
  const say = (key: string) => (isTextKey(key) ? textIn(language, key, error.values) : key)
  const fields = Object.entries(error.fields).map(([name, key]) => [name, say(key)] as const)
  const errors = fields.length > 0 ? Object.fromEntries(fields) : { '': say(error.reason) }
  return { state: { values: typedIn(body), errors }, status: error.status as BareShowing['status'] } // problems are made with these alone
}

/** The sender's address. Behind a proxy of the same machine or network it is the last one that the proxy wrote down. */
function addressOf(c: Context): string {
  const peer = peerOf(c)
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return networkOf(forwarded && isNear(peer) ? forwarded : peer)
}

function peerOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return '' // a request that came through no socket: a test, or another program in this process
  }
}

function isNear(address: string): boolean {
  return address === '' || /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/.test(address)
}

/** One household has a whole /64 of IPv6 addresses: they count as one. */
function networkOf(address: string): string {
  return isIPv6(address) && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address
}
