import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../test/support/world.ts'
import type { Statement } from './round-trip.ts'

const said = (name: string, text: string, ...values: unknown[]): Statement => ({ name, text, values })

describe('statements on one way to the database', () => {
  let world: World
  let enter: Statement
  before(async () => {
    world = await openWorld()
    enter = said('enter', `select set_config('app.tenant', $1, true)`, world.ids.tenants['cedar-valley'])
  })
  after(() => world.close())

  const units = said('units', 'select count(*) as n, max(recorded_at) as "last" from unit')

  it('answer the rows of the last, as other queries read them', async () => {
    const [row] = await world.deps.db.inOneTrip<{ n: number; last: Date }>([enter, units])
    assert.ok(row && row.n > 0 && row.last instanceof Date)
  })

  it('leave no tenant entered behind them, and see nobody without one', async () => {
    for (let time = 0; time < 20; time++) await world.deps.db.inOneTrip([enter, units])
    const seen = await Promise.all(Array.from({ length: 20 }, () => world.deps.db.inOneTrip<{ n: number }>([units])))
    assert.ok(seen.every(([row]) => row?.n === 0))
  })

  it('are done together or not at all', async () => {
    const add = said(
      'add',
      `insert into identity.survey_link (token_hash, tenant_id) values ('\\x01', $1)`,
      world.ids.tenants['cedar-valley'],
    )
    const fail = said('fail', 'select 1 / (select 0)')
    await assert.rejects(world.deps.db.inOneTrip([add, fail]), /division by zero/)
    const [row] = await world.deps.db.inOneTrip<{ n: number }>([said('links', 'select count(*) as n from identity.survey_link')])
    assert.equal(row?.n, 0)
  })

  it('can be said again after one of them was wrong', async () => {
    const wrong = said('wrong', 'select no_such_thing')
    for (let time = 0; time < 12; time++) await assert.rejects(world.deps.db.inOneTrip([enter, wrong, units]), /no_such_thing/)
    const again = await Promise.all(Array.from({ length: 20 }, () => world.deps.db.inOneTrip<{ n: number }>([enter, units])))
    assert.ok(again.every(([row]) => (row?.n ?? 0) > 0))
  })
})
