import { createHash } from 'node:crypto'
import type pg from 'pg'

// Each remembered statement keeps its plan in each connection; what is asked more rarely than these is planned each time.
const STATEMENTS_AT_MOST = 300

const names = new Map<string, string>()

/**
 * Lets a connection keep the plans of statements with parameters, by giving each a name of its own: planning one behind
 * row-level security costs the database more than running it (`npm run bench:board` shows by how much).
 */
export function rememberStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client)
  Object.assign(client, { query: (...asked: unknown[]) => Reflect.apply(query, client, named(asked)) })
}

function named([text, values, ...rest]: unknown[]): unknown[] {
  const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined
  return name ? [{ name, text, values }, ...rest] : [text, values, ...rest]
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= STATEMENTS_AT_MOST) return known
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32)
  names.set(text, name)
  return name
}
