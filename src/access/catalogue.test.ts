import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'

// Neither holds a tenant's rows: what has run, and the walls' own bookkeeping.
const NOT_OF_A_TENANT = new Set(['migration'])

describe('the catalogue of the database', () => {
  let database: TestDatabase
  let owner: pg.Client
  let app: pg.Client
  before(async () => {
    database = await openTestDatabase()
    owner = await connected(database.ownerUrl)
    app = await connected(database.appUrl)
  })
  after(async () => {
    await Promise.all([owner.end(), app.end()])
    await database.drop()
  })

  it('walls every tenant table by row-level security that binds its owner too', async () => {
    const bare = await column(
      owner,
      `select relname from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`,
    )
    assert.deepEqual(
      bare.filter((table) => !NOT_OF_A_TENANT.has(table)),
      [],
    )
  })

  it('gives every tenant table one permissive policy that names the tenant, for reading and for writing', async () => {
    const condition = `(tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)`
    const odd = await column(
      owner,
      `select relname from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity and (
        (select count(*) from pg_policy where polrelid = c.oid) <> 1
        or not exists (select from pg_policy p where polrelid = c.oid and polpermissive and polcmd = '*'
          and pg_get_expr(polqual, polrelid) = $1 and pg_get_expr(polwithcheck, polrelid) = $1))`,
      [condition],
    )
    assert.deepEqual(odd, [])
  })

  it('begins every primary, unique and foreign key with the tenant, but for those that lead to what all tenants read', async () => {
    const odd = await column(
      owner,
      `select conrelid::regclass || '.' || conname from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f')
        and not exists (select from pg_class c where c.oid = confrelid and c.relnamespace = 'reference'::regnamespace)
        and (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) <> 'tenant_id'
       union all
       select indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
        where c.relnamespace = 'public'::regnamespace and i.indisunique
        and (select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]) <> 'tenant_id'`,
    )
    assert.deepEqual(
      odd.filter((name) => !name.startsWith('migration')),
      [],
    )
  })

  it('has no triggers, no identity columns and no views that look with another role’s eyes', async () => {
    const triggers = await column(
      owner,
      `select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid where not tgisinternal and c.relnamespace = 'public'::regnamespace`,
    )
    const identities = await column(
      owner,
      `select attrelid::regclass::text from pg_attribute a join pg_class c on c.oid = a.attrelid where attidentity <> '' and c.relnamespace = 'public'::regnamespace`,
    )
    const views = await column(
      owner,
      `select relname from pg_class where relkind in ('v', 'm') and relnamespace in ('public'::regnamespace, 'identity'::regnamespace) and not coalesce(reloptions @> '{security_invoker=true}', false)`,
    )
    assert.deepEqual([triggers, identities, views], [[], [], []])
  })

  it('lets the program own nothing, bypass nothing and truncate nothing', async () => {
    const powers = await column(
      owner,
      `select rolname from pg_roles where rolname = 'groundwork_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
    )
    const owned = await column(owner, `select relname from pg_class where relowner = 'groundwork_app'::regrole`)
    const truncates = await column(
      owner,
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and has_table_privilege('groundwork_app', oid, 'truncate, references, trigger')`,
    )
    assert.deepEqual([powers, owned, truncates], [[], [], []])
  })

  it('lets the program read what all tenants read, and change nothing of it', async () => {
    const tables = await column(
      owner,
      `select oid::regclass::text from pg_class where relnamespace = 'reference'::regnamespace and relkind = 'r'`,
    )
    assert.ok(tables.length > 0)
    for (const table of tables) {
      const rights = await column(
        owner,
        `select p from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) p where has_table_privilege('groundwork_app', $1, p)`,
        [table],
      )
      assert.deepEqual(rights, ['select'], table)
    }
    const ofTenants = await column(
      owner,
      `select attrelid::regclass::text from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'reference'::regnamespace and attname = 'tenant_id'`,
    )
    assert.deepEqual(ofTenants, [])
  })

  it('never lets the program change or delete an event or its seal', async () => {
    for (const table of ['event', 'event_seal', 'event_sealed']) {
      const rights = await column(
        owner,
        `select p from unnest(array['update', 'delete']) p where has_table_privilege('groundwork_app', $1, p)`,
        [table],
      )
      assert.deepEqual(rights, [], table)
    }
  })

  it('shows no row of any table to a session that has set no tenant', async () => {
    for (const table of await tenantTables(owner)) assert.deepEqual(await column(app, `select 'a row' from ${table} limit 1`), [], table)
  })

  it('takes no row for another tenant', async () => {
    const mine = '018f0000-0000-7000-8000-000000000001'
    const theirs = '018f0000-0000-7000-8000-000000000002'
    await app.query('begin')
    await app.query(`set local app.tenant = '${mine}'`)
    const insert = `insert into tenant (tenant_id, id, slug, name, kind, time_zone, recorded_at) values ($1, $1, 'theirs', 'Theirs', 'district', 'UTC', now())`
    await assert.rejects(app.query(insert, [theirs]), /row-level security/)
    await app.query('rollback')
  })
})

async function tenantTables(client: pg.Client): Promise<string[]> {
  const tables = await column(client, `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`)
  return tables.filter((table) => !NOT_OF_A_TENANT.has(table))
}

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return client
}

/** The one column of a query. */
async function column(client: pg.Client, text: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await client.query({ text, values, rowMode: 'array' })
  return rows.map(([value]: string[]) => String(value))
}
