import type { Context } from 'hono'
import { h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { createHash } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { builtFile } from '../../../../ui/assets.ts'
import { urls } from '../../../../urls.ts'
import type { Env } from '../../../../web/context.ts'
import { STYLE } from '../parts/sheet.tsx'
import { RespondPage } from '../respond-page.tsx'
import type { Asked } from '../schema.ts'
import { isStepwise, stepFrom } from '../steps/rules.ts'

const style = createHash('sha256').update(STYLE).digest('base64')

const POLICY = `default-src 'none'; style-src 'sha256-${style}'; script-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  vary: 'accept-encoding, accept-language',
}

type Status = 200 | 303 | 404 | 409 | 410 | 413 | 415 | 422 | 503

/** A page as an answer, small where the browser can read it so. */
export function answerWith<Props>(
  c: Context<Env>,
  page: VNode<Props> | undefined,
  status: Status,
  also: Record<string, string> = {},
): Response {
  const headers = { ...HEADERS, ...secure(c), ...also }
  if (!page) return new Response(null, { status, headers })
  const html = pageText(page)
  if (!accepts(c, 'gzip')) return new Response(html, { status, headers })
  return new Response(new Uint8Array(gzipSync(html)), { status, headers: { ...headers, 'content-encoding': 'gzip' } })
}

/** The page that a link opens is the same for everybody who is asked, and so it is made once. */
export function answerWithFirst(c: Context<Env>, asked: Asked, language: string): Response {
  const page = firstPage(asked, language)
  const encoding = (['br', 'gzip'] as const).find((one) => accepts(c, one))
  const headers = { ...HEADERS, ...secure(c), ...(encoding ? { 'content-encoding': encoding } : {}) }
  return new Response(page[encoding ?? 'plain'], { status: 200, headers })
}

/** The address of the optional script, once it is built. */
export function scriptUrl(): string | undefined {
  const file = builtFile('src/slices/surveys/responding/islands/offline.tsx')
  return file && urls.respondScript({ name: file })
}

type Made = { plain: Uint8Array<ArrayBuffer>; br: Uint8Array<ArrayBuffer>; gzip: Uint8Array<ArrayBuffer> }

const made = new Map<string, Made>()

const MADE_AT_MOST = 200

function firstPage(asked: Asked, language: string): Made {
  const key = JSON.stringify([asked.surveyId, language, asked.tenantName])
  const page = made.get(key) ?? makeFirst(asked, language)
  made.delete(key)
  made.set(key, page)
  const [oldest = ''] = made.keys()
  if (made.size > MADE_AT_MOST) made.delete(oldest)
  return page
}

function makeFirst(asked: Asked, language: string): Made {
  const typed = asked.places.map(() => undefined)
  const step = isStepwise(asked) ? stepFrom({ ...asked, typed }, 0) : undefined
  const html = pageText(h(RespondPage, { asked, language, typed, faults: [], step, isFirst: true, script: scriptUrl() }))
  return { plain: new Uint8Array(Buffer.from(html)), br: new Uint8Array(brotliCompressSync(html)), gzip: new Uint8Array(gzipSync(html)) }
}

function pageText<Props>(page: VNode<Props>): string {
  return `<!DOCTYPE html>${renderToString(page)}`
}

function accepts(c: Context<Env>, encoding: string): boolean {
  return c.req.header('accept-encoding')?.includes(encoding) ?? false
}

function secure(c: Context<Env>): Record<string, string> {
  return c.get('deps').origin.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}
}
