import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import { csrf } from 'hono/csrf'
import { h } from 'preact'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import { aroundOf } from './around.ts'
import { mountPeople } from './slices/people/routes.ts'
import { nowRoutes } from './slices/now/routes.ts'
import { operationRoutes } from './slices/operations/routes.ts'
import { organizationsApi } from './slices/organizations/api.ts'
import { organizationRoutes } from './slices/organizations/routes.ts'
import { frameworksApi } from './slices/frameworks/api.ts'
import { goalsApi } from './slices/goals/api.ts'
import { goalRoutes } from './slices/goals/routes.ts'
import { resourcesApi } from './slices/resources/api.ts'
import { resourceRoutes } from './slices/resources/routes.ts'
import { voteRoutes } from './slices/votes/routes.ts'
import { cyclesApi } from './slices/cycles/api.ts'
import { cycleRoutes } from './slices/cycles/routes.ts'
import { measuresApi } from './slices/measures/api.ts'
import { measureEntryApi } from './slices/measures/entry/api.ts'
import { glanceAtMeasures } from './slices/measures/glance/routes.ts'
import { outsideApi } from './slices/measures/outside/api.ts'
import { outsideRoutes } from './slices/measures/outside/routes.ts'
import { measureRoutes } from './slices/measures/routes.ts'
import { surveysApi } from './slices/surveys/reports/api.ts'
import { respondingRoutes } from './slices/surveys/responding/routes.ts'
import { surveyRoutes } from './slices/surveys/routes.ts'
import { countOpenByPerson } from './slices/strategy/commitments/queries.ts'
import { strategyApi } from './slices/strategy/api.ts'
import { strategyRoutes } from './slices/strategy/routes.ts'
import { findTokenBearer } from './slices/people/tokens/commands.ts'
import { mountRoster } from './slices/roster/routes.ts'
import { serveAsset } from './ui/assets.ts'
import { SpecimenPage } from './ui/specimen-page.tsx'
import { urls } from './urls.ts'
import { type Endpoint } from './web/api.ts'
import type { App } from './web/app-type.ts'
import type { Deps } from './web/deps.ts'
import { type Asker, browserLanguage, languageOf } from './web/entrance.ts'
import { bare } from './web/frame.tsx'
import { Problem } from './platform/problem.ts'
import { describeApi } from './web/openapi.ts'
import type { Env } from './web/context.ts'
import { requestLog } from './web/request-log.ts'
import { problemJson } from './web/problem-json.ts'
import { problemPage } from './web/problem-page.tsx'

const FORM_MEGABYTES = 1
const FILE_MEGABYTES = 50

// Whoever has not signed in can send a body too, so large ones are taken where a roster, a city's scores or a survey's answers are expected and nowhere else.
const TAKES_FILES = /\/(admin\/roster|measures\/outside|questionnaires\/[^/]+\/answers(\/acceptance)?)$/

/** Every endpoint of the API; the description and the access matrix are made from this list. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...organizationsApi,
  ...frameworksApi,
  ...goalsApi,
  ...resourcesApi,
  ...strategyApi,
  ...measuresApi,
  ...measureEntryApi,
  ...outsideApi,
  ...surveysApi,
  ...cyclesApi,
]

/** The whole program as one function from a request to a response. */
export function createApp(deps: Deps): App {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('deps', deps)
    c.set('around', aroundOf)
    await next()
  })
  // Before all that knows of sessions or writes a log: whoever answers a survey leaves no trace in either.
  respondingRoutes(app)
  app.use(requestLog)
  guard(app, deps)
  app.get('/assets/:name', (c) => serveAsset(c.req.path, c.req.header('accept-encoding') ?? ''))
  app.get(urls.healthz.pattern, (c) => c.text('ok'))
  app.get(urls.readyz.pattern, (c) => readiness(c, deps))
  app.use(async (c, next) => {
    c.set('asker', await askerOf(c, deps))
    await next()
  })
  mountSlices(app)
  mountApi(app, deps)
  if (deps.demo)
    app.get(urls.specimen.pattern, (c) => bare(c, h(SpecimenPage, {}), { title: 'Parts', language: languageOf(c), wide: true }))
  app.notFound((c) => refused(c, new Problem(404, 'web.not_here')))
  app.onError((error, c) =>
    refused(c, error instanceof HTTPException && error.status === 403 ? new Problem(403, 'web.foreign_form') : error),
  )
  return app
}

