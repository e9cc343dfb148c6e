import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/support/world.ts'
import { urls } from '../../urls.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const RIVERA = { tenant: 'cedar-valley', place: 'rivera' }
const SHARE = { name: 'Students who explain', kind: 'proportion', better: 'up', definition: 'Of those called on.', circle: 'school' }
const VALUE = {
  name: 'Minutes of talk',
  kind: 'value',
  unitOfMeasure: 'minutes',
  better: 'down',
  definition: 'By the clock on the wall.',
  circle: 'school',
}

describe('a measure', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  async function measure(fields: Record<string, string> = SHARE): Promise<string> {
    const answer = await world.as('tomas').post(urls.measures(LINCOLN), fields)
    assert.equal(answer.status, 303)
    return /measures\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  }

  async function page(id: string, persona: Parameters<World['as']>[0] = 'tomas', query: Record<string, string> = {}): Promise<string> {
    return await (await world.as(persona).get(urls.measure({ ...LINCOLN, measure: id }, query))).text()
  }

  function points(id: string) {
    return urls.measurePoints({ ...LINCOLN, measure: id })
  }

  /** Eighteen weeks: ten as ever, eight clearly higher. */
  const WEEKS = [10, 12, 9, 11, 10, 13, 9, 12, 10, 11, 18, 19, 17, 18, 20, 18, 19, 18].map((events, index) => {
    const day = new Date(Date.UTC(2026, 4, 4 + 7 * index)).toISOString().slice(0, 10)
    return `${day},${events},24`
  })

  it('is asked for kindly where there is none', async () => {
    const text = await (await world.as('omar').get(urls.measures(RIVERA))).text()
    assert.match(text, /What would you count, every week/)
  })

  it('is shown with its goal, and alone where the goal asks', async () => {
    const made = await world.as('maria').post(urls.goals(LINCOLN), { statement_en: 'Every student explains.', circle: 'school' })
    const goal = /goals\/([0-9a-f-]{36})/.exec(made.headers.get('location') ?? '')?.[1] ?? ''
    await measure({ ...SHARE, name: 'Of the goal', goalId: goal })
    await measure({ ...SHARE, name: 'Of no goal' })
    const shown = await (await world.as('tomas').get(urls.measures(LINCOLN, { goal }))).text()
    assert.match(shown, /Of the goal/)
    assert.doesNotMatch(shown, /Of no goal/)
    assert.ok((await (await world.as('tomas').get(urls.goal({ ...LINCOLN, goal }))).text()).includes(urls.measures(LINCOLN, { goal })))
  })

  it('begins empty, takes one point, and says that one is too few', async () => {
    const id = await measure()
    assert.match(await page(id), /What did you see the last time you looked/)
    const answer = await world.as('tomas').post(points(id), { observedOn: '2026-10-05', events: 12, total: 24, note: 'three rooms' })
    assert.equal(answer.status, 303)
    const text = await page(id)
    assert.match(text, /One point so far: too few to say/)
    assert.match(text, /12 of 24 \(50%\)/)
  })

  it('comes back with what was typed and the reason at its field', async () => {
    const id = await measure()
    const more = await world.as('tomas').post(points(id), { observedOn: '2026-10-05', events: 30, total: 24 })
    const text = await more.text()
    assert.equal(more.status, 422)
    assert.match(text, /There cannot be more than all of them/)
    assert.match(text, /value="30"/)
    const ahead = await world.as('tomas').post(points(id), { observedOn: '2026-10-07', events: 3, total: 24 })
    assert.match(await ahead.text(), /This day has not come yet/)
    const nothing = await world.as('tomas').post(urls.measures(LINCOLN), { ...SHARE, name: ' ' })
    assert.equal(nothing.status, 422)
    assert.match(await nothing.text(), /Please fill this in/)
  })

  it('takes pasted lines, says improved on a signal against its baseline, and changes nothing the second time', async () => {
    const id = await measure()
    const phases = urls.measurePhases({ ...LINCOLN, measure: id })
    assert.equal((await world.as('tomas').post(points(id), { lines: WEEKS.join('\n') })).status, 303)
    assert.equal((await world.as('tomas').post(phases, { startsOn: '2026-05-04', label: 'Before', frozen: 'yes' })).status, 303)
    assert.equal((await world.as('tomas').post(phases, { startsOn: '2026-07-13', label: 'Planning together' })).status, 303)
    const before = await page(id)
    assert.match(before, /Better since Jul 13/)
    assert.match(before, /Improved/)
    assert.match(before, /p chart\./)
    assert.match(before, /Planning together/)
    assert.equal((await world.as('tomas').post(points(id), { lines: WEEKS.join('\n') })).status, 303)
    assert.match(await page(id), /All 18 points/)
    assert.match(await page(id, 'tomas', { chart: 'run' }), /Run chart\./)
    const csv = await world.as('dana').get(urls.measureCsv({ ...LINCOLN, measure: id }))
    assert.match(await csv.text(), /^day,events,total,note\r\n2026-05-04,10,24,\r\n/)
  })

  it('names every bad line and takes none of the good ones', async () => {
    const id = await measure(VALUE)
    const answer = await world.as('tomas').post(points(id), { lines: '2026-09-01,12\n2026-13-01,4\n2026-09-08,many' })
    const text = await answer.text()
    assert.equal(answer.status, 422)
    assert.match(text, /2 lines to put right/)
    assert.match(text, /2026-13-01,4/)
    assert.match(text, /A number, like 12.5/)
    assert.match(await page(id), /What did you see the last time you looked/)
  })

  it('loses a point, a phase and a note that were mistakes', async () => {
    const id = await measure(VALUE)
    await world.as('tomas').post(points(id), { observedOn: '2026-10-01', value: '12,5' })
    await world.as('tomas').post(urls.measureNotes({ ...LINCOLN, measure: id }), { onDay: '2026-10-01', text: 'Fire drill' })
    await world.as('tomas').post(urls.measurePhases({ ...LINCOLN, measure: id }), { startsOn: '2026-10-01', label: 'Autumn' })
    const text = await page(id)
    assert.match(text, /12\.5 minutes/)
    for (const noun of ['points', 'phases', 'notes']) {
      const address = new RegExp(`action="([^"]+/${noun}/[0-9a-f-]{36}/removal)"`).exec(text)?.[1] ?? ''
      assert.equal((await world.as('tomas').post(address)).status, 303, noun)
    }
    assert.doesNotMatch(await page(id), /Fire drill|Autumn|12\.5/)
  })

  it('can be reworded, but not over somebody else’s words', async () => {
    const id = await measure()
    const { kind: _, ...fields } = { ...SHARE, name: 'Students who say why' }
    assert.equal((await world.as('maria').post(urls.measure({ ...LINCOLN, measure: id }), { ...fields, version: 1 })).status, 303)
    assert.match(await page(id), /Students who say why/)
    assert.equal((await world.as('tomas').post(urls.measure({ ...LINCOLN, measure: id }), { ...fields, version: 1 })).status, 409)
  })

  it('is read by teachers and the district, and written by the leadership team alone', async () => {
    const id = await measure()
    for (const reader of ['lucia', 'dana'] as const) {
      assert.match(await page(id, reader), /Students who explain/)
      assert.equal((await world.as(reader).post(points(id), { observedOn: '2026-10-05', events: 1, total: 2 })).status, 409)
    }
  })

  it('are begun by the leadership team, and others see why they cannot', async () => {
    await measure()
    const text = await (await world.as('lucia').get(urls.measures(LINCOLN))).text()
    assert.match(text, /Add a measure[\s\S]{0,400}Your role here can read this, not change it/)
  })

  it('is not there for a neighbour, under another school, in another district, or outside its circle', async () => {
    const id = await measure()
    assert.equal((await world.as('omar').get(urls.measure({ ...LINCOLN, measure: id }))).status, 404)
    assert.equal((await world.as('omar').get(urls.measure({ ...RIVERA, measure: id }))).status, 404)
    assert.equal(
      (await world.as('omar').post(urls.measurePoints({ ...RIVERA, measure: id }), { observedOn: '2026-10-05', events: 1, total: 2 }))
        .status,
      404,
    )
    assert.equal((await world.as('stranger').get(urls.measure({ tenant: 'oak-hollow', place: 'willow', measure: id }))).status, 404)
    assert.equal((await world.as('dana').get(urls.measure({ ...RIVERA, measure: id }))).status, 404)
    const told = await measure({ ...SHARE, circle: 'district' })
    const point = { observedOn: '2026-10-05', events: 1, total: 2 }
    assert.equal((await world.as('omar').post(urls.measurePoints({ ...RIVERA, measure: told }), point)).status, 404)
    const own = await measure({ ...SHARE, circle: 'team' })
    assert.equal((await world.as('lucia').get(urls.measure({ ...LINCOLN, measure: own }))).status, 404)
    assert.equal((await world.as('dana').get(urls.measure({ ...LINCOLN, measure: own }))).status, 404)
    assert.equal((await world.as('maria').get(urls.measure({ ...LINCOLN, measure: own }))).status, 200)
  })
})
