import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../test/support/world.ts'
import { addResource } from '../slices/resources/commands.ts'
import { grantRole } from '../slices/organizations/commands.ts'
import { endEvaluation, nameEvaluator } from '../slices/organizations/staff/commands.ts'
import { urls } from '../urls.ts'

describe('how far a person reaches', () => {
  let world: World
  const board = urls.resources({ tenant: 'cedar-valley', place: 'lincoln' })
  before(async () => {
    world = await openWorld()
    const maria = await world.scope('maria')
    await addResource(world.deps.db, maria, world.ids.schools.lincoln, { kind: 'knowledge', name: 'What we are unsure of', circle: 'team' })
  })
  after(() => world.close())

  it('ends where a role ends, and begins on its day', async () => {
    const ada = await world.scope('ada')
    const teaches = { unitId: world.ids.schools.rivera, role: 'teacher', beginsOn: '2026-10-10', endsOn: '2026-10-20' } as const
    await grantRole(world.deps.db, ada, world.ids.people.ben, teaches)
    const before = await world.scope('ben')
    world.clock.turnTo(new Date('2026-10-12T17:00:00Z'))
    const during = await world.scope('ben')
    world.clock.turnTo(new Date('2026-10-20T17:00:00Z'))
    const afterwards = await world.scope('ben')
    const reaches = [before, during, afterwards].map((scope) => scope.places.includes(world.ids.schools.rivera))
    assert.deepEqual(reaches, [false, true, false])
  })

  it('leaves whoever evaluates the principal outside of the team’s own space, even with a role in the team', async () => {
    const { db } = world.deps
    const { people, schools } = world.ids
    const ada = await world.scope('ada')
    await grantRole(db, ada, people.dana, { unitId: schools.lincoln, role: 'teacher_leader', beginsOn: '2026-10-01', endsOn: null })
    assert.match(await (await world.as('dana').get(board)).text(), /What we are unsure of/)
    await nameEvaluator(db, ada, { evaluatorId: people.dana, evaluatedId: people.maria })
    assert.doesNotMatch(await (await world.as('dana').get(board)).text(), /What we are unsure of/)
    assert.match(await (await world.as('tomas').get(board)).text(), /What we are unsure of/)
  })

  it('opens it again when the evaluation has ended', async () => {
    const { db } = world.deps
    const ada = await world.scope('ada')
    const page = await (await world.as('ada').get(urls.adminPerson({ tenant: 'cedar-valley', person: world.ids.people.maria }))).text()
    const evaluates = /evaluators\/([0-9a-f-]{36})\/end/.exec(page)?.[1] ?? ''
    await endEvaluation(db, ada, evaluates)
    assert.match(await (await world.as('dana').get(board)).text(), /What we are unsure of/)
  })
})
