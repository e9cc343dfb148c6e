import type pg from 'pg'

/** A statement that connections remember by its name; the same name always has the same text. */
export type Statement = { name: string; text: string; values: readonly unknown[] }

type Wire = pg.Connection & {
  parse(statement: { name: string; text: string; types: [] }): void
  bind(bound: { statement: string; values: readonly unknown[] }): void
  describe(what: { type: 'P'; name: '' }): void
  execute(what: { portal: ''; rows: 0 }): void
  close(what: { type: 'S'; name: string }): void
  sync(): void
  stream: { cork(): void; uncork(): void }
}

type Column = { name: string; dataTypeID: number }
type Reader = { name: string; read: (value: string) => unknown }

/** What each connection has been taught. */
const taught = new WeakMap<object, Set<string>>()

/**
 * Statements sent together with one end: PostgreSQL runs what comes before a Sync as one transaction ("Pipelining" in its
 * chapter on the protocol), so that a begin, a setting, a query and a commit cost one way to the database and back.
 */
export class RoundTrip<Row> implements pg.Submittable {
  readonly rows: Promise<Row[]>
  readonly #statements: readonly Statement[]
  readonly #types: pg.CustomTypesConfig
  readonly #settle = Promise.withResolvers<Row[]>()
  #found: Row[] = []
  #readers: Reader[] = []
  #error: Error | undefined
  #new: string[] = []

  constructor(statements: readonly Statement[], types: pg.CustomTypesConfig) {
    this.#statements = statements
    this.#types = types
    this.rows = this.#settle.promise
  }

  submit(connection: pg.Connection): void {
    const wire = connection as Wire // what its own queries are made of; its types leave it out
    const known = taught.get(wire) ?? new Set()
    taught.set(wire, known)
    wire.stream.cork()
    for (const { name, text, values } of this.#statements) {
      if (!known.has(name)) this.#teach(wire, { name, text })
      wire.bind({ statement: name, values })
      wire.describe({ type: 'P', name: '' })
      wire.execute({ portal: '', rows: 0 })
    }
    wire.sync()
    wire.stream.uncork()
  }

  /** After a fault nobody knows whether a statement had been learnt; forgetting what is not known is no fault. */
  #teach(wire: Wire, { name, text }: { name: string; text: string }): void {
    wire.close({ type: 'S', name })
    wire.parse({ name, text, types: [] })
    this.#new.push(name)
  }

  handleRowDescription({ fields }: { fields: readonly Column[] }): void {
    this.#found = [] // the last statement's rows are the answer
    this.#readers = fields.map(({ name, dataTypeID }) => ({ name, read: this.#types.getTypeParser(dataTypeID, 'text') }))
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const cells = this.#readers.map(({ name, read }, at) => [name, fields[at] == null ? null : read(fields[at])])
    this.#found.push(Object.fromEntries(cells)) // the statement's text names the columns of Row
  }

  handleCommandComplete(): void {}

  handleEmptyQuery(): void {}

  handlePortalSuspended(): void {}

  handleError(error: Error): void {
    this.#error = error
    this.#settle.reject(error)
  }

  handleReadyForQuery(connection: pg.Connection): void {
    if (!this.#error) for (const name of this.#new) taught.get(connection)?.add(name)
    this.#settle.resolve(this.#found)
  }
}
