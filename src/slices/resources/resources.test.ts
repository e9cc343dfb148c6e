import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/support/world.ts'
import type { Persona } from '../../../test/support/cast.ts'
import { urls } from '../../urls.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const RIVERA = { tenant: 'cedar-valley', place: 'rivera' }

let world: World

before(async () => {
  world = await openWorld()
})
after(async () => await world.close())

/** Adds a resource by the entry line; answers its id. */
async function added(name: string, fields: { kind?: string; by?: Persona } = {}): Promise<string> {
  const { kind = 'tools', by = 'maria' } = fields
  const response = await world.as(by).post(urls.resources(LINCOLN), { kind, name })
  assert.equal(response.status, 303)
  return await idOf(name)
}

async function idOf(name: string, by: Persona = 'maria'): Promise<string> {
  const page = await text(by, urls.resourcesTable(LINCOLN))
  const id = new RegExp(`resources/([0-9a-f-]{36})"[^>]*>${name}<`).exec(page)?.[1]
  assert.ok(id, `${name} is in the table`)
  return id
}

async function text(by: Persona, url: string): Promise<string> {
  const response = await world.as(by).get(url)
  assert.equal(response.status, 200, url)
  return await response.text()
}

const FULL = {
  kind: 'structures',
  name: 'Tuesday meeting',
  description: 'All are there',
  circle: 'school',
  minutesPerWeek: '60',
  peopleCount: '28',
  version: '1',
}

describe('adding a resource', () => {
  it('takes one field and a kind, and the adder has named it', async () => {
    await added('Question cards')
    const page = await text('lucia', urls.resources(LINCOLN))
    assert.match(page, /Question cards/)
    assert.match(page, /Question cards<\/span><small>recognized</)
  })

  it('brings the board back with what was typed where the name is missing', async () => {
    const response = await world.as('maria').post(urls.resources(LINCOLN), { kind: 'tools', name: '  ' })
    assert.equal(response.status, 422)
    assert.match(await response.text(), /error-summary/)
  })

  it('refuses a name that is too long, and a kind that is none', async () => {
    assert.equal((await world.as('maria').post(urls.resources(LINCOLN), { kind: 'tools', name: 'x'.repeat(161) })).status, 422)
    assert.equal((await world.as('maria').post(urls.resources(LINCOLN), { kind: 'money', name: 'x' })).status, 422)
  })

  it('is refused with its reason to whoever only looks on', async () => {
    const response = await world.as('ada').post(urls.resources(LINCOLN), { kind: 'tools', name: 'From outside' })
    assert.equal(response.status, 409)
    assert.match(await text('ada', urls.resources(LINCOLN)), /why-not/)
  })

  it('by a visitor leaves the naming to the school', async () => {
    await world.as('dana').post(urls.resources(LINCOLN), { kind: 'tools', name: 'Seen by a visitor' })
    assert.match(await text('maria', urls.resources(LINCOLN)), /Seen by a visitor<\/span><small>not yet named</)
  })

  it('once by a doubled submit', async () => {
    const fields = { kind: 'tools', name: 'Pressed twice', once: crypto.randomUUID() }
    await Promise.all([world.as('maria').post(urls.resources(LINCOLN), fields), world.as('maria').post(urls.resources(LINCOLN), fields)])
    assert.equal((await text('maria', urls.resources(LINCOLN))).split('Pressed twice').length - 1, 1)
  })

  it('keeps hostile text as text', async () => {
    await added(
      '<img src=x onerror=alert(1)>'.replace(/[<>()]/g, (one) => one),
      { kind: 'knowledge' },
    ).catch(() => {})
    const page = await text('maria', urls.resources(LINCOLN))
    assert.ok(!page.includes('<img src=x'))
    assert.match(page, /&lt;img src=x/)
  })
})

