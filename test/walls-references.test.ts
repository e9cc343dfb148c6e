import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { newRandomId } from '../src/platform/ids.ts'
import { planCycle } from '../src/slices/cycles/commands.ts'
import { draftGoal } from '../src/slices/goals/commands.ts'
import { addPerson, endRole, grantRole } from '../src/slices/organizations/commands.ts'
import { addResource } from '../src/slices/resources/commands.ts'
import { putToUse } from '../src/slices/resources/life/commands.ts'
import { drawStrategy } from '../src/slices/strategy/commands.ts'
import { addDriver, addIdea } from '../src/slices/strategy/diagram/commands.ts'
import { urls } from '../src/urls.ts'
import type { Circle, Role } from '../src/access/roles.ts'
import type { Persona } from './support/cast.ts'
import { openWorld, type World } from './support/world.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const CANARY = 'only the team reads this'

describe('what a form names', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  function placeOf(school: 'lincoln' | 'rivera') {
    const id = world.ids.schools[school]
    return { id, path: [world.ids.roots['cedar-valley'], id], kind: 'school' }
  }

  async function goalIn(circle: Circle): Promise<string> {
    const words = { forWhom: '', baseline: '', target: '', dueOn: null, evidence: '' }
    return await draftGoal(world.deps.db, await world.scope('maria'), placeOf('lincoln'), { circle, statement: { en: 'A goal' }, ...words })
  }

  async function resourceOf(persona: Persona, school: 'lincoln' | 'rivera', circle: Circle): Promise<string> {
    const scope = await world.scope(persona)
    return await addResource(world.deps.db, scope, world.ids.schools[school], { kind: 'tools', name: 'A thing', circle })
  }

  async function useOf(persona: Persona, resource: string): Promise<string> {
    const words = { content: '', structure: '', participants: '', whatChanged: '', minutesPerWeek: null, goalId: null, personIds: [] }
    return await putToUse(world.deps.db, await world.scope(persona), resource, { beganOn: '2026-09-10', purpose: 'Reading', ...words })
  }

  it('as a voter is one of the place who may read what is voted on, or the vote is not opened', async () => {
    const { people } = world.ids
    const ask = async (circle: Circle, third: string) => {
      const goal = await goalIn(circle)
      return (await world.as('maria').post(urls.goalVotes({ ...LINCOLN, goal }), { voters: [people.tomas, people.noor, third] })).status
    }
    for (const outsider of [people.omar, people.dana, people.stranger, newRandomId()]) assert.equal(await ask('school', outsider), 404)
    assert.equal(await ask('team', people.lucia), 404, 'a teacher cannot read what the team votes on')
    assert.equal(await ask('school', people.tomas.toUpperCase()), 422, 'one voter spelt in two ways is one voter')
    assert.equal(await ask('school', people.maria.toUpperCase()), 422, 'whoever facilitates does not vote')
    assert.equal(await ask('school', people.lucia), 303)
  })

  it('as a person in whom a resource lies, or who uses it, is somebody whom the writer may look up', async () => {
    const { omar, stranger, lucia } = world.ids.people
    const resource = await resourceOf('maria', 'lincoln', 'school')
    const at = { ...LINCOLN, resource }
    const said = { kind: 'tools', name: 'A thing', circle: 'school', version: '1' }
    for (const outsider of [omar, stranger, newRandomId()]) {
      assert.equal((await world.as('maria').post(urls.resource(at), { ...said, personIds: [outsider] })).status, 404)
      const use = { purpose: 'Reading', beganOn: '2026-09-10', personIds: [outsider] }
      assert.equal((await world.as('maria').post(urls.resourceUses(at), use)).status, 404)
    }
    assert.equal((await world.as('maria').post(urls.resource(at), { ...said, personIds: [lucia, lucia.toUpperCase()] })).status, 303)
  })

  it('as a person in whom a resource lies already may stay, though the writer could not have named them', async () => {
    const { omar, lucia } = world.ids.people
    const scope = await world.scope('dana')
    const rooted = await addResource(world.deps.db, scope, world.ids.schools.lincoln, { kind: 'tools', name: 'Shared', personIds: [omar] })
    const said = { kind: 'tools', name: 'Shared', circle: 'school', version: '1', personIds: [omar, lucia] }
    assert.equal((await world.as('maria').post(urls.resource({ ...LINCOLN, resource: rooted }), said)).status, 303)
  })

  it('as a use from which something came is one that the writer might have written', async () => {
    const theirs = await useOf('omar', await resourceOf('omar', 'rivera', 'district'))
    const resource = await resourceOf('maria', 'lincoln', 'school')
    const use = await useOf('maria', resource)
    const form = { kind: 'tools', name: 'Grown', occurredOn: '2026-09-20', otherUseIds: [theirs] }
    assert.equal((await world.as('maria').post(urls.resourceGenerations({ ...LINCOLN, resource, use }), form)).status, 409)
  })

  it('does not carry the team’s words to where the school reads', async () => {
    const { db } = world.deps
    const [maria, place, goalId] = [await world.scope('maria'), placeOf('lincoln'), await goalIn('school')]
    const theory = { leadersDo: 'x', adultsChange: 'x', studentsGain: 'x', circle: 'team' as const }
    const strategy = await drawStrategy(db, maria, place, goalId, theory)
    const driver = await addDriver(db, maria, place, strategy, { statement: 'x', why: '', measureId: null })
    const ideaId = await addIdea(db, maria, place, strategy, driver, CANARY)
    const plan = { prediction: '', planWhat: '', planWho: '', beginsOn: null, endsOn: null, ledBy: null, measureId: null, parentId: null }
    const cycle = await planCycle(db, maria, place, { goalId, ideaId, question: 'What comes of it?', circle: 'school', ...plan })
    const addresses = [
      urls.cycle({ ...LINCOLN, cycle }),
      urls.cycles(LINCOLN),
      urls.now(LINCOLN),
      urls.apiCycles({ tenant: 'cedar-valley' }),
    ]
    for (const address of addresses) {
      const text = await (await world.as('lucia').get(address)).text()
      assert.equal(text.includes(CANARY) || text.includes(strategy), false, address)
    }
    assert.ok((await (await world.as('maria').get(urls.cycle({ ...LINCOLN, cycle }))).text()).includes(CANARY))
  })

  it('does not carry a goal of the team to whoever reads the resource that serves it', async () => {
    const resource = await resourceOf('maria', 'lincoln', 'school')
    const goalId = await goalIn('team')
    const form = { purpose: 'Reading', beganOn: '2026-09-10', goalId }
    assert.equal((await world.as('maria').post(urls.resourceUses({ ...LINCOLN, resource }), form)).status, 303)
    const address = urls.apiResource({ tenant: 'cedar-valley', resource })
    assert.equal((await (await world.as('lucia').get(address)).text()).includes(goalId), false)
    assert.equal((await (await world.as('maria').get(address)).text()).includes(goalId), true)
  })

  async function hired(roles: readonly (readonly [string, Role])[]): Promise<{ id: string; path: string; memberships: string[] }> {
    const system = await world.system()
    const id = await addPerson(world.deps.db, system, { givenName: 'Ines', familyName: 'Marsh', email: '' })
    const memberships: string[] = []
    for (const [unitId, role] of roles)
      memberships.push(await grantRole(world.deps.db, system, id, { unitId, role, beginsOn: '2026-07-01', endsOn: null }))
    return { id, path: urls.adminInvitations({ tenant: 'cedar-valley', person: id }), memberships }
  }

  it('as whom a principal invites has every role in that principal’s school: an address gives all of them', async () => {
    const { schools, roots } = world.ids
    const both = await hired([
      [schools.lincoln, 'teacher'],
      [roots['cedar-valley'], 'administrator'],
    ])
    const gone = await hired([
      [schools.lincoln, 'teacher'],
      [schools.rivera, 'teacher'],
    ])
    await endRole(world.deps.db, await world.system(), gone.memberships[0] ?? '')
    for (const { path } of [both, gone]) {
      assert.equal((await world.as('maria').get(path)).status, 404)
      assert.equal((await world.as('maria').post(path, { email: 'maria.at.home@mail.example' })).status, 404)
      assert.equal((await world.as('ada').get(path)).status, 200)
    }
    assert.equal((await world.as('omar').get(gone.path)).status, 200)
  })
})
