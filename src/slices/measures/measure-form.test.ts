import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/support/world.ts'
import { urls } from '../../urls.ts'
import { nameEvaluator } from '../organizations/staff/commands.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const FORM = { name: 'Rooms visited', better: 'up', definition: 'By the list on the door.', circle: 'school' }

describe('the form of a measure whose goal its editor cannot read', () => {
  let world: World
  before(async () => {
    world = await openWorld()
    const { maria, tomas } = world.ids.people
    // Whoever evaluates the principal is outside of the team's own space, and still writes what the school watches.
    await nameEvaluator(world.deps.db, await world.scope('ada'), { evaluatorId: tomas, evaluatedId: maria })
  })
  after(() => world.close())

  async function goalOf(circle: string): Promise<string> {
    const made = await world.as('maria').post(urls.goals(LINCOLN), { statement_en: `A goal of the ${circle}`, circle })
    return /goals\/([0-9a-f-]{36})/.exec(made.headers.get('location') ?? '')?.[1] ?? ''
  }

  async function measureOf(goalId: string): Promise<string> {
    const made = await world.as('maria').post(urls.measures(LINCOLN), { ...FORM, kind: 'value', goalId })
    return /measures\/([0-9a-f-]{36})/.exec(made.headers.get('location') ?? '')?.[1] ?? ''
  }

  async function formOf(measure: string, persona: 'maria' | 'tomas'): Promise<string> {
    return await (await world.as(persona).get(urls.measureEdit({ ...LINCOLN, measure }))).text()
  }

  async function save(measure: string, fields: Record<string, string>): Promise<number> {
    return (await world.as('tomas').post(urls.measure({ ...LINCOLN, measure }), { ...FORM, version: '1', ...fields })).status
  }

  async function goalNow(measure: string): Promise<unknown> {
    const shown = await world.as('maria').get(urls.apiMeasure({ tenant: 'cedar-valley', measure }))
    return JSON.parse(await shown.text()).goalId
  }

  it('offers to keep it without telling which it is, and keeps it', async () => {
    const goal = await goalOf('team')
    const measure = await measureOf(goal)
    const page = await formOf(measure, 'tomas')
    assert.match(page, /<option value="kept" selected[^>]*>A goal that you cannot read</)
    assert.equal(page.includes(goal), false)
    assert.equal(page.includes('A goal of the team'), false)
    assert.equal(await save(measure, { goalId: 'kept', name: 'Rooms seen' }), 303)
    assert.match(await formOf(measure, 'maria'), /Rooms seen/)
    assert.equal(await goalNow(measure), goal)
  })

  it('comes back with it still chosen where something else is wrong', async () => {
    const measure = await measureOf(await goalOf('team'))
    const answer = await world.as('tomas').post(urls.measure({ ...LINCOLN, measure }), { ...FORM, version: '1', goalId: 'kept', name: ' ' })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /<option value="kept" selected/)
  })

  it('lets it go where the editor says so, and names another in its stead', async () => {
    const [one, two] = [await measureOf(await goalOf('team')), await measureOf(await goalOf('team'))]
    const open = await goalOf('school')
    assert.equal(await save(one, { goalId: '' }), 303)
    assert.equal(await save(two, { goalId: open }), 303)
    assert.deepEqual([await goalNow(one), await goalNow(two)], [null, open])
  })

  it('offers nothing of the kind where the goal can be read or there is none, and does not take it', async () => {
    for (const goal of [await goalOf('school'), '']) {
      const measure = await measureOf(goal)
      assert.doesNotMatch(await formOf(measure, 'tomas'), /value="kept"/)
      assert.equal(await save(measure, { goalId: 'kept' }), 409)
      assert.equal(await goalNow(measure), goal || null)
    }
    assert.doesNotMatch(await (await world.as('tomas').get(urls.measureNew(LINCOLN))).text(), /value="kept"/)
    assert.equal((await world.as('tomas').post(urls.measures(LINCOLN), { ...FORM, kind: 'value', goalId: 'kept' })).status, 422)
  })

  it('does not take the id of a goal that the editor cannot read', async () => {
    const measure = await measureOf(await goalOf('team'))
    assert.equal(await save(measure, { goalId: await goalOf('team') }), 404)
  })
})
