import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { rememberStatements } from './remembered-statements.ts'
import { RoundTrip, type Statement } from './round-trip.ts'
import type { Tables } from './tables.ts'

declare const tenantTransaction: unique symbol

/** The root handle: it opens transactions and answers no query by itself, so that none can run outside a tenant's. */
export class Database {
  readonly #kysely: Kysely<Tables>
  readonly #pool: pg.Pool

  constructor(pool: pg.Pool) {
    this.#pool = pool
    this.#kysely = new Kysely<Tables>({
      dialect: new PostgresDialect({ pool }),
      plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    })
  }

  /** Runs in a transaction whose settings row-level security reads; the values are validated as identifiers first. */
  async transaction<Result>(settings: { tenant?: string; person?: string }, run: (tx: Tx) => Promise<Result>): Promise<Result> {
    return await this.#kysely.transaction().execute(async (plain) => {
      const tx = plain as Tx // the brand says that this transaction went through here
      await enter(tx, settings)
      return await run(tx)
    })
  }

  /**
   * Runs a few statements as one transaction on a single way to the database and back; answers the rows of the last. One that
   * enters no tenant sees no row of any.
   */
  async inOneTrip<Row>(statements: readonly Statement[]): Promise<Row[]> {
    const client = await this.#pool.connect()
    let broken = true
    try {
      const rows = await client.query(new RoundTrip<Row>(statements, { getTypeParser })).rows
      broken = false
      return rows
    } catch (error) {
      broken = !(error instanceof pg.DatabaseError && error.severity === 'ERROR')
      throw error
    } finally {
      client.release(broken)
    }
  }

  /** Whether the server answers. */
  async answers(): Promise<boolean> {
    return await this.#pool.query('select 1').then(
      () => true,
      () => false,
    )
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }
}

/** A transaction inside one tenant: the only thing that queries take. */
export type Tx = Transaction<Tables> & { readonly [tenantTransaction]: true }

/** What commands take: the root handle, or the transaction that they are part of. */
export type Db = Database | Tx

/** Sets what row-level security reads, until the transaction ends. */
export async function enter(tx: Tx, settings: { tenant?: string; person?: string }): Promise<void> {
  const said = Object.entries(settings).flatMap(([name, value]) => (value ? `set local app.${name} = '${checked(value)}'` : []))
  if (said.length > 0) await sql.raw(said.join('; ')).execute(tx)
}

/** How long anything waits for the database, in milliseconds: whoever asks is told to come again, and nothing hangs for ever. */
const PATIENCE = {
  connectionTimeoutMillis: 5000,
  statement_timeout: 30_000,
  lock_timeout: 10_000,
  // Reading a large roster takes its time between two statements.
  idle_in_transaction_session_timeout: 120_000,
}

type Pooling = { url: string; connections?: number; onError?: (error: Error) => void }

/** Opens the pool as the application's role. */
export function openDatabase(options: Pooling): Database {
  const pool = openPool(options, { getTypeParser })
  pool.on('connect', rememberStatements)
  return new Database(pool)
}

/** Connections that wait for nothing for ever, and whose breaking ends the query at hand alone. */
export function openPool({ url, connections = 10, onError = () => {} }: Pooling, types?: pg.CustomTypesConfig): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: connections, ...(types ? { types } : {}), ...PATIENCE })
  pool.on('error', onError) // an idle connection that breaks is replaced at the next use
  // One that breaks between two queries of a transaction has no other listener, and would end the program; its next query is rejected.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

const TEXT_TYPES = new Set<number>([pg.types.builtins.DATE, pg.types.builtins.NUMERIC, pg.types.builtins.TIME])

/** Days and exact numbers stay text; counts (int8) become numbers. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (TEXT_TYPES.has(oid)) return (value: string) => value
  if (oid === pg.types.builtins.INT8) return Number
  return pg.types.getTypeParser(oid, format)
}

function checked(value: string): string {
  if (!/^[0-9a-f-]{36}$/.test(value)) throw new Error('A setting of a transaction must be an identifier.')
  return value
}
