import { createHash } from 'node:crypto'
import type { Context, Handler } from 'hono'
import { z } from 'zod'
import { Problem } from '../platform/problem.ts'
import { isId } from '../platform/ids.ts'
import { notHere } from '../platform/problem.ts'
import type { Tx } from '../platform/database.ts'
import type { Scope } from '../access/scope.ts'
import type { Address } from '../urls.ts'
import type { Deps } from './deps.ts'
import { enterTenant } from './entrance.ts'
import type { Env } from './context.ts'
import { problemJson } from './problem-json.ts'
import { claimKey, keepReceipt } from './receipts.ts'
import { inOneTransaction } from './transaction.ts'

/** What an endpoint is given. */
export type ApiCtx<Request, Query> = {
  deps: Deps
  db: Tx
  scope: Scope
  request: Request
  query: Query
  /** An identifier from the address. */
  id(name: string): string
  /** The version in If-Match; without one the write is refused, since it could overwrite somebody's work. */
  ifMatch(): number
}

export type ApiAnswer<Body> = { body: Body; version?: number; location?: string }

export type Endpoint = {
  method: 'get' | 'post' | 'patch'
  address: Address
  summary: string
  tag: string
  request?: z.ZodType
  query?: z.ZodObject
  response: z.ZodType
  status: 200 | 201
  versioned: boolean
  handler: Handler<Env>
}

type Definition<Request extends z.ZodType, Query extends z.ZodObject, Response extends z.ZodType> = {
  method: Endpoint['method']
  address: Address
  summary: string
  tag: string
  request?: Request
  query?: Query
  response: Response
  versioned?: boolean
  answer(ctx: ApiCtx<z.output<Request>, z.output<Query>>): Promise<ApiAnswer<z.input<Response>>>
}

/** Declares an endpoint once: the router, the checks and the description in OpenAPI are made from it. */
export function endpoint<Request extends z.ZodType, Query extends z.ZodObject, Response extends z.ZodType>(
  definition: Definition<Request, Query, Response>,
): Endpoint {
  const status = definition.method === 'post' ? 201 : 200
  return {
    ...definition,
    address: definition.address,
    status,
    versioned: definition.versioned ?? false,
    handler: (c) => answered(c, definition, status),
  }
}

/** The query of every list: a page of at most a hundred, and where the last one ended. */
export const PAGING = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.uuid().optional().meta({ description: 'The `next` of the page before.' }),
})

/** A page of a list; `next` is null on the last one. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.uuid().nullable() })
}

/** Makes a page out of rows that were read one further than asked for. */
export function paged<Row extends { id: string }>(rows: Row[], limit: number): { items: Row[]; next: string | null } {
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

type Answering = Definition<z.ZodType, z.ZodObject, z.ZodType>

async function answered(c: Context<Env>, definition: unknown, status: 200 | 201): Promise<Response> {
  const one = definition as Answering // its own generics were checked where it was declared
  const deps = c.get('deps')
  const asker = c.get('asker')
  try {
    if (!asker) throw new Problem(401, 'web.sign_in_first')
    const text = c.req.method === 'GET' ? '' : await c.req.text()
    const request = one.request ? checked(one.request, parsedJson(c, text)) : undefined
    const query = checked(one.query ?? z.object({}), c.req.query())
    return await inOneTransaction(deps, async (tx) => {
      const scope = await enterTenant(tx, deps, asker, c.req.param('tenant') ?? '')
      const key = c.req.header('idempotency-key')
      const fingerprint = fingerprintOf(c, text)
      const before = key && c.req.method !== 'GET' ? await claimKey(tx, scope, `api:${checkedKey(key)}`, fingerprint) : undefined
      if (before)
        return new Response(before.body, { status: before.status, headers: { ...before.headers, 'idempotency-replayed': 'true' } })
      const answer = await one.answer({ deps, db: tx, scope, request, query, ...readers(c) })
      const receipt = { status, headers: headersOf(answer), body: JSON.stringify(one.response.parse(answer.body)) }
      if (key && c.req.method !== 'GET') await keepReceipt(tx, scope, `api:${key}`, receipt)
      return new Response(receipt.body, { status: receipt.status, headers: receipt.headers })
    })
  } catch (error) {
    return problemJson(c, error)
  }
}

function readers(c: Context<Env>) {
  return {
    id(name: string) {
      const value = c.req.param(name) ?? ''
      return isId(value) ? value : notHere()
    },
    ifMatch() {
      const header = c.req.header('if-match')
      if (!header) throw new Problem(428, 'web.if_match_missing')
      const version = Number(/^"(\d+)"$/.exec(header)?.[1])
      if (!Number.isSafeInteger(version)) throw new Problem(412, 'web.stale')
      return version
    },
  }
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const fields = Object.fromEntries(result.error.issues.map((issue) => [issue.path.join('.') || 'body', issue.message]))
  throw new Problem(422, 'web.not_valid', { fields })
}

function parsedJson(c: Context, text: string): unknown {
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) throw new Problem(415, 'web.json_expected')
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem(400, 'web.json_expected')
  }
}

function checkedKey(key: string): string {
  if (/^[\x21-\x7e]{8,200}$/.test(key)) return key
  throw new Problem(422, 'web.key_not_valid')
}

function fingerprintOf(c: Context, text: string): Buffer {
  return createHash('sha256').update(`${c.req.method} ${c.req.path}\n${text}`).digest()
}

function headersOf(answer: ApiAnswer<unknown>): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    ...(answer.version ? { etag: etag(answer.version) } : {}),
    ...(answer.location ? { location: answer.location } : {}),
  }
}

/** The version of a row, for If-Match. An answer tells more than its row, so that no If-None-Match is answered by it. */
function etag(version: number): string {
  return `"${version}"`
}
