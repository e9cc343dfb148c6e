import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { surveysIn } from '../../../../../test/support/asked-staff.ts'
import { openWorld, type World } from '../../../../../test/support/world.ts'
import { urls } from '../../../../urls.ts'
import { addPerson, addUnit, endRole, grantRole } from '../../../organizations/commands.ts'
import { foldClosed } from '../../folding/commands.ts'

const DISTRICT = { tenant: 'cedar-valley', place: 'cedar-valley-unified' }

describe('the same people, where they or their school moved between two surveys', () => {
  let world: World
  let surveys: ReturnType<typeof surveysIn>
  let ofRivera: string[]
  let north: string
  before(async () => {
    world = await openWorld()
    surveys = surveysIn(world)
    const system = await world.system()
    const root = world.ids.roots['cedar-valley']
    const region = await addUnit(world.deps.db, system, { parentId: root, kind: 'region', name: 'North', grade: '', subject: '' })
    north = region.id
    await place('lincoln', [root, north])
    const { id: dana } = (await surveys.rows<{ id: string }>("select id from person where given_name = 'Dana'"))[0] ?? assert.fail()
    const leading = { unitId: north, role: 'district_leader' as const, beginsOn: '2026-07-01', endsOn: null }
    await grantRole(world.deps.db, system, dana, leading)
    await surveys.hire('lincoln', 34)
    ofRivera = await surveys.hire('rivera', 31)
  })
  after(() => world.close())

  /** Puts a school below other places, as a roster does. */
  async function place(school: 'lincoln' | 'rivera', above: readonly string[]): Promise<void> {
    const id = world.ids.schools[school]
    await surveys.rows('update unit set path = $1, parent_id = $2 where id = $3', [[...above, id], above.at(-1), id])
  }

  /** Asks all teachers of the district by name, is answered by all but some, closes and counts. */
  async function ask(silent: readonly string[] = []): Promise<string> {
    const closesOn = world.clock.now().toISOString().slice(0, 10)
    const survey = await surveys.open('dana', DISTRICT.place, { mode: 'named', closesOn })
    const links = [...(await surveys.links(survey)).entries()].filter(([email]) => !silent.includes(email))
    for (const [at, [, link]] of links.entries()) {
      const mood = 1 + (at % 5)
      const values = [mood, Math.min(5, mood + (at % 2)), Math.max(1, mood - (at % 3)), 3, 4, 2]
      assert.equal((await surveys.answer(link, values)).status, 303)
    }
    assert.equal((await world.as('dana').post(urls.surveyClosure({ ...DISTRICT, survey }))).status, 303)
    await foldClosed(world.deps, { tenantId: world.ids.tenants['cedar-valley'], surveyId: survey })
    for (let hours = 0; hours < 24; hours += 6) {
      world.clock.turnBy(6 * 3600 * 1000)
      await world.as('dana').get(urls.surveys(DISTRICT))
      await world.as('maria').get(urls.surveys({ ...DISTRICT, place: 'lincoln' }))
    }
    return survey
  }

  /** How many people a place is told of as the same, if it is told of them. */
  async function linkedAt(survey: string, persona: 'dana' | 'maria', at: string): Promise<number | null> {
    const answer = await world.as(persona).get(urls.apiSurveyReport({ tenant: 'cedar-valley', survey }, { place: at }))
    assert.equal(answer.status, 200)
    const { scales } = await answer.json()
    return scales[0].change.linked?.n ?? null
  }

  /** From Rivera to Lincoln. */
  async function move(people: readonly string[]): Promise<void> {
    const system = await world.system()
    for (const person of people) {
      const [role] = await surveys.rows<{ id: string }>('select id from membership where person_id = $1 and ends_on is null', [person])
      await endRole(world.deps.db, system, role?.id ?? '')
      const beginsOn = world.clock.now().toISOString().slice(0, 10)
      await grantRole(world.deps.db, system, person, { unitId: world.ids.schools.lincoln, role: 'teacher', beginsOn, endsOn: null })
    }
  }

  /** Teachers of Rivera who have not been asked before. */
  async function hireNew(people: number): Promise<void> {
    const system = await world.system()
    for (let at = 0; at < people; at++) {
      const person = { givenName: `New${at}`, familyName: 'Rivera', email: `new.${at}@cedar-valley.example` }
      const teaching = { unitId: world.ids.schools.rivera, role: 'teacher' as const, beginsOn: '2026-07-01', endsOn: null }
      await grantRole(world.deps.db, system, await addPerson(world.deps.db, system, person), teaching)
    }
  }

  let second: string

  it('are told of once, at the school where they answered last', async () => {
    await ask()
    await move(ofRivera.slice(0, 2))
    second = await ask()
    assert.deepEqual(
      [await linkedAt(second, 'maria', 'lincoln'), await linkedAt(second, 'dana', DISTRICT.place), await linkedAt(second, 'dana', 'north')],
      [39, 69, 39],
    )
  })

  it('are told of where a school lay at the close, however often schools move after it', async () => {
    const root = world.ids.roots['cedar-valley']
    await place('rivera', [root, north])
    assert.equal(await linkedAt(second, 'dana', 'north'), 39)
    await place('lincoln', [root])
    assert.equal(await linkedAt(second, 'dana', 'north'), 39)
    await place('lincoln', [root, north])
    await place('rivera', [root])
  })

  it('are not told of beside the whole where few are left at the school that they went from', async () => {
    await move(ofRivera.slice(2, 9))
    await hireNew(7)
    const third = await ask(Array.from({ length: 20 }, (_, at) => `teacher.${at + 11}.rivera@cedar-valley.example`))
    assert.deepEqual([await linkedAt(third, 'dana', DISTRICT.place), await linkedAt(third, 'maria', 'lincoln')], [49, null])
  })
})