describe('a resource', () => {
  it('looks, from another school and another tenant, as if it did not exist', async () => {
    const resource = await added('Only ours')
    for (const persona of ['omar', 'stranger', 'sana'] as const) {
      assert.equal((await world.as(persona).get(urls.resource({ ...LINCOLN, resource }))).status, 404)
      assert.equal((await world.as(persona).get(urls.resourceEdit({ ...LINCOLN, resource }))).status, 404)
      assert.equal((await world.as(persona).post(urls.resource({ ...LINCOLN, resource }), FULL)).status, 404)
    }
  })

  it('is not found under a wrong place, nor under an address that is none', async () => {
    const resource = await added('In its own place')
    assert.equal((await world.as('dana').get(urls.resource({ ...RIVERA, resource }))).status, 404)
    assert.equal((await world.as('maria').get(urls.resource({ ...LINCOLN, resource: 'nonsense' }))).status, 404)
  })

  it('of the team’s own circle is hidden from the staff and from the district', async () => {
    const resource = await added('Among ourselves')
    await world.as('maria').post(urls.resource({ ...LINCOLN, resource }), { ...FULL, name: 'Among ourselves', circle: 'team' })
    assert.equal((await world.as('tomas').get(urls.resource({ ...LINCOLN, resource }))).status, 200)
    for (const persona of ['lucia', 'dana', 'ada'] as const) {
      assert.equal((await world.as(persona).get(urls.resource({ ...LINCOLN, resource }))).status, 404)
      for (const address of [urls.resources, urls.resourcesTable, urls.resourcesPrint, urls.resourcesCsv])
        assert.doesNotMatch(await text(persona, address(LINCOLN)), /Among ourselves/)
      assert.doesNotMatch(await text(persona, urls.search({ tenant: 'cedar-valley' }, { q: 'Among' })), />Among ourselves</)
    }
  })

  it('is changed by staff, and only from the version that they saw', async () => {
    const resource = await added('Meeting')
    const change = {
      ...FULL,
      unitIds: [world.ids.schools.lincoln],
      personIds: [world.ids.people.ben],
      links: 'https://example.org/a',
      tags: 'one, two, one',
    }
    assert.equal((await world.as('lucia').post(urls.resource({ ...LINCOLN, resource }), change)).status, 303)
    const page = await text('ben', urls.resource({ ...LINCOLN, resource }))
    assert.match(page, /Tuesday meeting/)
    assert.match(page, /1 hr a week · 28 people/)
    assert.match(page, /Ben Okoro/)
    assert.equal((await world.as('lucia').post(urls.resource({ ...LINCOLN, resource }), change)).status, 409)
  })

  it('is not changed with links that are none, by outsiders of the staff, or to hold strangers', async () => {
    const resource = await added('Stays')
    const at = urls.resource({ ...LINCOLN, resource })
    assert.equal((await world.as('maria').post(at, { ...FULL, links: 'javascript:alert(1)' })).status, 422)
    assert.equal((await world.as('maria').post(at, { ...FULL, minutesPerWeek: 'many' })).status, 422)
    assert.equal((await world.as('dana').post(at, FULL)).status, 409)
    assert.equal((await world.as('lucia').post(at, { ...FULL, circle: 'team' })).status, 409)
    assert.equal((await world.as('maria').post(at, { ...FULL, personIds: [world.ids.people.stranger] })).status, 404)
    assert.equal((await world.as('maria').post(at, { ...FULL, unitIds: [world.ids.schools.willow] })).status, 404)
    assert.match(await text('maria', at), /Stays/)
  })
})

describe('moving on the board', () => {
  it('goes to another kind, into a group, before another one', async () => {
    const first = await added('Moved first')
    const second = await added('Moved second', { kind: 'relationships' })
    const order = urls.resourceOrder(LINCOLN)
    assert.equal((await world.as('lucia').post(order, { resource: second, kind: 'tools', groupLabel: '', before: first })).status, 303)
    const page = await text('maria', urls.resources(LINCOLN))
    assert.ok(page.indexOf('Moved second') < page.indexOf('Moved first'))
    assert.equal(
      (await world.as('maria').post(order, { resource: first, kind: 'tools', groupLabel: 'Reading', before: 'stay' })).status,
      303,
    )
    assert.match(await text('maria', urls.resources(LINCOLN)), /class="res-group">Reading</)
  })

  it('offers a form without script, with the reason where it may not be done', async () => {
    const resource = await added('Movable')
    assert.match(await text('maria', urls.resources(LINCOLN, { move: resource })), /name="before"/)
    assert.match(await text('dana', urls.resources(LINCOLN, { move: resource })), /why-not/)
  })

  it('is refused to visitors, unknown kinds, and neighbours', async () => {
    const resource = await added('Unmoved')
    const order = urls.resourceOrder(LINCOLN)
    assert.equal((await world.as('dana').post(order, { resource, kind: 'tools', before: 'end' })).status, 409)
    assert.equal((await world.as('maria').post(order, { resource, kind: 'money', before: 'end' })).status, 422)
    assert.equal((await world.as('omar').post(order, { resource, kind: 'tools', before: 'end' })).status, 404)
    assert.equal((await world.as('dana').post(urls.resourceOrder(RIVERA), { resource, kind: 'tools', before: 'end' })).status, 404)
  })
})

