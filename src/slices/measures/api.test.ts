import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { surveysIn } from '../../../test/support/asked-staff.ts'
import { openWorld, type World } from '../../../test/support/world.ts'
import { urls } from '../../urls.ts'
import { endRole } from '../organizations/commands.ts'

const tenant = 'cedar-valley'
const list = urls.apiMeasures({ tenant })
const SOLVING = { framework: 'district_capacity', variable: 'collective_problem_solving' }
const DRAFT = { name: 'Talks in a week', kind: 'value', unitOfMeasure: 'talks', better: 'up', definition: 'By the list on the door.' }

type MeasureJson = {
  id: string
  name: string
  unitOfMeasure: string
  goalId: string | null
  variable: object | null
  verdict: string
  version: number
  points: { observedOn: string; value: number | null; events: number | null; total: number | null }[]
}
type Reader = Parameters<World['as']>[0]

describe('measures in the API', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  async function create(body: object = {}, persona: Reader = 'maria'): Promise<Response> {
    return await world.as(persona).json('POST', list, { unitId: world.ids.schools.lincoln, ...DRAFT, ...body })
  }

  async function created(body: object = {}): Promise<MeasureJson> {
    const answer = await create(body)
    assert.equal(answer.status, 201)
    return await read<MeasureJson>(answer)
  }

  async function goalOf(circle: string): Promise<string> {
    const made = await world
      .as('maria')
      .json('POST', urls.apiGoals({ tenant }), { unitId: world.ids.schools.lincoln, statement: { en: 'A goal' }, circle })
    return (await read<{ id: string }>(made)).id
  }

  async function leave(person: 'ben'): Promise<void> {
    const system = await world.system()
    const [role] = await surveysIn(world).rows<{ id: string }>('select id from membership where person_id = $1 and ends_on is null', [
      world.ids.people[person],
    ])
    await endRole(world.deps.db, system, role?.id ?? '')
  }

  it('are begun for a goal and about a variable, with an address and a version', async () => {
    const goalId = await goalOf('school')
    const answer = await create({ goalId, variable: SOLVING })
    const measure = await read<MeasureJson>(answer)
    assert.equal(answer.headers.get('location'), urls.apiMeasure({ tenant, measure: measure.id }))
    assert.equal(answer.headers.get('etag'), '"1"')
    assert.deepEqual([measure.goalId, measure.variable, measure.verdict, measure.points], [goalId, SOLVING, 'few', []])
    assert.deepEqual(await read(await world.as('lucia').get(urls.apiMeasure({ tenant, measure: measure.id }))), measure)
  })

  it('take points, one a day, of their own kind', async () => {
    const { id } = await created()
    const points = urls.apiMeasurePoints({ tenant, measure: id })
    const first = await world.as('tomas').json('POST', points, { observedOn: '2026-10-01', value: 4, note: 'counted' })
    assert.equal(first.status, 201)
    assert.deepEqual((await read<MeasureJson>(first)).points[0]?.value, 4)
    const refusals = [
      { observedOn: '2026-10-01', value: 5 },
      { observedOn: '2026-10-02', events: 1, total: 2 },
      { observedOn: '2027-10-02', value: 5 },
    ]
    for (const body of refusals) assert.equal((await world.as('tomas').json('POST', points, body)).status, 409)
    assert.equal((await world.as('tomas').json('POST', points, { observedOn: 'yesterday', value: 5 })).status, 422)
  })

  it('take no share of nothing', async () => {
    const { id } = await created({ kind: 'proportion' })
    const points = urls.apiMeasurePoints({ tenant, measure: id })
    const add = (events: number, total: number) => world.as('tomas').json('POST', points, { observedOn: '2026-10-01', events, total })
    assert.equal((await add(0, 0)).status, 422)
    assert.equal((await add(3, 2)).status, 409)
    assert.equal((await add(0, 2)).status, 201)
  })

  it('are changed under If-Match, and keep what is not named', async () => {
    const goalId = await goalOf('team')
    const { id } = await created({ goalId, variable: SOLVING })
    const at = urls.apiMeasure({ tenant, measure: id })
    const patch = (version: string, body: object, persona: Reader = 'maria') =>
      world.as(persona).json('PATCH', at, body, { 'if-match': version })
    const answer = await patch('"1"', { name: 'Talks' })
    assert.equal(answer.status, 200)
    const { name, unitOfMeasure, variable, version } = await read<MeasureJson>(answer)
    assert.deepEqual([name, unitOfMeasure, variable, version], ['Talks', 'talks', SOLVING, 2])
    assert.equal((await patch('"1"', { name: 'Late' })).status, 412)
    assert.equal((await read<MeasureJson>(await patch('"2"', { variable: null, circle: 'district' }))).variable, null)
    assert.equal((await patch('"3"', { ownerId: world.ids.people.stranger })).status, 404)
    assert.equal((await patch('"3"', { name: '' })).status, 422)
    for (const persona of ['lucia', 'dana'] as const) assert.equal((await patch('"3"', { name: 'Ours' }, persona)).status, 409)
    for (const persona of ['omar', 'stranger'] as const) assert.equal((await patch('"3"', { name: 'Ours' }, persona)).status, 404)
    assert.equal((await read<MeasureJson>(await world.as('maria').get(at))).goalId, goalId)
  })

  it('keep an owner who has left the place, where nothing else is said', async () => {
    const { id } = await created({ ownerId: world.ids.people.ben })
    await leave('ben')
    const at = urls.apiMeasure({ tenant, measure: id })
    assert.equal((await world.as('maria').json('PATCH', at, { name: 'Talks' }, { 'if-match': '"1"' })).status, 200)
    const form = await (await world.as('maria').get(urls.measureEdit({ tenant, place: 'lincoln', measure: id }))).text()
    assert.match(form, new RegExp(`value="${world.ids.people.ben}" selected`), 'so does the form of the page')
    assert.equal((await create({ ownerId: world.ids.people.ben })).status, 404)
  })

  it('are listed in pages, of one goal where that is asked', async () => {
    const goalId = await goalOf('school')
    const ids = [(await created({ goalId })).id, (await created({ goalId })).id, (await created()).id]
    const all = await read<{ items: MeasureJson[] }>(await world.as('dana').get(urls.apiMeasures({ tenant }, { limit: 100 })))
    for (const id of ids) assert.ok(all.items.some((one) => one.id === id))
    const own = await read<{ items: MeasureJson[]; next: string | null }>(
      await world.as('maria').get(urls.apiMeasures({ tenant }, { goalId, limit: 1 })),
    )
    assert.ok(ids.slice(0, 2).includes(own.items[0]?.id ?? ''))
    assert.ok(own.next)
    const elsewhere = urls.apiMeasures({ tenant }, { unitId: world.ids.schools.rivera })
    assert.deepEqual((await read<{ items: MeasureJson[] }>(await world.as('maria').get(elsewhere))).items, [])
  })

  it('do not name a goal to whoever may not see it', async () => {
    const goalId = await goalOf('team')
    const { id } = await created({ goalId })
    const shown = await read<MeasureJson>(await world.as('lucia').get(urls.apiMeasure({ tenant, measure: id })))
    assert.equal(shown.goalId, null)
    const ofGoal = await world.as('lucia').get(urls.apiMeasures({ tenant }, { goalId }))
    assert.deepEqual((await read<{ items: MeasureJson[] }>(ofGoal)).items, [])
    assert.equal((await read<MeasureJson>(await world.as('maria').get(urls.apiMeasure({ tenant, measure: id })))).goalId, goalId)
  })

  it('refuse a variable, a goal or an owner that is not here, and a field that is wrong', async () => {
    const stranger = world.ids.people.stranger
    const absent = [{ variable: { ...SOLVING, variable: 'luck' } }, { goalId: stranger }, { ownerId: stranger }]
    for (const body of absent) assert.equal((await create(body)).status, 404)
    for (const body of [{ kind: 'colour' }, { name: ' ' }, { variable: SOLVING.variable }]) assert.equal((await create(body)).status, 422)
  })

  it('are not there for a neighbour, and not written by whoever only reads', async () => {
    const { id } = await created()
    const [address, points] = [urls.apiMeasure({ tenant, measure: id }), urls.apiMeasurePoints({ tenant, measure: id })]
    const point = { observedOn: '2026-10-01', value: 4 }
    for (const persona of ['omar', 'stranger', 'sana'] as const) {
      assert.equal((await world.as(persona).get(address)).status, 404)
      assert.equal((await world.as(persona).json('POST', points, point)).status, 404)
      assert.equal((await create({}, persona)).status, 404)
    }
    for (const persona of ['lucia', 'dana'] as const) {
      assert.equal((await world.as(persona).json('POST', points, point)).status, 409)
      assert.equal((await create({}, persona)).status, 409)
    }
    assert.equal((await world.nobody.get(list)).status, 401)
  })

  it('refer to variables of frameworks, which everybody of a district may read', async () => {
    const answer = await world.as('lucia').get(urls.apiFrameworks({ tenant }))
    const { items } = await read<{ items: { key: string; document: { variables: { key: string }[] } }[] }>(answer)
    const framework = items.find(({ key }) => key === SOLVING.framework)
    assert.ok(framework?.document.variables.some(({ key }) => key === SOLVING.variable))
    assert.equal((await world.as('stranger').get(urls.apiFrameworks({ tenant }))).status, 404)
  })
})

async function read<Body>(response: Response): Promise<Body> {
  return JSON.parse(await response.text()) as Body // the schema of the answer was checked by the server
}
