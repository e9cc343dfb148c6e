import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { openWorld, type World } from '../../test/support/world.ts'
import { newId } from '../platform/ids.ts'
import { sealEvents, verifyEvents } from './event-chain.ts'
import { record } from './events.ts'
import { inTenant, type Scope } from './scope.ts'

describe('the chain of events', () => {
  let world: World
  let scope: Scope
  let owner: pg.Client
  before(async () => {
    world = await openWorld()
    scope = await world.scope('maria')
    owner = new pg.Client({ connectionString: world.database.ownerUrl })
    await owner.connect()
    await happen(3)
    await inTenant(world.deps.db, scope, (tx) => sealEvents(tx, scope))
    await happen(2)
  })
  after(async () => {
    await owner.end()
    await world.close()
  })

  it('holds while nobody touches it, and counts what waits for its seal', async () => {
    const { brokenAt, unsealed } = await verify()
    assert.deepEqual({ brokenAt, unsealed }, { brokenAt: undefined, unsealed: 2 })
  })

  it('breaks where an event was changed', async () => {
    await undone(`update event set verb = 'goal_closed' where verb = 'test_happened' and id in (select id from event_sealed)`, async () =>
      assert.equal((await verify()).brokenAt, 1),
    )
  })

  it('breaks where an event was taken out', async () => {
    await undone(`delete from event where id = (select max(id::text)::uuid from event_sealed)`, async () =>
      assert.equal((await verify()).brokenAt, 1),
    )
  })

  it('breaks where a seal was taken out with its events', async () => {
    await inTenant(world.deps.db, scope, (tx) => sealEvents(tx, scope))
    await undone(
      `delete from event_sealed where seal_id in (select id from event_seal where number = 1); delete from event_seal where number = 1`,
      async () => assert.notEqual((await verify()).brokenAt, undefined),
    )
  })

  it('keeps no free text: only a salted digest of what was written', async () => {
    const { rows } = await owner.query(`select row_to_json(e)::text as line from event e where verb = 'test_happened'`)
    assert.equal(
      rows.some(({ line }: { line: string }) => line.includes('private words')),
      false,
    )
  })

  async function happen(times: number): Promise<void> {
    await inTenant(world.deps.db, scope, async (tx) => {
      for (let time = 0; time < times; time++)
        await record(tx, scope, { verb: 'test_happened', noun: 'test', nounId: newId(), content: { text: 'private words' } })
    })
  }

  async function verify() {
    return await inTenant(world.deps.db, scope, (tx) => verifyEvents(tx, scope))
  }

  /** Does as an intruder with the owner's rights would, looks, and puts everything back. */
  async function undone(statement: string, look: () => Promise<void>): Promise<void> {
    const tables = ['event', 'event_seal', 'event_sealed']
    for (const table of tables) await owner.query(`create table kept_${table} as table ${table}`)
    await owner.query(statement)
    await look()
    for (const table of tables.toReversed()) await owner.query(`delete from ${table}`)
    for (const table of tables) await owner.query(`insert into ${table} table kept_${table}; drop table kept_${table}`)
  }
})
