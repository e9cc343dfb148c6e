import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Env } from './context.ts'

// Those who answer a survey leave no line behind, not even that somebody was there.
const UNLOGGED = /^\/r\//

/** One line a request: the pattern of its address and never the address itself, which holds ids, tokens and words. */
export const requestLog: MiddlewareHandler<Env> = async (c, next) => {
  const begun = performance.now()
  await next()
  if (UNLOGGED.test(c.req.path)) return
  const milliseconds = Math.round(performance.now() - begun)
  c.get('deps').log.info({ method: c.req.method, route: routePath(c, -1), status: c.res.status, milliseconds }, 'request')
}