describe('the board and its views', () => {
  it('shows what was filtered for, and says nothing of a filter that is none', async () => {
    await added('Kept by Ben')
    const resource = await idOf('Kept by Ben')
    const version = '1'
    await world
      .as('maria')
      .post(urls.resource({ ...LINCOLN, resource }), { ...FULL, version, name: 'Kept by Ben', personIds: [world.ids.people.ben] })
    const bens = await text('maria', urls.resources(LINCOLN, { person: world.ids.people.ben }))
    assert.match(bens, /Kept by Ben/)
    assert.doesNotMatch(bens, /Question cards/)
    assert.match(await text('maria', urls.resources(LINCOLN, { state: 'nonsense', goal: 'x', person: '%' })), /Question cards/)
  })

  it('sorts its table by an address', async () => {
    const up = await text('maria', urls.resourcesTable(LINCOLN, { sort: 'name' }))
    const down = await text('maria', urls.resourcesTable(LINCOLN, { sort: 'name', order: 'descending' }))
    assert.ok(up.indexOf('Movable') < up.indexOf('Question cards'))
    assert.ok(down.indexOf('Movable') > down.indexOf('Question cards'))
  })

  it('writes a CSV in which no text is a formula and numbers are numbers', async () => {
    await world.as('maria').post(urls.resources(LINCOLN), { kind: 'tools', name: '=SUM(A1:A9)' })
    const response = await world.as('maria').get(urls.resourcesCsv(LINCOLN))
    const csv = await response.text()
    assert.match(response.headers.get('content-type') ?? '', /text\/csv/)
    assert.match(csv, /'=SUM\(A1:A9\)/)
    assert.match(csv, /Tuesday meeting,Structures and routines,recognized,,Lincoln,Ben Okoro,60,28/)
  })

  it('tells the district how much its schools have, and never what a team keeps to itself', async () => {
    const page = await text('dana', urls.resources({ ...LINCOLN, place: await districtSlug() }))
    assert.match(page, /In the schools/)
    assert.match(page, /Rivera/)
    assert.doesNotMatch(page, /Question cards/)
  })

  it('opens every view in English and Spanish', async () => {
    for (const address of [urls.resources, urls.resourcesTable, urls.resourcesPrint, urls.resourcesCoverage, urls.resourcesConversion])
      for (const persona of ['maria', 'dana'] as const) assert.match(await text(persona, address(LINCOLN)), /<h1/)
  })

  it('is not there for a neighbour', async () => {
    for (const address of [
      urls.resources,
      urls.resourcesTable,
      urls.resourcesCsv,
      urls.resourcesPrint,
      urls.resourcesCoverage,
      urls.resourcesConversion,
    ])
      for (const persona of ['omar', 'stranger'] as const) assert.equal((await world.as(persona).get(address(LINCOLN))).status, 404)
  })
})

describe('the search', () => {
  const at = { tenant: 'cedar-valley' }

  it('finds by a part and by a near word, under the school', async () => {
    const page = await text('lucia', urls.search(at, { q: 'question' }))
    assert.match(page, /Question cards/)
    assert.match(page, /<h2>Lincoln/)
    assert.match(await text('lucia', urls.search(at, { q: 'qestion cards' })), /Question cards/)
  })

  it('takes signs of the pattern language as they are', async () => {
    assert.doesNotMatch(await text('lucia', urls.search(at, { q: '%' })), /Question cards/)
    assert.match(await text('lucia', urls.search(at, { q: '' })), /<h1/)
    assert.equal((await world.as('lucia').get(`${urls.search(at)}?q=%00%5C'"`)).status, 200)
  })

  it('finds nothing of another school, and is not there for another tenant', async () => {
    assert.doesNotMatch(await text('omar', urls.search(at, { q: 'question' })), />Question cards</)
    assert.equal((await world.as('stranger').get(urls.search(at, { q: 'question' }))).status, 404)
  })

  it('tells another school what is shared with the district, and to ask there', async () => {
    const resource = await added('Lent to all')
    await world.as('maria').post(urls.resource({ ...LINCOLN, resource }), { ...FULL, name: 'Lent to all', circle: 'district' })
    const page = await text('omar', urls.search(at, { q: 'lent to all' }))
    assert.match(page, /Lent to all/)
    assert.ok(!page.includes(urls.resource({ ...LINCOLN, resource })))
  })
})

async function districtSlug(): Promise<string> {
  const unit = await world.deps.db.transaction({ tenant: world.ids.tenants['cedar-valley'] }, async (tx) =>
    tx.selectFrom('unit').select('slug').where('id', '=', world.ids.roots['cedar-valley']).executeTakeFirstOrThrow(),
  )
  return unit.slug
}
