import type { Context } from 'hono'
import type { ComponentChild, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { newRandomId } from '../platform/ids.ts'
import { isTextKey, messagesOf, textIn } from '../messages/text.ts'
import { createPageFrame } from '../ui/frame.ts'
import { withLabels } from '../ui/labels-in-summary.ts'
import type { PageFrame } from '../ui/page-context.tsx'
import { BareShell, Shell } from '../ui/shell.tsx'
import type { Ctx, Env, Showing } from './context.ts'

/** The program's version, from its own file. */
export const VERSION = versionOf(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

/** Answers with a page inside the frame of its place. */
export async function framed(ctx: Ctx, content: ComponentChild, showing: Showing): Promise<Response> {
  const { c, scope } = ctx
  const around = await c.get('around')(ctx, showing.place)
  const frame = pageFrame(c, { language: scope.language, timeZone: scope.timeZone, now: scope.now })
  const help = showing.help && <p>{ctx.text(showing.help)}</p>
  const node = (
    <Shell
      frame={frame}
      title={showing.title}
      {...around}
      top={{ ...around.top, help }}
      crumbs={showing.crumbs}
      banner={ctx.deps.demo ? ctx.text('web.demo_banner') : undefined}
      flash={flashOf(c, scope.language)}
    >
      {content}
    </Shell>
  )
  return await compressed(c, withLabels(`<!DOCTYPE html>${renderToString(node)}`), showing.status)
}

export type BareShowing = {
  title: string
  status?: 200 | 400 | 401 | 403 | 404 | 409 | 410 | 422 | 429 | 500 | 503
  language: string
  wide?: boolean
  headers?: Record<string, string>
}

/** Answers with a page that stands in no place: sign-in, invitations, what went wrong. */
export function bare(c: Context<Env>, content: ComponentChild, showing: BareShowing): Response {
  const { language } = showing
  const now = c.get('deps').clock.now()
  const frame = pageFrame(c, { language, timeZone: 'UTC', now })
  const node = (
    <BareShell
      frame={frame}
      title={showing.title}
      wide={showing.wide}
      banner={c.get('deps').demo ? textIn(language, 'web.demo_banner') : undefined}
      flash={flashOf(c, language)}
    >
      {content}
    </BareShell>
  )
  const response = html(c, node, showing.status)
  for (const [name, value] of Object.entries(showing.headers ?? {})) response.headers.set(name, value)
  return response
}

type Reader = { language: string; timeZone: string; now: Date }

function pageFrame(c: Context<Env>, reader: Reader): PageFrame {
  const theme = c.get('asker')?.theme
  return createPageFrame({
    ...reader,
    messages: (keys) => messagesOf(reader.language, keys),
    has: isTextKey,
    text: (key, values) => textIn(reader.language, key, values),
    here: { tenant: c.req.param('tenant'), place: c.req.param('place') },
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
    version: VERSION,
    nonce: c.get('secureHeadersNonce'),
    once: newRandomId,
  })
}

function html(c: Context<Env>, node: VNode, status: BareShowing['status'] = 200): Response {
  return c.html(withLabels(`<!DOCTYPE html>${renderToString(node)}`), status)
}

const brotli = promisify(brotliCompress)

/** In one piece and off the main thread: a stream through the web's own classes costs a board half its time. */
async function compressed(c: Context<Env>, page: string, status: Showing['status'] = 200): Promise<Response> {
  if (!/\bbr\b/.test(c.req.header('accept-encoding') ?? '')) return c.html(page, status)
  const plain = Buffer.from(page)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
  const bytes = new Uint8Array(await brotli(plain, { params }))
  return c.body(bytes, status, { 'content-type': 'text/html; charset=UTF-8', 'content-encoding': 'br', vary: 'Accept-Encoding' })
}

/** A word about what was done, named by the address; only our own messages are ever shown. */
function flashOf(c: Context<Env>, language: string): string | undefined {
  const done = c.req.query('done')
  return done && isTextKey(done) ? textIn(language, done) : undefined
}

function versionOf(text: string): string {
  const { version } = JSON.parse(text) as { version?: unknown } // our own file
  return typeof version === 'string' ? version : ''
}
