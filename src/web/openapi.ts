import { z } from 'zod'
import type { Endpoint } from './api.ts'

const PROBLEM = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  reason: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
})

/** The description of the API in OpenAPI 3.1, made from the schemas that check what comes in and out. */
export function describeApi(endpoints: readonly Endpoint[], origin: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const one of endpoints) {
    const path = one.address.pattern.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [one.method]: operation(one) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Groundwork', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: origin }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      schemas: { Problem: z.toJSONSchema(PROBLEM) },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A personal token; it opens one tenant.' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-groundwork' },
      },
    },
  }
}

function operation(one: Endpoint) {
  const names = [...one.address.pattern.matchAll(/:(\w+)/g)].map((match) => String(match[1]))
  return {
    operationId: operationId(one),
    summary: one.summary,
    tags: [one.tag],
    parameters: [...names.map(inPath), ...queryParameters(one), ...headerParameters(one)],
    ...(one.request ? { requestBody: { required: true, content: json(z.toJSONSchema(one.request, { io: 'input' })) } } : {}),
    responses: {
      [one.status]: { description: 'Done', content: json(z.toJSONSchema(one.response, { io: 'output' })) },
      default: { description: 'A problem', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  }
}

function operationId(one: Endpoint): string {
  const words = one.address.pattern
    .replace('/api/v1/:tenant/', '')
    .split('/')
    .map((word) => word.replace(':', 'of_'))
  return [one.method, ...words].join('_')
}

function inPath(name: string) {
  const description = name === 'tenant' ? 'The short name of the tenant.' : undefined
  return {
    name,
    in: 'path',
    required: true,
    schema: name === 'tenant' ? { type: 'string' } : { type: 'string', format: 'uuid' },
    description,
  }
}

function queryParameters(one: Endpoint) {
  if (!one.query) return []
  const schema = z.toJSONSchema(one.query, { io: 'input' })
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }))
}

function headerParameters(one: Endpoint) {
  if (one.method === 'get') return []
  const key = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', minLength: 8, maxLength: 200 } }
  const match = { name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } }
  return one.method === 'patch' || one.versioned ? [key, match] : [key]
}

function json(schema: unknown) {
  return { 'application/json': { schema } }
}
