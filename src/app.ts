import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import { csrf } from 'hono/csrf'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import { aroundOf } from './around.ts'
import { serveAsset } from './ui/assets.ts'
import { urls } from './urls.ts'
import { type Endpoint } from './web/api.ts'
import type { App } from './web/app-type.ts'
import type { Deps } from './web/deps.ts'
import { Problem } from './platform/problem.ts'
import { describeApi } from './web/openapi.ts'
import type { Env } from './web/page.tsx'
import { problemJson } from './web/problem-json.ts'
import { problemPage } from './web/problem-page.tsx'

const FORM_MEGABYTES = 1
const FILE_MEGABYTES = 50

/** Every endpoint of the API; the description and the access matrix are made from this list. */
export const ENDPOINTS: readonly Endpoint[] = []

/** The whole program as one function from a request to a response. */
export function createApp(deps: Deps): App {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('deps', deps)
    c.set('around', aroundOf)
    await next()
  })
  guard(app, deps)
  app.get('/assets/:name', (c) => serveAsset(c.req.path, c.req.header('accept-encoding') ?? ''))
  app.get(urls.healthz.pattern, (c) => c.text('ok'))
  app.get(urls.readyz.pattern, async (c) => ((await deps.db.answers()) ? c.text('ready') : c.text('the database does not answer', 503)))
  app.use(async (c, next) => {
    const identity = await deps.signIn.identify(c.req.raw.headers)
    c.set('asker', identity && { ...identity, via: 'session' })
    await next()
  })
  mountSlices(app)
  mountApi(app, deps)
  app.notFound((c) => problemPage(c, new Problem(404, 'web.not_here'), {}))
  app.onError((error, c) => {
    const problem = error instanceof HTTPException && error.status === 403 ? new Problem(403, 'web.foreign_form') : error
    return c.req.path.startsWith('/api/') ? problemJson(c, problem) : problemPage(c, problem, {})
  })
  return app
}

function guard(app: App, deps: Deps): void {
  const https = deps.origin.startsWith('https:')
  app.use(compress())
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", NONCE],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      strictTransportSecurity: https ? 'max-age=31536000; includeSubDomains' : false,
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
    }),
  )
  app.use(csrf({ origin: (origin, c) => origin === deps.origin || origin === new URL(c.req.url).origin }))
  app.use(async (c, next) => {
    const megabytes = /^multipart\/form-data/.test(c.req.header('content-type') ?? '') ? FILE_MEGABYTES : FORM_MEGABYTES
    const tooLarge = new Problem(413, 'web.too_large', { values: { megabytes } })
    return await bodyLimit({ maxSize: megabytes * 1024 * 1024, onError: (c) => problemPage(c, tooLarge, {}) })(c, next)
  })
}

function mountSlices(_app: App): void {}

function mountApi(app: App, deps: Deps): void {
  for (const { method, address, handler } of ENDPOINTS) app.on(method.toUpperCase(), address.pattern, handler)
  app.get(urls.apiDescription.pattern, (c) => c.json(describeApi(ENDPOINTS, deps.origin)))
}
