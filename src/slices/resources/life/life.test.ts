import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'
import { addResource } from '../commands.ts'
import { eventsOf, factsOf } from './rules.ts'
import { findLife } from './queries.ts'
import { putToUse, repurposeResource } from './commands.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const TODAY = '2026-10-06'

let world: World
let goal: string

before(async () => {
  world = await openWorld()
  const response = await world
    .as('maria')
    .post(urls.goals(LINCOLN), { statement_en: 'Every child explains', statement: 'Every child explains', circle: 'school' })
  assert.equal(response.status, 303)
  goal = /goals\/([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')?.[1] ?? ''
})
after(async () => await world.close())

async function resource(name = 'Tuesday meeting'): Promise<string> {
  return await addResource(world.deps.db, await world.scope('maria'), world.ids.schools.lincoln, { kind: 'structures', name })
}

const USE = { goalId: '', beganOn: '2026-09-01', purpose: 'Look at student work' }

async function inUse(
  more: Record<string, string> = {},
): Promise<{ id: string; use: string; at: { tenant: string; place: string; resource: string } }> {
  const id = await resource()
  const form = { content: '', structure: '', participants: '', whatChanged: '', minutesPerWeek: null, personIds: [] }
  const use = await putToUse(world.deps.db, await world.scope('maria'), id, { ...USE, goalId: goal, ...form, ...more })
  return { id, use, at: { ...LINCOLN, resource: id } }
}

async function life(id: string) {
  const scope = await world.scope('maria')
  return await world.deps.db.transaction({ tenant: scope.tenantId }, async (tx) => await findLife(tx, scope, id))
}

async function page(id: string, query: Record<string, string> = {}): Promise<string> {
  const response = await world.as('maria').get(urls.resource({ ...LINCOLN, resource: id }, query))
  assert.equal(response.status, 200)
  return await response.text()
}

describe('naming', () => {
  it('is told once a person, with its reason', async () => {
    const id = await resource()
    const at = urls.resourceRecognitions({ ...LINCOLN, resource: id })
    assert.equal((await world.as('lucia').post(at, { occurredOn: '2026-09-03', reason: 'We all go to it' })).status, 303)
    assert.equal((await world.as('lucia').post(at, { occurredOn: '2026-09-04', reason: 'Again' })).status, 409)
    assert.deepEqual(
      (await life(id)).recognitions.map((one) => [one.by, one.reason]),
      [
        ['Lucia Ferro', 'We all go to it'],
        ['Maria Alvarez', ''],
      ],
    )
    assert.match(await page(id), /You have named it already/)
  })

  it('is refused to visitors and for days to come, and invisible to neighbours', async () => {
    const at = urls.resourceRecognitions({ ...LINCOLN, resource: await resource() })
    assert.equal((await world.as('dana').post(at, { occurredOn: TODAY })).status, 409)
    assert.equal((await world.as('tomas').post(at, { occurredOn: '2026-10-07' })).status, 409)
    assert.equal((await world.as('tomas').post(at, { occurredOn: 'yesterday' })).status, 422)
    assert.equal((await world.as('omar').post(at, { occurredOn: TODAY })).status, 404)
  })
})

describe('putting to use', () => {
  it('shows the state per goal: in use for one and not for another', async () => {
    const id = await resource()
    const at = urls.resourceUses({ ...LINCOLN, resource: id })
    const response = await world.as('lucia').post(at, {
      ...USE,
      goalId: goal,
      content: 'Drawings',
      structure: 'Ten minutes',
      participants: 'Grade 4',
      whatChanged: 'Plans',
      minutesPerWeek: '10',
      personIds: [world.ids.people.ben],
    })
    assert.equal(response.status, 303)
    const told = await page(id)
    for (const word of ['Look at student work', 'Drawings', 'Ten minutes', 'Grade 4', 'Plans', '10 min a week', 'Ben Okoro'])
      assert.match(told, new RegExp(word))
    const board = await world.as('maria').get(urls.resources(LINCOLN, { goal }))
    assert.match(await board.text(), /Tuesday meeting<\/span><small>in use/)
  })

  it('brings the form back with what was typed', async () => {
    const at = urls.resourceUses({ ...LINCOLN, resource: await resource() })
    const response = await world.as('maria').post(at, { ...USE, purpose: '', content: 'Kept words' })
    assert.equal(response.status, 422)
    assert.match(await response.text(), /Kept words/)
  })

  it('is refused to visitors, for goals of others, for people of others, and once retired', async () => {
    const id = await resource()
    const at = urls.resourceUses({ ...LINCOLN, resource: id })
    assert.equal((await world.as('dana').post(at, USE)).status, 409)
    assert.equal((await world.as('maria').post(at, { ...USE, goalId: crypto.randomUUID() })).status, 404)
    assert.equal((await world.as('maria').post(at, { ...USE, personIds: [world.ids.people.stranger] })).status, 404)
    assert.equal((await world.as('omar').post(at, USE)).status, 404)
    await world.as('maria').post(urls.resourceRetirement({ ...LINCOLN, resource: id }), { retiredOn: TODAY, reason: 'Gone' })
    assert.equal((await world.as('maria').post(at, USE)).status, 409)
    assert.match(await page(id), /It has been retired/)
  })
})

describe('evidence', () => {
  it('makes it well used for its goal', async () => {
    const { id, use, at } = await inUse()
    assert.equal(
      (
        await world.as('tomas').post(urls.resourceUseEvidence({ ...at, use }), {
          observedOn: '2026-09-20',
          text: 'In five of six rooms',
          link: 'https://example.org/photo',
        })
      ).status,
      303,
    )
    assert.match(await page(id), /well used/)
  })

  it('is refused before the use began, with a link that is none, and under another resource', async () => {
    const { use, at } = await inUse()
    const form = { observedOn: TODAY, text: 'Seen' }
    assert.equal(
      (await world.as('maria').post(urls.resourceUseEvidence({ ...at, use }), { ...form, observedOn: '2026-08-01' })).status,
      409,
    )
    assert.equal((await world.as('maria').post(urls.resourceUseEvidence({ ...at, use }), { ...form, link: 'javascript:x' })).status, 422)
    assert.equal((await world.as('maria').post(urls.resourceUseEvidence({ ...at, use, resource: await resource() }), form)).status, 404)
    assert.equal((await world.as('dana').post(urls.resourceUseEvidence({ ...at, use }), form)).status, 409)
    assert.equal((await world.as('omar').post(urls.resourceUseEvidence({ ...at, use }), form)).status, 404)
  })
})

describe('ending a use', () => {
  it('is told with its reason, once, and not before it began', async () => {
    const { id, use, at } = await inUse()
    const end = urls.resourceUseEnd({ ...at, use })
    assert.equal((await world.as('maria').post(end, { endedOn: '2026-08-01', reason: 'Too early' })).status, 409)
    assert.equal((await world.as('maria').post(end, { endedOn: TODAY, reason: '' })).status, 422)
    assert.equal((await world.as('omar').post(end, { endedOn: TODAY, reason: 'x' })).status, 404)
    assert.equal((await world.as('maria').post(end, { endedOn: TODAY, reason: 'The unit is over' })).status, 303)
    assert.equal((await world.as('maria').post(end, { endedOn: TODAY, reason: 'Again' })).status, 409)
    assert.match(await page(id), /The unit is over/)
  })
})

describe('re-purposing', () => {
  it('keeps from what to what, the minutes, and what came of it', async () => {
    const id = await resource()
    const at = { ...LINCOLN, resource: id }
    const form = {
      goalId: goal,
      occurredOn: '2026-09-01',
      formerPurpose: 'Announcements',
      newPurpose: 'Student work',
      minutesMoved: '40',
      forWhom: 'All',
      hopedFor: 'One lesson together',
      reason: 'No other hour',
    }
    assert.equal((await world.as('maria').post(urls.resourceRepurposings(at), form)).status, 303)
    assert.match(await page(id), /re‑purposed/)
    const [repurposing] = (await life(id)).repurposings
    const outcome = urls.resourceRepurposingOutcome({ ...at, repurposing: repurposing?.id ?? '' })
    assert.equal((await world.as('maria').post(outcome, { verdict: 'partly', text: 'Two grades do', observedOn: TODAY })).status, 303)
    const told = await page(id)
    for (const words of ['Announcements', 'Student work', 'One lesson together', 'In part', 'Two grades do', '40 min a week'])
      assert.match(told, new RegExp(words))
  })

  it('is refused without what it was for, to visitors, neighbours; its outcome before it happened', async () => {
    const id = await resource()
    const at = { ...LINCOLN, resource: id }
    const form = { goalId: '', occurredOn: '2026-09-10', formerPurpose: 'A', newPurpose: 'B', reason: 'C' }
    assert.equal((await world.as('maria').post(urls.resourceRepurposings(at), { ...form, formerPurpose: '' })).status, 422)
    assert.equal((await world.as('dana').post(urls.resourceRepurposings(at), form)).status, 409)
    assert.equal((await world.as('omar').post(urls.resourceRepurposings(at), form)).status, 404)
    const empty = { goalId: null, personIds: [], minutesMoved: null, forWhom: '', hopedFor: '' }
    const repurposing = await repurposeResource(world.deps.db, await world.scope('maria'), id, { ...form, ...empty })
    const outcome = urls.resourceRepurposingOutcome({ ...at, repurposing })
    const told = { verdict: 'as_hoped', text: 'Good', observedOn: '2026-09-01' }
    assert.equal((await world.as('maria').post(outcome, told)).status, 409)
    assert.equal((await world.as('maria').post(outcome, { ...told, verdict: 'great' })).status, 422)
    assert.equal((await world.as('omar').post(outcome, told)).status, 404)
    assert.equal(
      (await world.as('maria').post(urls.resourceRepurposingOutcome({ ...at, repurposing: crypto.randomUUID() }), told)).status,
      404,
    )
  })
})

describe('generating', () => {
  it('brings a new resource forth that knows its parent', async () => {
    const { id, use, at } = await inUse()
    const form = { kind: 'tools', name: 'A folder of drawings', occurredOn: TODAY, reason: 'They were kept' }
    assert.equal((await world.as('lucia').post(urls.resourceGenerations({ ...at, use }), form)).status, 303)
    assert.match(await page(id), /A folder of drawings/)
    const [child] = (await life(id)).uses.flatMap((one) => one.generated)
    const told = await page(child?.resourceId ?? '')
    assert.match(told, /generated/)
    assert.match(told, /Tuesday meeting/)
  })

  it('is refused before the use began, without a name, to visitors and neighbours', async () => {
    const { use, at } = await inUse()
    const form = { kind: 'tools', name: 'X', occurredOn: TODAY }
    const address = urls.resourceGenerations({ ...at, use })
    assert.equal((await world.as('maria').post(address, { ...form, occurredOn: '2026-01-01' })).status, 409)
    assert.equal((await world.as('maria').post(address, { ...form, name: '' })).status, 422)
    assert.equal((await world.as('maria').post(address, { ...form, otherUseIds: [crypto.randomUUID()] })).status, 404)
    assert.equal((await world.as('dana').post(address, form)).status, 409)
    assert.equal((await world.as('omar').post(address, form)).status, 404)
  })
})

describe('retiring', () => {
  it('is for the team, with a reason, and not while it is in use', async () => {
    const { id, use, at } = await inUse()
    const address = urls.resourceRetirement(at)
    const form = { retiredOn: TODAY, reason: 'Replaced' }
    assert.equal((await world.as('maria').post(address, form)).status, 409)
    await world.as('maria').post(urls.resourceUseEnd({ ...at, use }), { endedOn: TODAY, reason: 'Over' })
    assert.equal((await world.as('lucia').post(address, form)).status, 409)
    assert.equal((await world.as('maria').post(address, { ...form, reason: '' })).status, 422)
    assert.equal((await world.as('omar').post(address, form)).status, 404)
    assert.equal((await world.as('maria').post(address, form)).status, 303)
    assert.equal((await world.as('maria').post(address, form)).status, 409)
    const board = await (await world.as('maria').get(urls.resources(LINCOLN, { state: 'retired' }))).text()
    assert.match(board, new RegExp(id))
    assert.doesNotMatch(await (await world.as('maria').get(urls.resources(LINCOLN))).text(), new RegExp(id))
  })
})

describe('the line of a life', () => {
  it('has every event with its day, the latest first', async () => {
    const { id, use, at } = await inUse()
    await world.as('maria').post(urls.resourceUseEvidence({ ...at, use }), { observedOn: '2026-09-20', text: 'Seen' })
    await world.as('maria').post(urls.resourceUseEnd({ ...at, use }), { endedOn: TODAY, reason: 'Over' })
    const lived = await life(id)
    assert.deepEqual(
      eventsOf(lived).map((event) => [event.on, event.verb]),
      [
        [TODAY, 'ended'],
        [TODAY, 'recognized'],
        ['2026-09-20', 'evidence'],
        ['2026-09-01', 'put_to_use'],
      ],
    )
    assert.deepEqual(factsOf(lived).uses, [
      { goalId: goal, beganOn: '2026-09-01', endedOn: TODAY, evidenceOn: ['2026-09-20'], repurposed: false },
    ])
  })

  it('opens each of its forms by an address, and none that makes no sense', async () => {
    const { id, use } = await inUse()
    for (const act of ['use', 'recognize', 'repurpose', 'retire']) assert.match(await page(id, { do: act }), /id="act"/)
    for (const act of ['evidence', 'end', 'generate']) assert.match(await page(id, { do: act, use }), /id="act"/)
    const senseless: Record<string, string>[] = [{ do: 'nonsense' }, { do: 'evidence', use: 'x' }, { do: 'outcome' }]
    for (const query of senseless) assert.doesNotMatch(await page(id, query), /id="act"/)
  })
})
