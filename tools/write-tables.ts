// Writes src/platform/tables.ts, the types of all tables, from a freshly migrated database; `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { openTestDatabase } from '../test/support/database.ts'

type Column = { table: string; name: string; type: string; isNullable: boolean; hasDefault: boolean }

const target = join(import.meta.dirname, '../src/platform/tables.ts')
const typeNames: Record<string, string> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  json: 'Json',
  jsonb: 'Json',
  numeric: 'Exact',
  text: 'string',
  time: 'string',
  timestamptz: 'Instant',
  uuid: 'string',
  citext: 'string',
  ltree: 'string',
  // A list of measurements has holes where something was not measured.
  _float8: '(number | null)[]',
  _int4: 'number[]',
  _text: 'string[]',
  _uuid: 'string[]',
}
const head = `// Written by \`npm run db:types\` from the migrated database; never by hand.
import type { ColumnType } from 'kysely'

/** What comes out must be parsed before it is trusted. */
export type Json = ColumnType<unknown, object | string | number | boolean, object | string | number | boolean>
export type Instant = ColumnType<Date, Date | string, Date | string>
/** \`numeric\` comes as text, so that no digit is lost. */
export type Exact = ColumnType<string, string | number, string | number>
/** Has a default, so that an insert may leave it out. */
export type Optional<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
`

/** The text that tables.ts should have now. */
export async function tablesText(): Promise<string> {
  const database = await openTestDatabase()
  try {
    return `${head}\nexport type Tables = {\n${tableTypes(await readColumns(database.ownerUrl)).join('\n')}\n}\n`
  } finally {
    await database.drop()
  }
}

export function currentTablesText(): string {
  return readFileSync(target, 'utf8')
}

async function readColumns(url: string): Promise<Column[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Column>(`
    select case nspname when 'public' then relname else nspname || '.' || relname end as "table", attname as name, typname as type,
      not attnotnull as "isNullable", atthasdef as "hasDefault"
    from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
      join pg_type on pg_type.oid = atttypid
    where relkind in ('r', 'p', 'v') and attnum > 0 and not attisdropped and relname <> 'migration'
      and nspname not in ('pg_catalog', 'information_schema', 'pgboss')
    order by nspname = 'public', 1, attnum`)
  await client.end()
  return rows
}

function tableTypes(columns: Column[]): string[] {
  return [...Map.groupBy(columns, (column) => column.table)].map(
    ([table, own]) =>
      `  ${quoted(camel(table))}: {\n${own.map((column) => `    ${camel(column.name)}: ${typeOf(column)}`).join('\n')}\n  }`,
  )
}

function typeOf(column: Column): string {
  const name = typeNames[column.type]
  if (!name)
    throw new Error(`${column.table}.${column.name} is of type ${column.type}, which tools/write-tables.ts has no TypeScript type for.`)
  const type = column.isNullable ? `${name} | null` : name
  return column.hasDefault ? `Optional<${type}>` : type
}

function camel(name: string): string {
  return name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function quoted(name: string): string {
  return name.includes('.') ? `'${name}'` : name
}

if (import.meta.main) {
  const text = await tablesText()
  if (!process.argv.includes('--check')) writeFileSync(target, text)
  else if (text !== currentTablesText()) {
    console.error('src/platform/tables.ts differs from the migrations: run `npm run db:types`.')
    process.exitCode = 1
  }
}
