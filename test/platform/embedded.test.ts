import assert from 'node:assert/strict'
import { it } from 'node:test'
import pg from 'pg'
import { openTestDatabase } from '../support/database.ts'

it('gives each test file a migrated database in which the program owns nothing', async () => {
  const database = await openTestDatabase()
  const client = new pg.Client({ connectionString: database.appUrl })
  await client.connect()
  const { rows } = await client.query('select count(*)::int as owned from pg_class where relowner = current_user::regrole')
  assert.deepEqual(rows, [{ owned: 0 }])
  await assert.rejects(client.query('create table sneaky (id int)'), /permission denied/)
  await client.end()
  await database.drop()
})
