import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/support/world.ts'
import { urls } from '../../urls.ts'

const TENANT = { tenant: 'cedar-valley' }

describe('cycles by API', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  async function plan(fields: object = {}): Promise<{ id: string; goalId: string }> {
    const request = { unitId: world.ids.schools.lincoln, statement: { en: 'Every student explains' } }
    const goalId = (await (await world.as('maria').json('POST', urls.apiGoals(TENANT), request)).json()).id
    const answer = await world
      .as('maria')
      .json('POST', urls.apiCycles(TENANT), { goalId, question: 'Do planned questions help?', ...fields })
    assert.equal(answer.status, 201)
    return { id: (await answer.json()).id, goalId }
  }

  it('are planned, read, listed by goal and replanned under If-Match until they begin', async () => {
    const { id, goalId } = await plan({ prediction: 'Half of them will', endsOn: '2026-10-01' })
    const at = urls.apiCycle({ ...TENANT, cycle: id })
    const read = await (await world.as('dana').get(at)).json()
    assert.deepEqual([read.stage, read.study, read.prediction], ['plan', null, 'Half of them will'])
    const patch = (version: string, fields: object) => world.as('maria').json('PATCH', at, fields, { 'if-match': version })
    assert.equal((await patch('"1"', { planWho: 'Two teachers' })).status, 200)
    assert.equal((await patch('"1"', { planWho: 'Three teachers' })).status, 412)
    const { items } = await (await world.as('lucia').get(urls.apiCycles(TENANT, { goalId }))).json()
    assert.deepEqual(
      items.map((one: { planWho: string; prediction: string }) => [one.planWho, one.prediction]),
      [['Two teachers', 'Half of them will']],
    )
    await world.as('maria').post(urls.cycleStart({ ...TENANT, place: 'lincoln', cycle: id }), { startedOn: '2026-09-20' })
    assert.equal((await patch('"2"', { prediction: 'A third of them' })).status, 409)
    assert.equal((await (await world.as('dana').get(at)).json()).stage, 'study')
  })

  it('are observed once they have begun', async () => {
    const { id } = await plan({ prediction: 'Half of them will' })
    const at = urls.apiCycleObservations({ ...TENANT, cycle: id })
    const seen = { observedOn: '2026-10-05', seen: 'Eight of twenty' }
    assert.equal((await world.as('lucia').json('POST', at, seen)).status, 409)
    await world.as('maria').post(urls.cycleStart({ ...TENANT, place: 'lincoln', cycle: id }), { startedOn: '2026-10-01' })
    assert.equal((await world.as('lucia').json('POST', at, seen)).status, 201)
    assert.equal((await world.as('lucia').json('POST', at, { observedOn: 'soon' })).status, 422)
    assert.equal((await world.as('dana').json('POST', at, seen)).status, 409)
    assert.equal((await (await world.as('dana').get(at)).json()).items[0].seen, 'Eight of twenty')
  })

  it('are not there for others', async () => {
    const { id, goalId } = await plan()
    for (const url of [urls.apiCycle({ ...TENANT, cycle: id }), urls.apiCycleObservations({ ...TENANT, cycle: id })]) {
      assert.equal((await world.as('omar').get(url)).status, 404)
      assert.equal((await world.as('stranger').get(url.replace('cedar-valley', 'oak-hollow'))).status, 404)
    }
    assert.equal((await world.as('omar').json('POST', urls.apiCycles(TENANT), { goalId, question: 'Mine?' })).status, 404)
  })
})