/** Programs are told in their own form, people on a page. */
function refused(c: Context<Env>, error: unknown): Response {
  return c.req.path.startsWith('/api/') ? problemJson(c, error) : problemPage(c, error, {})
}

async function readiness(c: Context<Env>, deps: Deps): Promise<Response> {
  if (deps.readiness.stopping) return c.text('stopping', 503)
  return (await deps.db.answers()) ? c.text('ready') : c.text('the database does not answer', 503)
}

/** A token opens the API alone; pages are opened by a session. */
async function askerOf(c: Context<Env>, deps: Deps): Promise<Asker | undefined> {
  const token = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (token && c.req.path.startsWith('/api/')) {
    const bearer = await findTokenBearer(deps.db, token, deps.clock.now())
    return (
      bearer && {
        identityPersonId: bearer.identityPersonId,
        name: '',
        language: bearer.language,
        via: 'token',
        onlyTenantId: bearer.tenantId,
      }
    )
  }
  const identity = await deps.signIn.identify(c.req.raw.headers)
  return identity && { ...identity, language: identity.language ?? browserLanguage(c), via: 'session' }
}

function guard(app: App, deps: Deps): void {
  const https = deps.origin.startsWith('https:')
  app.use(compress())
  // What stands on a page is for whoever is signed in: the next person at this machine must not find it with the back button.
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })
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
  // No name in an address holds a NUL, and PostgreSQL takes none.
  app.use(async (c, next) =>
    c.req.path.includes('\0') || /%00/.test(c.req.path) ? refused(c, new Problem(404, 'web.not_here')) : await next(),
  )
  const isOurs = (origin: string, c: Context) => origin === deps.origin || origin === new URL(c.req.url).origin
  app.use(csrf({ origin: isOurs }))
  // The library looks at forms alone. Programs send no Origin; a browser that sends another site's is refused whatever the content is called.
  app.use(async (c, next) => {
    const origin = c.req.header('origin')
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS'
    if (origin && !isRead && !isOurs(origin, c) && c.req.header('sec-fetch-site') !== 'same-origin')
      return refused(c, new Problem(403, 'web.foreign_form'))
    return await next()
  })
  app.use(async (c, next) => {
    const megabytes = TAKES_FILES.test(c.req.path) ? FILE_MEGABYTES : FORM_MEGABYTES
    const tooLarge = new Problem(413, 'web.too_large', { values: { megabytes } })
    return await bodyLimit({ maxSize: megabytes * 1024 * 1024, onError: (c) => refused(c, tooLarge) })(c, next)
  })
}

function mountSlices(app: App): void {
  mountPeople(app)
  nowRoutes(app)
  organizationRoutes(app)
  mountRoster(app)
  voteRoutes(app)
  goalRoutes(app, { glanceAtMeasures })
  resourceRoutes(app, { countCommitments: countOpenByPerson })
  outsideRoutes(app)
  measureRoutes(app)
  strategyRoutes(app)
  cycleRoutes(app)
  surveyRoutes(app)
  operationRoutes(app)
}

function mountApi(app: App, deps: Deps): void {
  for (const { method, address, handler } of ENDPOINTS) app.on(method.toUpperCase(), address.pattern, handler)
  app.get(urls.apiDescription.pattern, (c) => c.json(describeApi(ENDPOINTS, deps.origin)))
  const methods = Map.groupBy(ENDPOINTS, (one) => one.address.pattern)
  for (const [pattern, endpoints] of methods) {
    const allow = endpoints.map(({ method }) => method.toUpperCase()).join(', ')
    app.all(pattern, (c) => {
      const answer = problemJson(c, new Problem(405, 'web.method_not_taken', { values: { methods: allow } }))
      answer.headers.set('allow', allow)
      return answer
    })
  }
}
