import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/support/world.ts'
import { urls } from '../../urls.ts'

const TENANT = { tenant: 'cedar-valley' }
const TODAY = '2026-10-06'

let world: World

before(async () => {
  world = await openWorld()
})
after(async () => await world.close())

type Told = {
  id: string
  state: string
  states: { goalId: string; state: string }[]
  name: Record<string, string>
  version: number
  tags: string[]
  annualCost: number | null
}

async function created(more: object = {}): Promise<Told> {
  const body = { unitId: world.ids.schools.lincoln, kind: 'tools', name: { en: 'Book room', es: 'Sala de libros' }, ...more }
  const response = await world.as('maria').json('POST', urls.apiResources(TENANT), body)
  assert.equal(response.status, 201, await response.clone().text())
  return (await response.json()) as Told
}

describe('resources by the API', () => {
  it('are added in several languages, read, and listed a page at a time', async () => {
    const one = await created({ tags: ['reading'], annualCost: 12.5, personIds: [world.ids.people.ben] })
    assert.deepEqual(
      [one.name, one.state, one.tags, one.annualCost],
      [{ en: 'Book room', es: 'Sala de libros' }, 'recognized', ['reading'], 12.5],
    )
    await created()
    await created({ kind: 'knowledge' })
    const first = (await (await world.as('lucia').get(urls.apiResources(TENANT, { limit: 2 }))).json()) as { items: Told[]; next: string }
    assert.equal(first.items.length, 2)
    const second = (await (await world.as('lucia').get(urls.apiResources(TENANT, { limit: 2, cursor: first.next }))).json()) as {
      items: Told[]
      next: null
    }
    assert.deepEqual([second.items.length, second.next], [1, null])
    const knowing = (await (await world.as('lucia').get(urls.apiResources(TENANT, { kind: 'knowledge' }))).json()) as { items: Told[] }
    assert.equal(knowing.items.length, 1)
  })

  it('are refused without a name, with links that are none, and to who may not add', async () => {
    const add = (body: object, by: 'maria' | 'ada' = 'maria') => world.as(by).json('POST', urls.apiResources(TENANT), body)
    const good = { unitId: world.ids.schools.lincoln, kind: 'tools', name: { en: 'X' } }
    assert.equal((await add({ ...good, name: {} })).status, 422)
    assert.equal((await add({ ...good, links: ['javascript:x'] })).status, 422)
    assert.equal((await add(good, 'ada')).status, 409)
    assert.equal((await add({ ...good, unitId: world.ids.schools.willow })).status, 404)
    assert.equal((await world.as('stranger').json('POST', urls.apiResources(TENANT), good)).status, 404)
  })

  it('change where the version is the one that was seen, and only in what was sent', async () => {
    const { id, version } = await created({ tags: ['kept'] })
    const at = urls.apiResource({ ...TENANT, resource: id })
    const change = { description: { en: 'Upstairs' } }
    assert.equal((await world.as('maria').json('PATCH', at, change)).status, 428)
    const response = await world.as('maria').json('PATCH', at, change, { 'if-match': `"${version}"` })
    assert.equal(response.status, 200, await response.clone().text())
    const now = (await response.json()) as Told & { description: object }
    assert.deepEqual([now.description, now.tags, now.name.es], [{ en: 'Upstairs' }, ['kept'], 'Sala de libros'])
    assert.equal((await world.as('maria').json('PATCH', at, change, { 'if-match': `"${version}"` })).status, 412)
    assert.equal((await world.as('omar').json('PATCH', at, change, { 'if-match': `"${version + 1}"` })).status, 404)
  })

  it('are named, put to use and retired', async () => {
    const { id } = await created()
    const address = { ...TENANT, resource: id }
    assert.equal((await world.as('lucia').json('POST', urls.apiResourceRecognitions(address), { occurredOn: TODAY })).status, 201)
    assert.equal((await world.as('lucia').json('POST', urls.apiResourceRecognitions(address), { occurredOn: TODAY })).status, 409)
    const used = await world.as('lucia').json('POST', urls.apiResourceUses(address), { beganOn: TODAY, purpose: 'Reading clubs' })
    assert.equal(used.status, 201)
    assert.equal(((await used.json()) as { resource: Told }).resource.state, 'in_use')
    assert.equal(
      (await world.as('maria').json('POST', urls.apiResourceRetirement(address), { retiredOn: TODAY, reason: 'Gone' })).status,
      409,
    )
    const other = { ...TENANT, resource: (await created()).id }
    assert.equal(
      (await world.as('lucia').json('POST', urls.apiResourceRetirement(other), { retiredOn: TODAY, reason: 'Gone' })).status,
      409,
    )
    const retired = await world.as('maria').json('POST', urls.apiResourceRetirement(other), { retiredOn: TODAY, reason: 'Gone' })
    assert.equal(((await retired.json()) as Told).state, 'retired')
  })

  it('refuse what is not said rightly, and do not exist for neighbours', async () => {
    const address = { ...TENANT, resource: (await created()).id }
    assert.equal((await world.as('lucia').json('POST', urls.apiResourceRecognitions(address), { occurredOn: 'soon' })).status, 422)
    assert.equal((await world.as('lucia').json('POST', urls.apiResourceUses(address), { beganOn: TODAY })).status, 422)
    assert.equal((await world.as('maria').json('POST', urls.apiResourceRetirement(address), { retiredOn: TODAY })).status, 422)
    for (const persona of ['omar', 'stranger'] as const) {
      assert.equal((await world.as(persona).get(urls.apiResource(address))).status, 404)
      assert.equal((await world.as(persona).json('POST', urls.apiResourceRecognitions(address), { occurredOn: TODAY })).status, 404)
      assert.equal((await world.as(persona).json('POST', urls.apiResourceUses(address), { beganOn: TODAY, purpose: 'X' })).status, 404)
      assert.equal(
        (await world.as(persona).json('POST', urls.apiResourceRetirement(address), { retiredOn: TODAY, reason: 'X' })).status,
        404,
      )
    }
    assert.equal((await world.as('stranger').get(urls.apiResources(TENANT))).status, 404)
    const seen = (await (await world.as('omar').get(urls.apiResources(TENANT))).json()) as { items: Told[] }
    assert.equal(seen.items.length, 0)
  })
})
