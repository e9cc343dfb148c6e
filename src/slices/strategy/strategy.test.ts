import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { openWorld, type World } from '../../../test/support/world.ts'
import { urls } from '../../urls.ts'
import { addResource } from '../resources/commands.ts'
import { remindOwner } from './commitments/reminders/commands.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const RIVERA = { tenant: 'cedar-valley', place: 'rivera' }
const THEORY = {
  leadersDo: 'leaders plan with teams',
  adultsChange: 'teachers ask more',
  studentsGain: 'students reason',
  circle: 'school',
}

type Who = Parameters<World['as']>[0]

describe('a strategy', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  async function made(url: string, fields: Record<string, string>, noun: string): Promise<string> {
    const answer = await world.as('maria').post(url, fields)
    assert.equal(answer.status, 303, await answer.clone().text())
    return new RegExp(`${noun}/([0-9a-f-]{36})`).exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  }

  const goal = () => made(urls.goals(LINCOLN), { statement_en: 'Every student explains', circle: 'school' }, 'goals')

  async function strategy(fields: Record<string, string> = {}, goalId?: string): Promise<string> {
    return await made(urls.strategies({ ...LINCOLN, goal: goalId ?? (await goal()) }), { ...THEORY, ...fields }, 'strategies')
  }

  const driver = (of: string, statement: string) => made(urls.strategyDrivers({ ...LINCOLN, strategy: of }), { statement }, 'drivers')

  async function idea(of: string, driverId: string, statement: string): Promise<string> {
    await world.as('maria').post(urls.changeIdeas({ ...LINCOLN, strategy: of, driver: driverId }), { statement })
    return (
      new RegExp(`/ideas/([0-9a-f-]{36})">${statement}`).exec(
        await read(urls.driver({ ...LINCOLN, strategy: of, driver: driverId })),
      )?.[1] ?? ''
    )
  }

  async function read(url: string, persona: Who = 'maria'): Promise<string> {
    return await (await world.as(persona).get(url)).text()
  }

  const page = (id: string, persona: Who = 'maria') => read(urls.strategy({ ...LINCOLN, strategy: id }), persona)
  const outline = (id: string) => read(urls.strategyOutline({ ...LINCOLN, strategy: id }))

  async function commitment(of: string, ideaId: string, fields: Record<string, string> = {}): Promise<string> {
    const form = { personId: world.ids.people.lucia, what: 'Brings three questions', dueOn: '2026-10-20', ...fields }
    const answer = await world.as('maria').post(urls.commitments({ ...LINCOLN, strategy: of, idea: ideaId }), form)
    assert.equal(answer.status, 303, await answer.clone().text())
    const text = await read(urls.changeIdea({ ...LINCOLN, strategy: of, idea: ideaId }))
    return [...text.matchAll(/commitments\/([0-9a-f-]{36})\/keeping/g)].at(-1)?.[1] ?? ''
  }

  it('begins with a theory of action and shows that everything else is missing', async () => {
    const id = await strategy()
    const text = await page(id)
    assert.match(text, /leaders plan with teams/)
    assert.match(text, /What has to change for the goal to be reached\?/)
    assert.match(text, /There are no drivers yet/)
    assert.match(text, /Nobody has committed to anything yet/)
  })

  it('shows at a driver what its measure says, to whoever may read the measure', async () => {
    const id = await strategy()
    const watched = { kind: 'value', unitOfMeasure: 'talks', better: 'up', definition: 'On the door.', circle: 'team' }
    const measure = await made(urls.measures(LINCOLN), { ...watched, name: 'Talks in a week' }, 'measures')
    await world.as('maria').post(urls.measurePoints({ ...LINCOLN, measure }), { observedOn: '2026-10-01', value: 4 })
    const drawn = { statement: 'Teams plan together', measureId: measure }
    const one = await made(urls.strategyDrivers({ ...LINCOLN, strategy: id }), drawn, 'drivers')
    const address = urls.driver({ ...LINCOLN, strategy: id, driver: one })
    assert.match(await read(address), /What shows it[\s\S]*Talks in a week[\s\S]*4 talks[\s\S]*Too few to say/)
    assert.doesNotMatch(await read(address, 'lucia'), /What shows it|Talks in a week/)
  })

  it('comes back with what was typed where a clause is missing', async () => {
    const answer = await world.as('maria').post(urls.strategies({ ...LINCOLN, goal: await goal() }), { ...THEORY, adultsChange: ' ' })
    const text = await answer.text()
    assert.equal(answer.status, 422)
    assert.match(text, /Please fill this in/)
    assert.match(text, /leaders plan with teams/)
  })

  it('grows drivers, ideas and resources, and its holes close one by one', async () => {
    const id = await strategy()
    const one = await driver(id, 'Teams plan together')
    const tried = await idea(id, one, 'One question a week')
    assert.match(await page(id), /3 holes/)
    const scope = await world.scope('maria')
    const resource = await addResource(world.deps.db, scope, world.ids.schools.lincoln, {
      kind: 'structures',
      name: 'Tuesday forty minutes',
    })
    const links = urls.changeIdeaResources({ ...LINCOLN, strategy: id, idea: tried })
    assert.equal((await world.as('maria').post(links, { resourceId: resource, way: 'repurposes', how: 'from announcements' })).status, 303)
    await commitment(id, tried)
    const text = await page(id)
    assert.match(text, /One hole/)
    assert.match(text, /No measure would show whether this moves/)
    assert.match(text, /Tuesday forty minutes/)
    assert.match(await outline(id), /re-purposes <a [^>]+>Tuesday forty minutes<\/a>: from announcements/)
  })

  it('keeps its order and moves ideas from one driver to another', async () => {
    const id = await strategy()
    const [first, second] = [await driver(id, 'First'), await driver(id, 'Second')]
    const [a, b] = [await idea(id, first, 'Idea A'), await idea(id, first, 'Idea B')]
    const order = async () => [...(await outline(id)).matchAll(/>(First|Second|Idea [AB])</g)].map((match) => match[1]).join(' ')
    assert.equal(await order(), 'First Idea A Idea B Second')
    await world.as('maria').post(urls.changeIdeaMove({ ...LINCOLN, strategy: id, idea: b }), { driverId: first, before: a })
    assert.equal(await order(), 'First Idea B Idea A Second')
    await world.as('maria').post(urls.changeIdeaMove({ ...LINCOLN, strategy: id, idea: b }), { driverId: second, before: 'end' })
    await world.as('maria').post(urls.driverMove({ ...LINCOLN, strategy: id, driver: second }), { before: first })
    assert.equal(await order(), 'Second Idea B First Idea A')
    const other = await strategy()
    const foreign = await driver(other, 'Elsewhere')
    const astray = await world
      .as('maria')
      .post(urls.changeIdeaMove({ ...LINCOLN, strategy: id, idea: b }), { driverId: foreign, before: 'end' })
    assert.equal(astray.status, 404)
  })

  it('does not lose what people promised: an idea with a commitment stays, one without goes', async () => {
    const id = await strategy()
    const one = await driver(id, 'Teams plan together')
    const [kept, gone] = [await idea(id, one, 'Promised'), await idea(id, one, 'Loose')]
    await commitment(id, kept)
    const remove = (ideaId: string) => world.as('maria').post(urls.changeIdeaRemoval({ ...LINCOLN, strategy: id, idea: ideaId }))
    assert.equal((await remove(kept)).status, 409)
    assert.equal((await remove(gone)).status, 303)
    const text = await outline(id)
    assert.match(text, /Promised/)
    assert.doesNotMatch(text, /Loose/)
    assert.equal((await world.as('maria').post(urls.driverRemoval({ ...LINCOLN, strategy: id, driver: one }))).status, 409)
  })

  it('is replaced by a newer one that carries diagram and open promises; the earlier one stays and takes nothing more', async () => {
    const goalId = await goal()
    const before = await strategy({}, goalId)
    const tried = await idea(before, await driver(before, 'Teams plan together'), 'One question a week')
    await commitment(before, tried)
    const next = await strategy({ leadersDo: 'leaders teach along', carry: 'yes' }, goalId)
    const text = await page(next)
    assert.match(text, /One question a week/)
    assert.match(text, /Brings three questions/)
    assert.match(await page(before), /A newer one has replaced it/)
    assert.match(await page(before), /leaders plan with teams/)
    const late = await world.as('maria').post(urls.strategyDrivers({ ...LINCOLN, strategy: before }), { statement: 'Too late' })
    assert.equal(late.status, 409)
  })

  it('is reviewed with a day, a reason and evidence, and a stop ends it', async () => {
    const id = await strategy()
    const reviews = urls.strategyReviews({ ...LINCOLN, strategy: id })
    const form = { heldOn: '2026-10-05', outcome: 'adapt', reason: 'Two teams found no time', evidence: 'The run chart of September' }
    assert.equal((await world.as('maria').post(reviews, form)).status, 303)
    assert.match(await page(id), /Last review on October 5, 2026: Adapt/)
    assert.equal((await world.as('maria').post(reviews, { ...form, heldOn: '2026-10-07' })).status, 422)
    assert.equal((await world.as('maria').post(reviews, { ...form, evidence: '' })).status, 422)
    assert.equal((await world.as('maria').post(reviews, { ...form, heldOn: '2026-10-06', outcome: 'stop' })).status, 303)
    assert.match(await page(id), /A review has stopped this strategy/)
    assert.equal((await world.as('maria').post(reviews, form)).status, 409)
  })

  it('is reworded, but not over somebody else’s words', async () => {
    const id = await strategy()
    const words = { ...THEORY, leadersDo: 'leaders teach along', version: 1 }
    assert.equal((await world.as('tomas').post(urls.strategy({ ...LINCOLN, strategy: id }), words)).status, 303)
    assert.match(await page(id), /leaders teach along/)
    assert.equal((await world.as('maria').post(urls.strategy({ ...LINCOLN, strategy: id }), words)).status, 409)
  })

  it('is read by those to whom it is open, also where its goal is not', async () => {
    const own = await made(urls.goals(LINCOLN), { statement_en: 'Every team reasons', circle: 'team' }, 'goals')
    const text = await page(await strategy({}, own), 'lucia')
    assert.match(text, /leaders plan with teams/)
    assert.doesNotMatch(text, /Every team reasons/)
  })

  it('is read by teachers and the district, and written by the leadership team alone', async () => {
    const id = await strategy()
    for (const reader of ['lucia', 'dana'] as const) {
      assert.match(await page(id, reader), /leaders plan with teams/)
      assert.equal((await world.as(reader).post(urls.strategyDrivers({ ...LINCOLN, strategy: id }), { statement: 'Mine' })).status, 409)
    }
  })

  it('is not there for a neighbour, under another school, in another district, or outside its circle', async () => {
    const id = await strategy()
    const own = await strategy({ circle: 'team' })
    assert.equal((await world.as('omar').get(urls.strategy({ ...LINCOLN, strategy: id }))).status, 404)
    assert.equal((await world.as('omar').get(urls.strategy({ ...RIVERA, strategy: id }))).status, 404)
    assert.equal((await world.as('omar').post(urls.strategyDrivers({ ...RIVERA, strategy: id }), { statement: 'Mine' })).status, 404)
    assert.equal(
      (await world.as('stranger').get(urls.strategyOutline({ tenant: 'oak-hollow', place: 'willow', strategy: id }))).status,
      404,
    )
    assert.equal((await world.as('dana').get(urls.strategy({ ...RIVERA, strategy: id }))).status, 404)
    const told = await strategy({ circle: 'district' })
    assert.equal((await world.as('omar').post(urls.strategyDrivers({ ...RIVERA, strategy: told }), { statement: 'Mine' })).status, 404)
    for (const outside of ['lucia', 'dana'] as const)
      assert.equal((await world.as(outside).get(urls.strategy({ ...LINCOLN, strategy: own }))).status, 404)
  })

  describe('a commitment', () => {
    async function promised(fields: Record<string, string> = {}) {
      const id = await strategy()
      const tried = await idea(id, await driver(id, 'Teams plan together'), 'One question a week')
      return { id, tried, promise: await commitment(id, tried, fields) }
    }

    it('reminds its owner alone, three days before and on the day, once each', async () => {
      const { promise } = await promised()
      const data = { tenantId: world.ids.tenants['cedar-valley'], commitmentId: promise }
      const seen = world.letters.length
      for (const stage of ['ahead', 'ahead', 'on_the_day'] as const) await remindOwner(world.deps, { ...data, stage })
      const letters = world.letters.slice(seen)
      assert.deepEqual(
        letters.map((letter) => [letter.to, letter.subject]),
        [
          ['lucia.ferro@cedar-valley.example', 'In three days: Brings three questions'],
          ['lucia.ferro@cedar-valley.example', 'Today: Brings three questions'],
        ],
      )
      assert.match(letters[0]?.text ?? '', /October 20, 2026/)
      await world.as('lucia').post(urls.commitmentKeeping({ ...LINCOLN, commitment: promise }), { keptOn: '2026-10-06', cameOf: '' })
      const other = await promised()
      await world.as('lucia').post(urls.commitmentRelease({ ...LINCOLN, commitment: other.promise }), { reason: 'The team was split' })
      await remindOwner(world.deps, { ...data, commitmentId: other.promise, stage: 'ahead' })
      assert.equal(world.letters.length, seen + 2)
    })

    it('waits in the queue for the morning of both days, in the zone of the school', async () => {
      const { promise } = await promised()
      const client = new pg.Client({ connectionString: world.database.ownerUrl })
      await client.connect()
      const { rows } = await client.query(
        "select data->>'stage' as stage, start_after from pgboss.job where data->>'commitmentId' = $1 order by start_after",
        [promise],
      )
      await client.end()
      assert.deepEqual(
        rows.map((row) => [row.stage, row.start_after.toISOString()]),
        [
          ['ahead', '2026-10-17T14:00:00.000Z'],
          ['on_the_day', '2026-10-20T14:00:00.000Z'],
        ],
      )
    })

    it('is kept by its owner, who tells what came of it, once', async () => {
      const { id, promise } = await promised()
      const keeping = urls.commitmentKeeping({ ...LINCOLN, commitment: promise })
      assert.equal((await world.as('ben').post(keeping, { keptOn: '2026-10-06' })).status, 409)
      assert.equal((await world.as('lucia').post(keeping, { keptOn: 'soon', cameOf: 'Good talk' })).status, 422)
      assert.equal((await world.as('lucia').post(keeping, { keptOn: '2026-10-06', cameOf: 'Good talk' })).status, 303)
      assert.equal((await world.as('lucia').post(keeping, { keptOn: '2026-10-06' })).status, 409)
      const text = await page(id)
      assert.match(text, /1 of one commitment kept/)
      assert.match(text, /Good talk/)
    })

    it('is not made for a day gone by, for somebody outside, or seen by a neighbour', async () => {
      const { id, tried, promise } = await promised()
      const at = urls.commitments({ ...LINCOLN, strategy: id, idea: tried })
      const form = { personId: world.ids.people.lucia, what: 'Something', dueOn: '2026-10-05' }
      assert.equal((await world.as('maria').post(at, form)).status, 422)
      assert.equal((await world.as('maria').post(at, { ...form, dueOn: '2026-10-30', personId: world.ids.people.omar })).status, 404)
      assert.equal(
        (await world.as('omar').post(urls.commitmentKeeping({ ...RIVERA, commitment: promise }), { keptOn: '2026-10-06' })).status,
        404,
      )
    })
  })
})
