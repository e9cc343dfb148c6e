import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const VALUE = { kind: 'value', unitOfMeasure: 'talks', better: 'up', definition: 'By the list on the door.', circle: 'school' }

describe('what is watched, on the page of a goal', () => {
  let world: World
  let goal: string
  before(async () => {
    world = await openWorld()
    const made = await world.as('maria').post(urls.goals(LINCOLN), { statement_en: 'Every student explains.', circle: 'school' })
    goal = /goals\/([0-9a-f-]{36})/.exec(made.headers.get('location') ?? '')?.[1] ?? ''
  })
  after(() => world.close())

  async function page(persona: Parameters<World['as']>[0]): Promise<string> {
    return await (await world.as(persona).get(urls.goal({ ...LINCOLN, goal }))).text()
  }

  async function watch(fields: Record<string, string>): Promise<string> {
    const answer = await world.as('maria').post(urls.measures(LINCOLN), { ...VALUE, ...fields })
    return /measures\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  }

  it('is asked for where there is nothing, of whoever may begin it', async () => {
    assert.match(await page('maria'), /What would show, week by week/)
    assert.ok((await page('maria')).includes(urls.measureNew(LINCOLN, { goal })))
    assert.equal((await page('lucia')).includes(urls.measureNew(LINCOLN, { goal })), false)
  })

  it('is named with its latest figure and what may be said, six of them at most, with the way to all', async () => {
    for (const at of [1, 2, 3, 4, 5, 6, 7]) await watch({ name: `Watched ${at}`, goalId: goal })
    const first = await watch({ name: 'A first one', goalId: goal })
    await watch({ name: 'Of no goal' })
    for (const [day, value] of [
      ['2026-10-01', 4],
      ['2026-10-02', 6],
    ] as const)
      await world.as('maria').post(urls.measurePoints({ ...LINCOLN, measure: first }), { observedOn: day, value })
    const shown = await page('lucia')
    assert.match(shown, /6 talks/)
    assert.match(shown, /Too few to say/)
    assert.match(shown, /class="sparkline"/)
    assert.match(shown, /Watched 5/)
    assert.doesNotMatch(shown, /Watched 6|Of no goal/)
    assert.match(shown, /All 8 measures of this goal/)
    assert.ok(shown.includes(urls.measures(LINCOLN, { goal })))
  })

  it('is what the reader may see', async () => {
    await watch({ name: 'A for the team', goalId: goal, circle: 'team' })
    assert.match(await page('maria'), /A for the team/)
    assert.doesNotMatch(await page('lucia'), /A for the team/)
    assert.match(await page('lucia'), /All 8 measures/)
  })
})
