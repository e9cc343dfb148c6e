import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../../../test/support/world.ts'
import { urls } from '../../../../urls.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const SHARE = { name: 'Absent twice', kind: 'proportion', better: 'down', definition: 'Two days or more.', circle: 'school' }

/** Shares of fifty that lie further apart than chance has them. */
const EVENTS = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6]

describe('the page of a measure whose shares vary more than chance', () => {
  let world: World
  let measure: string
  before(async () => {
    world = await openWorld()
    const made = await world.as('tomas').post(urls.measures(LINCOLN), SHARE)
    measure = /measures\/([0-9a-f-]{36})/.exec(made.headers.get('location') ?? '')?.[1] ?? ''
    const lines = EVENTS.map((events, at) => `${new Date(Date.UTC(2026, 1, 2 + 7 * at)).toISOString().slice(0, 10)},${events},50`)
    assert.equal((await world.as('tomas').post(urls.measurePoints({ ...LINCOLN, measure }), { lines: lines.join('\n') })).status, 303)
  })
  after(() => world.close())

  const page = async (query: Record<string, string> = {}) =>
    await (await world.as('tomas').get(urls.measure({ ...LINCOLN, measure }, query))).text()

  it('shows Laney’s limits, says why, and offers the plain ones', async () => {
    const shown = await page()
    assert.match(shown, /p′ chart \(Laney\)\./)
    assert.match(shown, /vary more than chance alone explains; the limits take that into account/)
    assert.match(shown, /no signal: ordinary ups and downs/)
    assert.ok(shown.includes(urls.measure({ ...LINCOLN, measure }, { chart: 'p' })))
  })

  it('shows the plain ones where they are asked for, with what they leave out, and the way back', async () => {
    const shown = await page({ chart: 'p' })
    assert.match(shown, /p chart\.<\/strong> You chose this one/)
    assert.match(shown, /Worse since/)
    assert.match(shown, /these limits leave that out/)
    assert.match(shown, /Show as p′ chart \(Laney\)/)
  })
})
