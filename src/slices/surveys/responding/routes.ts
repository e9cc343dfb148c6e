import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { createHash } from 'node:crypto'
import { type TextKey, textIn } from '../../../messages/text.ts'
import { dayIn } from '../../../platform/clock.ts'
import { Problem } from '../../../platform/problem.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { Env } from '../../../web/context.ts'
import { languageOf } from '../../../web/entrance.ts'
import { secretHash } from '../../people/secrets/rules.ts'
import { inLanguage, placesOf } from '../rules.ts'
import { giveAnswer } from './commands.ts'
import { findAsked, findTenantOfLink } from './queries.ts'
import { RespondNotePage, RespondPage, STYLE } from './respond-page.tsx'
import { isOption, whyNotAnswer } from './rules.ts'
import { type Asked, fieldOf, type Typed } from './schema.ts'

const MOST_BYTES = 64 * 1024

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`

/**
 * The respondent's pages stand before everything that knows of sessions: no cookie is read or set, and nothing is logged of
 * who asked. There is no session that a foreign form could ride on, so none is guarded here.
 */
export function respondingRoutes(app: App): void {
  app.use(urls.respond.pattern, compress())
  app.get(urls.respond.pattern, (c) => answering(c, showQuestions))
  const tooLong = (c: Context<Env>) => note(c, { status: 413, key: 'surveys.respond_not_an_option' })
  app.post(urls.respond.pattern, bodyLimit({ maxSize: MOST_BYTES, onError: tooLong }), (c) => answering(c, takeAnswer))
}

type Handler = (c: Context<Env>, asked: Asked) => Promise<Response>

async function answering(c: Context<Env>, handler: Handler): Promise<Response> {
  try {
    const asked = await askedOf(c)
    if (!asked) return note(c, { status: 404, key: 'surveys.respond_unknown' })
    const reason = whyNotAnswer(asked, dayIn(asked.timeZone, c.get('deps').clock.now()))
    if (reason) return over(c, asked, reason)
    return await handler(c, asked)
  } catch (error) {
    c.get('deps').log.error({ err: error }, 'an answer could not be asked for')
    return note(c, { status: 503, key: 'surveys.respond_away' })
  }
}

async function askedOf(c: Context<Env>): Promise<Asked | undefined> {
  const { db } = c.get('deps')
  // Whoever copies a code from paper may leave out its dashes or write it small.
  const given = c.req.param('token') ?? ''
  const hashes = [secretHash(given), secretHash(given.replace(/[\s-]/g, '').toUpperCase())]
  for (const tokenHash of hashes) {
    const tenant = await findTenantOfLink(db, tokenHash)
    if (tenant) return await db.transaction({ tenant }, (tx) => findAsked(tx, tenant, tokenHash))
  }
  return undefined
}

async function showQuestions(c: Context<Env>, asked: Asked): Promise<Response> {
  return html(renderToString(h(RespondPage, { asked, language: chosen(c), typed: [] })), 200)
}

async function takeAnswer(c: Context<Env>, asked: Asked): Promise<Response> {
  const body: Record<string, string | File> = await c.req.parseBody().catch(() => ({}))
  const places = placesOf(asked.scales)
  const typed: Typed = places.map(({ at }) => {
    const word = body[fieldOf(at)]
    return typeof word === 'string' && word !== '' ? word : undefined
  })
  try {
    await giveAnswer(c.get('deps').db, asked, typed, c.get('deps').clock.now())
    return html(undefined, 303, { location: `?lang=${chosen(c)}` })
  } catch (error) {
    if (error instanceof Problem && /used|closed|ahead/.test(error.reason)) return over(c, asked, error.reason as TextKey) // a rule of this slice gave it
    if (!(error instanceof Problem)) c.get('deps').log.error({ err: error }, 'an answer could not be taken')
    const [fault, status] = error instanceof Problem ? ([error.reason, 422] as const) : (['surveys.respond_away', 503] as const)
    const kept = places.map(({ at, options }) => (isOption(typed[at], options) ? typed[at] : undefined))
    return html(renderToString(h(RespondPage, { asked, language: chosen(c), typed: kept, fault })), status)
  }
}

/** A link that was used thanks whoever opens it; one that is sent again is refused. */
function over(c: Context<Env>, asked: Asked, reason: TextKey): Response {
  const sent = c.req.method === 'POST'
  const thanks = reason === 'surveys.respond_used' && !sent
  const status = thanks ? 200 : reason === 'surveys.respond_closed' && !sent ? 410 : sent ? 409 : 200
  const language = chosen(c)
  const title = thanks ? textIn(language, 'surveys.respond_thanks') : inLanguage(asked.title, language)
  const { opensOn: from, closesOn: until } = asked
  return html(renderToString(h(RespondNotePage, { language, title, note: textIn(language, reason, { from, until }) })), status)
}

function note(c: Context<Env>, { status, key }: { status: 404 | 413 | 503; key: TextKey }): Response {
  const language = chosen(c)
  return html(
    renderToString(h(RespondNotePage, { language, title: textIn(language, 'surveys.title'), note: textIn(language, key) })),
    status,
  )
}

function chosen(c: Context<Env>): string {
  const asked = c.req.query('lang')
  return asked === 'es' || asked === 'en' ? asked : languageOf(c)
}

type Status = 200 | 303 | 404 | 409 | 410 | 413 | 422 | 503

function html(page: string | undefined, status: Status, also: Record<string, string> = {}): Response {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
    ...also,
  }
  return new Response(page ? `<!DOCTYPE html>${page}` : null, { status, headers })
}
