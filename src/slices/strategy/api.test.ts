import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/support/world.ts'
import { urls } from '../../urls.ts'

const TENANT = { tenant: 'cedar-valley' }
const THEORY = { leadersDo: 'leaders plan with teams', adultsChange: 'teachers ask more', studentsGain: 'students reason' }

describe('strategies by API', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  async function goal(): Promise<string> {
    const request = { unitId: world.ids.schools.lincoln, statement: { en: 'Every student explains' } }
    return (await (await world.as('maria').json('POST', urls.apiGoals(TENANT), request)).json()).id
  }

  async function draw(goalId: string, fields: object = {}): Promise<Response> {
    return await world.as('maria').json('POST', urls.apiStrategies(TENANT), { goalId, ...THEORY, ...fields })
  }

  it('are drawn, read whole, listed by goal and reworded under If-Match', async () => {
    const goalId = await goal()
    const drawn = await draw(goalId)
    assert.equal(drawn.status, 201)
    const { id } = await drawn.json()
    const at = urls.apiStrategy({ ...TENANT, strategy: id })
    const whole = await (await world.as('dana').get(at)).json()
    assert.deepEqual([whole.number, whole.standing, whole.drivers], [1, 'current', []])
    const patch = (version: string) => world.as('maria').json('PATCH', at, { leadersDo: 'leaders teach along' }, { 'if-match': version })
    assert.equal((await patch('"1"')).status, 200)
    assert.equal((await patch('"1"')).status, 412)
    const { items } = await (await world.as('lucia').get(urls.apiStrategies(TENANT, { goalId }))).json()
    assert.deepEqual(
      items.map((one: { leadersDo: string; adultsChange: string }) => [one.leadersDo, one.adultsChange]),
      [['leaders teach along', 'teachers ask more']],
    )
    await draw(goalId, { carry: true })
    assert.equal((await (await world.as('maria').get(at)).json()).standing, 'replaced')
  })

  it('are reviewed', async () => {
    const { id } = await (await draw(await goal())).json()
    const reviews = urls.apiStrategyReviews({ ...TENANT, strategy: id })
    const review = { heldOn: '2026-10-05', outcome: 'keep', reason: 'It holds', evidence: 'The chart of September' }
    assert.equal((await world.as('tomas').json('POST', reviews, review)).status, 201)
    assert.equal((await world.as('tomas').json('POST', reviews, { ...review, outcome: 'praise' })).status, 422)
    assert.equal((await world.as('tomas').json('POST', reviews, { ...review, heldOn: '2026-10-07' })).status, 409)
    assert.equal((await (await world.as('dana').get(reviews)).json()).items.length, 1)
  })

  it('are refused to those who only read, and not there for others', async () => {
    const goalId = await goal()
    const { id } = await (await draw(goalId)).json()
    assert.equal((await world.as('lucia').json('POST', urls.apiStrategies(TENANT), { goalId, ...THEORY })).status, 409)
    for (const url of [urls.apiStrategy({ ...TENANT, strategy: id }), urls.apiStrategyReviews({ ...TENANT, strategy: id })]) {
      assert.equal((await world.as('omar').get(url)).status, 404)
      assert.equal((await world.as('stranger').get(url)).status, 404)
      assert.equal((await world.as('stranger').get(url.replace('cedar-valley', 'oak-hollow'))).status, 404)
    }
    assert.equal((await world.as('omar').json('POST', urls.apiStrategies(TENANT), { goalId, ...THEORY })).status, 404)
  })
})
