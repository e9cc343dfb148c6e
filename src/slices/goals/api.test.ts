import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/support/world.ts'
import { newRandomId } from '../../platform/ids.ts'
import { urls } from '../../urls.ts'

const tenant = 'cedar-valley'
const list = urls.apiGoals({ tenant })

type GoalJson = {
  id: string
  statement: Record<string, string>
  forWhom: string
  target: string
  state: string
  version: number
  closure: unknown
}
type ProblemJson = { reason: string; errors?: { field: string; message: string }[] }

describe('goals in the API', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  async function created(body: object = {}): Promise<{ goal: GoalJson; response: Response }> {
    const response = await world
      .as('maria')
      .json('POST', list, { unitId: world.ids.schools.lincoln, statement: { en: 'We read every day' }, ...body })
    assert.equal(response.status, 201)
    return { goal: await read<GoalJson>(response), response }
  }

  it('are drafted, with an address and a version', async () => {
    const { goal, response } = await created({ forWhom: 'Grade 2' })
    assert.equal(response.headers.get('location'), urls.apiGoal({ tenant, goal: goal.id }))
    assert.equal(response.headers.get('etag'), '"1"')
    assert.equal(goal.state, 'draft')
    const shown = await world.as('ben').get(urls.apiGoal({ tenant, goal: goal.id }))
    assert.deepEqual(await read<GoalJson>(shown), goal)
  })

  it('are drafted once for one key', async () => {
    const body = { unitId: world.ids.schools.lincoln, statement: { en: 'Only one of these' } }
    const key = { 'idempotency-key': newRandomId() }
    const [one, other] = [await world.as('maria').json('POST', list, body, key), await world.as('maria').json('POST', list, body, key)]
    assert.equal((await read<GoalJson>(one)).id, (await read<GoalJson>(other)).id)
  })

  it('come in pages that follow one another without a gap', async () => {
    for (let n = 0; n < 3; n++) await created()
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const response = await world.as('maria').get(urls.apiGoals({ tenant }, { limit: 2, cursor: cursor || undefined }))
      const page: { items: GoalJson[]; next: string | null } = await read(response)
      seen.push(...page.items.map((goal) => goal.id))
      cursor = page.next
    }
    const all = await read<{ items: GoalJson[] }>(await world.as('maria').get(urls.apiGoals({ tenant }, { limit: 100 })))
    assert.deepEqual(
      seen,
      all.items.map((goal) => goal.id),
    )
    const elsewhere = await world.as('maria').get(urls.apiGoals({ tenant }, { unitId: world.ids.schools.rivera }))
    assert.deepEqual((await read<{ items: GoalJson[] }>(elsewhere)).items, [])
  })

  it('are changed only by whoever names the version that they read; what is not sent stays', async () => {
    const { goal } = await created({ forWhom: 'Grade 2', target: '60 %' })
    const address = urls.apiGoal({ tenant, goal: goal.id })
    const maria = world.as('maria')
    assert.equal((await maria.json('PATCH', address, { target: '70 %' })).status, 428)
    const changed = await maria.json('PATCH', address, { target: '70 %' }, { 'if-match': '"1"' })
    assert.equal(changed.headers.get('etag'), '"2"')
    const now = await read<GoalJson>(changed)
    assert.deepEqual([now.target, now.forWhom, now.statement], ['70 %', 'Grade 2', goal.statement])
    const stale = await maria.json('PATCH', address, { target: '80 %' }, { 'if-match': '"1"' })
    assert.equal(stale.status, 412)
    assert.equal((await read<ProblemJson>(stale)).reason, 'web.stale')
  })

  it('say of each field what was expected', async () => {
    const bad = { unitId: world.ids.schools.lincoln, statement: {}, dueOn: '2026-13-01' }
    const answer = await world.as('maria').json('POST', list, bad)
    assert.equal(answer.status, 422)
    assert.equal(answer.headers.get('content-type')?.split(';')[0], 'application/problem+json')
    const fields = (await read<ProblemJson>(answer)).errors?.map((error) => error.field)
    assert.deepEqual(fields?.toSorted(), ['dueOn', 'statement'])
    const huge = await world.as('maria').json('POST', list, { unitId: world.ids.schools.lincoln, statement: { en: 'x'.repeat(5000) } })
    assert.equal(huge.status, 422)
  })

  it('are closed with what was learned, once', async () => {
    const { goal } = await created()
    const address = urls.apiGoalClosure({ tenant, goal: goal.id })
    const closure = { outcome: 'not_reached', learned: 'We began too late.', closedOn: '2026-10-05' }
    const closed = await read<GoalJson>(await world.as('maria').json('POST', address, closure))
    assert.deepEqual([closed.state, closed.closure], ['closed', closure])
    const again = await world.as('maria').json('POST', address, closure)
    assert.deepEqual([again.status, (await read<ProblemJson>(again)).reason], [409, 'goals.closed_already'])
  })

  it('are not there for the neighbour, nor for another tenant', async () => {
    const { goal } = await created()
    const address = urls.apiGoal({ tenant, goal: goal.id })
    for (const persona of ['omar', 'stranger', 'sana'] as const) {
      assert.equal((await world.as(persona).get(address)).status, 404)
      assert.equal((await world.as(persona).json('PATCH', address, { target: 'x' }, { 'if-match': '"1"' })).status, 404)
      assert.equal(
        (
          await world
            .as(persona)
            .json('POST', urls.apiGoalClosure({ tenant, goal: goal.id }), { outcome: 'reached', learned: 'x', closedOn: '2026-10-05' })
        ).status,
        404,
      )
    }
    const inLincoln = await world.as('omar').json('POST', list, { unitId: world.ids.schools.lincoln, statement: { en: 'Not mine' } })
    assert.equal(inLincoln.status, 404)
    assert.equal((await world.as('ben').json('POST', list, { unitId: world.ids.schools.lincoln, statement: { en: 'No' } })).status, 409)
    assert.equal((await world.nobody.get(list)).status, 401)
  })
})

async function read<Body>(response: Response): Promise<Body> {
  return JSON.parse(await response.text()) as Body // the schema of the answer was checked by the server
}
