import type { Context } from 'hono'
import { Problem } from '../platform/problem.ts'
import { isTextKey, textIn } from '../messages/text.ts'
import { languageOf } from './entrance.ts'
import type { Env } from './context.ts'

/** Answers a fault as `application/problem+json` (RFC 9457): what was expected, never a stack. */
export function problemJson(c: Context<Env>, error: unknown): Response {
  const problem = error instanceof Problem ? asApi(error) : unexpected(c, error)
  const language = languageOf(c)
  const detail = isTextKey(problem.reason) ? textIn(language, problem.reason, problem.values) : problem.reason
  const errors = Object.entries(problem.fields).map(([field, message]) => ({
    field,
    message: isTextKey(message) ? textIn(language, message) : message,
  }))
  const body = {
    type: 'about:blank',
    title: detail,
    status: problem.status,
    reason: problem.reason,
    ...(errors.length > 0 ? { errors } : {}),
  }
  const headers = { 'content-type': 'application/problem+json; charset=utf-8', ...(problem.status === 503 ? { 'retry-after': '5' } : {}) }
  return Response.json(body, { status: problem.status, headers })
}

/** What is not a problem of the person's act is ours: logged whole, told as one sentence. */
export function unexpected(c: Context<Env>, error: unknown): Problem {
  c.get('deps').log.error({ err: error, method: c.req.method, route: c.req.routePath }, 'request failed')
  if (isUnreachable(error)) return new Problem(503, 'web.database_away')
  return isTaken(error) ? new Problem(409, 'web.meanwhile') : new Problem(500, 'web.our_fault')
}

/** Two did the same at one moment, and both had looked before either wrote: the unique key let one win. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505'
}

/** A stale version is 412 where the client sent If-Match. */
function asApi(problem: Problem): Problem {
  return problem.reason === 'web.stale' ? new Problem(412, 'web.stale') : problem
}

/**
 * The database refuses or breaks the connection (class 08 and 57P of its codes, and the socket's own), its disk is full (53), or
 * it gave up waiting: for a statement (57014), a lock (55P03), us (25P03), or two that waited for each other (40P01).
 */
function isUnreachable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const text = error instanceof Error ? error.message : ''
  return (
    /^(08|57P|53|57014|55P03|25P03|40P01)|^ECONN|^EPIPE/.test(code) ||
    /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/.test(text)
  )
}
