import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { inTenant } from '../src/access/scope.ts'
import { newId, newRandomId } from '../src/platform/ids.ts'
import { operationWorkers, receiptSweep } from '../src/slices/operations/jobs.ts'
import { urls } from '../src/urls.ts'
import { openWorld, type World } from './support/world.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const DAY = 24 * 60 * 60_000

describe('the walls of the database', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  it('answer 503 with the time to come again where every connection is taken, and serve again afterwards', async () => {
    const { promise: done, resolve: letGo } = Promise.withResolvers<void>()
    assert.equal((await world.as('maria').get(urls.now(LINCOLN))).status, 200)
    const held = Array.from({ length: 6 }, () => world.deps.db.transaction({}, async () => await done))
    const asked = [urls.now(LINCOLN), urls.apiGoals({ tenant: 'cedar-valley' })].map((address) => world.as('maria').get(address))
    const [page, api] = await Promise.all(asked)
    assert.deepEqual([page?.status, page?.headers.get('retry-after')], [503, '5'])
    assert.deepEqual([api?.status, api?.headers.get('retry-after')], [503, '5'])
    letGo()
    await Promise.all(held)
    assert.equal((await world.as('maria').get(urls.now(LINCOLN))).status, 200)
  })

  it('let no statement, no lock and no forgotten transaction go on for ever', async () => {
    const limits = await world.deps.db.transaction({}, async (tx) => {
      const { rows } = await sql<Record<string, string>>`select current_setting('statement_timeout') as statement,
        current_setting('lock_timeout') as lock, current_setting('idle_in_transaction_session_timeout') as idle`.execute(tx)
      return rows[0]
    })
    assert.deepEqual(limits, { statement: '30s', lock: '10s', idle: '2min' })
  })

  it('answer 503, not our fault, where somebody else holds the row for too long', async () => {
    const scope = await world.scope('maria')
    const { promise: done, resolve: letGo } = Promise.withResolvers<void>()
    const { promise: locked, resolve: isLocked } = Promise.withResolvers<void>()
    const other = inTenant(world.deps.db, scope, async (tx) => {
      await sql`update unit set version = version where tenant_id = ${scope.tenantId} and id = ${world.ids.schools.lincoln}`.execute(tx)
      isLocked()
      await done
    })
    await locked
    const unit = urls.adminUnit({ tenant: 'cedar-valley', unit: world.ids.schools.lincoln })
    const answer = await world.as('ada').post(unit, { name: 'Lincoln', grade: '', subject: '', version: 1 })
    letGo()
    await other
    assert.equal(answer.status, 503)
  })

  it('outlive a connection that breaks while a request holds it and asks nothing', async () => {
    const broken = world.deps.db.transaction({}, async (tx) => {
      const pid = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      await world.deps.db.transaction({}, (other) => sql`select pg_terminate_backend(${pid.rows[0]?.pid})`.execute(other))
      await wait(100)
      await sql`select 1`.execute(tx)
    })
    await assert.rejects(broken)
    assert.equal((await world.as('maria').get(urls.now(LINCOLN))).status, 200)
  })

  it('leave nothing of one request’s tenant to the next', async () => {
    await Promise.all(Array.from({ length: 12 }, () => world.as('maria').get(urls.now(LINCOLN))))
    const left = await Promise.all(
      Array.from({ length: 6 }, () =>
        world.deps.db.transaction({}, async (tx) => {
          const { rows } = await sql<{ tenant: string | null; n: number }>`
            select nullif(current_setting('app.tenant', true), '') as tenant, (select count(*) from unit) as n`.execute(tx)
          return rows[0]
        }),
      ),
    )
    for (const one of left) assert.deepEqual(one, { tenant: null, n: 0 })
  })

  it('forget answered requests after thirty days, and not before', async () => {
    const scope = await world.scope('maria')
    await inTenant(world.deps.db, scope, async (tx) => {
      for (const days of [29, 31]) {
        const recordedAt = new Date(scope.now.getTime() - days * DAY)
        const row = { tenantId: scope.tenantId, id: newId(recordedAt.getTime()), personId: scope.personId, key: `${days} ${newRandomId()}` }
        const answer = { fingerprint: Buffer.alloc(32), status: 303, headers: '{}', body: '' }
        await tx
          .insertInto('requestReceipt')
          .values({ ...row, ...answer, recordedAt })
          .execute()
      }
    })
    await operationWorkers(world.deps)
      .find(({ job }) => job.name === receiptSweep.name)
      ?.work({})
    const kept = await inTenant(world.deps.db, scope, (tx) => tx.selectFrom('requestReceipt').select('key').execute())
    const days = kept.map(({ key }) => key.split(' ')[0])
    assert.deepEqual([days.includes('29'), days.includes('31')], [true, false])
  })
})
