import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const RIVERA = { tenant: 'cedar-valley', place: 'rivera' }
const WINDOW = { framework: 'district_capacity', variable: 'window_of_opportunity' }
const SOLVING = { framework: 'district_capacity', variable: 'collective_problem_solving' }
const CHOSEN = 'district_capacity/collective_problem_solving'
const SHARE = { name: 'Problems taken apart', kind: 'proportion', better: 'up', definition: 'Of those brought.', circle: 'school' }

type Persona = Parameters<World['as']>[0]
type Place = typeof LINCOLN

describe('a variable of a framework', () => {
  let world: World
  let district: Place
  before(async () => {
    world = await openWorld()
    const home = await world.as('dana').get(urls.tenant({ tenant: 'cedar-valley' }))
    district = { tenant: 'cedar-valley', place: /\/in\/([^/?]+)/.exec(home.headers.get('location') ?? '')?.[1] ?? '' }
  })
  after(() => world.close())

  async function text(persona: Persona, url: string): Promise<string> {
    const answer = await world.as(persona).get(url)
    assert.equal(answer.status, 200, url)
    return await answer.text()
  }

  async function watch(persona: Persona, place: Place, fields: Record<string, string> = {}): Promise<string> {
    const answer = await world.as(persona).post(urls.measures(place), { ...SHARE, ...fields })
    assert.equal(answer.status, 303)
    return /measures\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  }

  it('stands in its step, before anything is watched and without being swallowed by the address of a measure', async () => {
    const page = await text('dana', urls.measureVariables(district))
    for (const words of ['Step 1', 'Step 3', 'Foundation', 'Collective problem solving', 'our own reading', 'Lane'])
      assert.ok(page.includes(words), words)
    assert.equal(page.match(/Nothing is watched yet/g)?.length, 10)
  })

  it('says what it means, what it rests on and what it carries', async () => {
    const page = await text('dana', urls.measureVariable({ ...district, ...WINDOW }))
    assert.match(page, /it will close again/)
    assert.match(page, /Carries/)
    assert.doesNotMatch(page, /Rests on/)
    assert.match(await text('dana', urls.measureVariable({ ...district, ...SOLVING })), /Strengthens, and is strengthened by/)
  })

  it('is written in the reader’s language', async () => {
    await world.as('dana').post(urls.me({}), { name: 'Dana', language: 'es', theme: 'auto' })
    const page = await text('dana', urls.measureVariables(district))
    assert.match(page, /Una ventana de oportunidad/)
    assert.doesNotMatch(page, /A window of opportunity/)
    assert.match(await text('dana', urls.measureVariable({ ...district, ...SOLVING })), /Resolución colectiva de problemas/)
    await world.as('dana').post(urls.me({}), { name: 'Dana', language: 'en', theme: 'auto' })
  })

  it('shows the measures that a school’s team links to it, with what may be said, and they lead back to it', async () => {
    assert.doesNotMatch(await text('maria', urls.measures(LINCOLN)), new RegExp(urls.measureVariables(LINCOLN)))
    assert.match(await text('maria', urls.measureNew(LINCOLN, { variable: CHOSEN })), new RegExp(`value="${CHOSEN}" selected`))
    const measure = await watch('maria', LINCOLN, { variable: CHOSEN })
    for (const address of [urls.measures(LINCOLN), urls.cycles(LINCOLN), urls.surveys(LINCOLN)])
      assert.match(await text('maria', address), new RegExp(urls.measureVariables(LINCOLN)), address)
    const page = await text('lucia', urls.measureVariable({ ...LINCOLN, ...SOLVING }))
    assert.match(page, /Problems taken apart/)
    assert.match(page, /Too few to say/)
    assert.match(await text('lucia', urls.measureVariables(LINCOLN)), /One measure/)
    assert.ok((await text('lucia', urls.measure({ ...LINCOLN, measure }))).includes(urls.measureVariable({ ...LINCOLN, ...SOLVING })))
  })

  it('is let go by a measure that is edited without it, and kept by one that names it', async () => {
    const measure = await watch('maria', LINCOLN, { name: 'To be let go', variable: CHOSEN })
    const edit = urls.measure({ ...LINCOLN, measure })
    const { kind: _, ...fields } = { ...SHARE, name: 'To be let go' }
    assert.match(await text('maria', urls.measureEdit({ ...LINCOLN, measure })), new RegExp(`value="${CHOSEN}" selected`))
    assert.equal((await world.as('maria').post(edit, { ...fields, variable: CHOSEN, version: 1 })).status, 303)
    assert.match(await text('maria', urls.measureVariable({ ...LINCOLN, ...SOLVING })), /To be let go/)
    assert.equal((await world.as('maria').post(edit, { ...fields, variable: '', version: 2 })).status, 303)
    assert.doesNotMatch(await text('maria', urls.measureVariable({ ...LINCOLN, ...SOLVING })), /To be let go/)
  })

  it('is not here where no framework has it, in an address and in a form', async () => {
    const none = [
      { framework: 'district_capacity', variable: 'luck' },
      { framework: 'luck', variable: 'luck' },
      { framework: 'luck', variable: 'collective_problem_solving' },
    ]
    for (const of of none) {
      assert.equal((await world.as('maria').get(urls.measureVariable({ ...LINCOLN, ...of }))).status, 404)
      const form = { ...SHARE, variable: `${of.framework}/${of.variable}` }
      assert.equal((await world.as('maria').post(urls.measures(LINCOLN), form)).status, 404)
    }
    const crooked = await world.as('maria').post(urls.measures(LINCOLN), { ...SHARE, variable: 'no variable at all' })
    assert.equal(crooked.status, 422)
    assert.match(await crooked.text(), /Problems taken apart/)
  })

  it('is watched by the district’s leaders at the district, and by nobody at a place that is not theirs', async () => {
    await watch('dana', district, { name: 'Days in schools', variable: 'district_capacity/district_office', circle: 'district' })
    assert.match(await text('dana', urls.measureVariables(district)), /One measure/)
    for (const persona of ['dana', 'lucia'] as const) {
      const refused = await world.as(persona).post(urls.measures(LINCOLN), { ...SHARE, variable: CHOSEN })
      assert.equal(refused.status, 409, persona)
      assert.match(await text(persona, urls.measureVariable({ ...LINCOLN, ...WINDOW })), /Your role here can read this, not change it/)
    }
  })

  it('is watched in circles that are said as they are read there, and of which one may choose', async () => {
    const [office, school] = [await text('dana', urls.measureNew(district)), await text('maria', urls.measureNew(LINCOLN))]
    assert.match(office, /value="team"[^>]*disabled[\s\S]*Only the leadership team can keep something to itself/)
    assert.match(office, /District leaders and coaches/)
    assert.doesNotMatch(office, /The school and those who support it/)
    assert.match(school, /The school and those who support it/)
    assert.doesNotMatch(school, /value="team"[^>]*disabled|District leaders and coaches/)
    const measure = await watch('dana', district, { name: 'Our own count' })
    assert.match(await text('dana', urls.measure({ ...district, measure })), /District leaders and coaches/)
    assert.match(await text('lucia', urls.measureNew(LINCOLN)), /Your role here can read this, not change it/)
  })

  it('tells a neighbour nothing, and whoever is outside of a circle nothing of it', async () => {
    await watch('maria', LINCOLN, { name: 'Of the team alone', variable: CHOSEN, circle: 'team' })
    for (const reader of ['lucia', 'dana'] as const)
      assert.doesNotMatch(await text(reader, urls.measureVariable({ ...LINCOLN, ...SOLVING })), /Of the team alone/)
    assert.match(await text('maria', urls.measureVariable({ ...LINCOLN, ...SOLVING })), /Of the team alone/)
    assert.doesNotMatch(await text('omar', urls.measureVariable({ ...RIVERA, ...SOLVING })), /Problems taken apart/)
    assert.equal((await world.as('omar').get(urls.measureVariables(LINCOLN))).status, 404)
    assert.equal((await world.as('omar').get(urls.measureVariable({ ...LINCOLN, ...SOLVING }))).status, 404)
    assert.equal((await world.as('stranger').get(urls.measureVariables(LINCOLN))).status, 404)
  })
})
