import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/support/world.ts'
import { urls } from '../../urls.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const RIVERA = { tenant: 'cedar-valley', place: 'rivera' }
const PLAN = {
  question: 'Do two planned questions a day help?',
  prediction: 'Half of them will say why',
  planWho: 'Two teachers',
  circle: 'school',
}
const STUDY = { studiedOn: '2026-10-06', result: 'A third of them did', asPredicted: 'partly', learnedFirst: 'Planned questions get used' }

type Who = Parameters<World['as']>[0]

describe('a cycle', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  async function made(url: string, fields: Record<string, string>, noun: string): Promise<string> {
    const answer = await world.as('tomas').post(url, fields)
    assert.equal(answer.status, 303, await answer.clone().text())
    return new RegExp(`${noun}/([0-9a-f-]{36})`).exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  }

  const goal = () => made(urls.goals(LINCOLN), { statement_en: 'Every student explains', circle: 'school' }, 'goals')
  const plan = async (fields: Record<string, string> = {}) =>
    await made(urls.cycles(LINCOLN), { goalId: fields['goalId'] ?? (await goal()), ...PLAN, ...fields }, 'cycles')
  const post = (
    address: 'cycleStart' | 'cycleObservations' | 'cycleStudy' | 'cycleDecision',
    cycle: string,
    fields: Record<string, string>,
    persona: Who = 'tomas',
  ) => world.as(persona).post(urls[address]({ ...LINCOLN, cycle }), fields)

  async function page(cycle: string, persona: Who = 'tomas'): Promise<string> {
    return await (await world.as(persona).get(urls.cycle({ ...LINCOLN, cycle }))).text()
  }

  /** A cycle that has begun and been seen once. */
  async function begun(fields: Record<string, string> = {}): Promise<string> {
    const id = await plan(fields)
    assert.equal((await post('cycleStart', id, { startedOn: '2026-10-01' })).status, 303)
    assert.equal((await post('cycleObservations', id, { observedOn: '2026-10-05', seen: 'Eight of twenty said why' }, 'lucia')).status, 303)
    return id
  }

  it('is asked for kindly where there is none', async () => {
    assert.match(await (await world.as('omar').get(urls.cycles(RIVERA))).text(), /What could you try with five students next week/)
  })

  it('goes its whole way: predicted, begun, seen, studied, adapted, and on into the next', async () => {
    const goalId = await goal()
    const id = await begun({ goalId })
    const doing = await page(id)
    assert.match(doing, /Half of them will say why/)
    assert.match(doing, /stands since October 1, 2026/)
    assert.match(doing, /Eight of twenty said why/)
    assert.match(doing, /Lucia Ferro/)
    assert.equal((await post('cycleStudy', id, { ...STUDY, learnedSecond: 'Tuesdays are too full' })).status, 303)
    assert.equal(
      (await post('cycleDecision', id, { decision: 'adapt', reason: 'One question, not two', decidedOn: '2026-10-06' })).status,
      303,
    )
    const done = await page(id)
    for (const said of [
      /A third of them did/,
      /In part/,
      /Planned questions get used/,
      /Tuesdays are too full/,
      /Adapt\./,
      /Plan the next cycle/,
    ])
      assert.match(done, said)
    const next = await plan({ goalId, parentId: id, question: 'Does one question help?' })
    assert.match(await page(next), /Comes after/)
    assert.match(await page(id), /2\. Does one question help\?/)
  })

  it('does not begin without a prediction, and keeps it as it was said from then on', async () => {
    const id = await plan({ prediction: '' })
    assert.match(await page(id), /Write the prediction first/)
    assert.equal((await post('cycleStart', id, { startedOn: '2026-10-06' })).status, 409)
    const edit = urls.cycle({ ...LINCOLN, cycle: id })
    assert.equal((await world.as('tomas').post(edit, { ...PLAN, version: 1 })).status, 303)
    assert.equal((await world.as('tomas').post(edit, { ...PLAN, version: 1 })).status, 409)
    assert.equal((await post('cycleStart', id, { startedOn: '2026-10-06' })).status, 303)
    assert.equal((await world.as('tomas').post(edit, { ...PLAN, prediction: 'A third of them', version: 2 })).status, 409)
  })

  it('is not studied before anything was seen, nor decided before it was studied', async () => {
    const id = await plan()
    await post('cycleStart', id, { startedOn: '2026-10-01' })
    assert.equal((await post('cycleStudy', id, STUDY)).status, 409)
    assert.equal((await post('cycleDecision', id, { decision: 'adopt', reason: 'It works', decidedOn: '2026-10-06' })).status, 409)
  })

  it('comes back with what was typed where a day or a line does not fit', async () => {
    const id = await begun()
    const early = await post('cycleObservations', id, { observedOn: '2026-09-30', seen: 'Seen too early' })
    assert.equal(early.status, 422)
    assert.match(await early.text(), /before what came first[^]*Seen too early/)
    const empty = await post('cycleStudy', id, { ...STUDY, learnedFirst: '' })
    assert.equal(empty.status, 422)
    assert.match(await empty.text(), /A third of them did/)
    const backwards = await world
      .as('tomas')
      .post(urls.cycles(LINCOLN), { goalId: await goal(), ...PLAN, beginsOn: '2026-10-10', endsOn: '2026-10-01' })
    assert.equal(backwards.status, 422)
    assert.match(await backwards.text(), /A plan ends after it begins/)
  })

  it('shows the chart of its measure, with the day on which it began', async () => {
    const measureId = await made(
      urls.measures(LINCOLN),
      { name: 'Who explains', kind: 'value', better: 'up', definition: 'Counted.', circle: 'school' },
      'measures',
    )
    const lines = Array.from(
      { length: 12 },
      (_, index) => `2026-0${7 + Math.floor(index / 4)}-0${1 + 2 * (index % 4)},${10 + (index % 3)}`,
    ).join('\n')
    assert.equal((await world.as('tomas').post(urls.measurePoints({ ...LINCOLN, measure: measureId }), { lines })).status, 303)
    const text = await page(await begun({ measureId }))
    assert.match(text, /12 points around 11, and no signal/)
    assert.match(text, /cycle 1 begins/)
  })

  it('is seen and told by teachers, written by the leadership team alone', async () => {
    const id = await plan()
    assert.match(await page(id, 'dana'), /Half of them will say why/)
    for (const reader of ['lucia', 'dana'] as const)
      assert.equal((await post('cycleStart', id, { startedOn: '2026-10-06' }, reader)).status, 409)
    await post('cycleStart', id, { startedOn: '2026-10-01' })
    assert.equal((await post('cycleObservations', id, { observedOn: '2026-10-05', seen: 'Seen from outside' }, 'dana')).status, 409)
  })

  it('is not there for a neighbour, under another school, in another district, or outside its circle', async () => {
    const id = await begun()
    const own = await plan({ circle: 'team' })
    assert.equal((await world.as('omar').get(urls.cycle({ ...LINCOLN, cycle: id }))).status, 404)
    assert.equal((await world.as('omar').get(urls.cycle({ ...RIVERA, cycle: id }))).status, 404)
    assert.equal((await world.as('omar').post(urls.cycleStudy({ ...RIVERA, cycle: id }), STUDY)).status, 404)
    assert.equal((await world.as('stranger').get(urls.cycle({ tenant: 'oak-hollow', place: 'willow', cycle: id }))).status, 404)
    assert.equal((await world.as('dana').get(urls.cycle({ ...RIVERA, cycle: id }))).status, 404)
    const told = await begun({ circle: 'district' })
    assert.equal((await world.as('omar').post(urls.cycleStudy({ ...RIVERA, cycle: told }), STUDY)).status, 404)
    for (const outside of ['lucia', 'dana'] as const)
      assert.equal((await world.as(outside).get(urls.cycle({ ...LINCOLN, cycle: own }))).status, 404)
  })

  it('takes only what its place knows', async () => {
    const foreign = { ledBy: world.ids.people.omar }
    assert.equal((await world.as('tomas').post(urls.cycles(LINCOLN), { goalId: await goal(), ...PLAN, ...foreign })).status, 404)
    assert.equal((await world.as('omar').post(urls.cycles(RIVERA), { goalId: await goal(), ...PLAN })).status, 404)
  })
})
