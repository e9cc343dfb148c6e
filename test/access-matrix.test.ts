import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { ENDPOINTS } from '../src/app.ts'
import { urls } from '../src/urls.ts'
import { bringScores } from './support/brought-scores.ts'
import { countEvents } from './support/count-events.ts'
import { type Persona } from './support/cast.ts'
import { buildSchool } from './support/full-school.ts'
import { ANY_FORM, ANY_JSON, OTHER_JSON } from './support/any-form.ts'
import { REACH, type Reach } from './support/reach.ts'
import { openWorld, type World } from './support/world.ts'

type Route = { method: string; key: keyof typeof urls; pattern: string; reach: Reach }

const WORD = 'CANARY-LINCOLN'
const FOREIGN = 'CANARY-WILLOW'

const INSIDERS: Persona[] = ['maria', 'tomas', 'lucia', 'dana']
const OUTSIDERS: Persona[] = ['omar', 'vera', 'ruth', 'sana', 'stranger']

describe('who reaches what', () => {
  let world: World
  let ids: Record<string, string>
  const everything = { tenant: 'cedar-valley', place: 'lincoln' }
  before(async () => {
    world = await openWorld({ demo: true })
    const { roots, schools } = world.ids
    const path = (tenant: 'cedar-valley' | 'oak-hollow', school: string) => [roots[tenant], school]
    const lincoln = { id: schools.lincoln, path: path('cedar-valley', schools.lincoln), kind: 'school' }
    const voters = await Promise.all((['tomas', 'noor', 'lucia'] as const).map((persona) => world.scope(persona)))
    ids = await buildSchool({ world, leader: await world.scope('maria'), voters, place: lincoln, word: WORD })
    const scores = { world, scope: await world.scope('ada'), root: roots['cedar-valley'], school: schools.lincoln, word: WORD }
    ids = { ...ids, ...(await bringScores(scores)) }
    const willow = { id: schools.willow, path: path('oak-hollow', schools.willow), kind: 'school' }
    await buildSchool({ world, leader: await world.scope('stranger'), voters: await world.neighbours(4), place: willow, word: FOREIGN })
  })
  after(() => world.close())

  it('knows every address of the program, and the program no other', () => {
    const known = new Map(Object.entries(urls).map(([key, { pattern }]) => [pattern, key]))
    const routes = mounted(world)
    assert.deepEqual(
      routes.filter(({ path }) => !known.has(path)),
      [],
    )
    const answered = new Set(routes.map(({ path }) => known.get(path)))
    assert.deepEqual(
      Object.keys(urls).filter((key) => !answered.has(key)),
      [],
    )
  })

  it('has the same routes in the API, in its description and here', async () => {
    const description = await (await world.nobody.get(urls.apiDescription({}))).json()
    const documented = Object.entries(description.paths as Record<string, object>).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    )
    const declared = ENDPOINTS.map(({ method, address }) => `${method} ${address.pattern}`)
    const routed = mounted(world).flatMap(({ method, path }) =>
      path.startsWith('/api/v1/:tenant') ? [`${method.toLowerCase()} ${path}`] : [],
    )
    const walked = routesOf(world).flatMap(({ method, pattern }) =>
      pattern.startsWith('/api/v1/:tenant') ? [`${method.toLowerCase()} ${pattern}`] : [],
    )
    for (const list of [declared, routed, walked]) assert.deepEqual(list.toSorted(), documented.toSorted())
  })

  it('shows a school’s pages to its people and to those who support it', async () => {
    for (const route of routesOf(world, 'GET')) {
      for (const persona of insidersOf(route)) {
        const answer = await world.as(persona).get(urlOf(route))
        assert.ok(
          [200, 303].includes(answer.status) || isExpected(route, persona, answer.status),
          `${persona} ${route.key}: ${answer.status}`,
        )
        assert.equal((await bodyOf(answer)).includes(FOREIGN), false, `${persona} ${route.key} shows a foreign row`)
      }
    }
  })

  it('answers whoever is outside as if nothing were there, and tells them nothing', async () => {
    const before = await countEvents(world)
    for (const route of routesOf(world)) {
      for (const persona of outsidersOf(route)) {
        const answer = await send(route, persona)
        // The administrator may enter the place: what is never theirs to do there is refused before anything is looked for.
        const refused = persona === 'ada' && route.method === 'POST' && answer.status === 409
        assert.ok(refused || answer.status === 404, `${persona} ${route.method} ${route.key}: ${answer.status}`)
        assert.equal((await bodyOf(answer)).includes(WORD), false, `${persona} ${route.key} shows what is not theirs`)
      }
    }
    assert.equal(await countEvents(world), before)
  })

  it('answers what stands under another parent as if it were not there', async () => {
    const before = await countEvents(world)
    for (const route of routesOf(world).filter(({ reach }) => reach === 'noun' || reach === 'published' || reach === 'schedule')) {
      // Omar may write at Rivera, Dana may read both schools: neither finds Lincoln’s noun under Rivera’s address.
      for (const persona of ['omar', 'dana'] as const) {
        const answer = await send(route, persona, { place: 'rivera' })
        // Dana may not write at Rivera either: then she is told so before anything is looked for.
        const refused = persona === 'dana' && route.method === 'POST' && answer.status === 409
        assert.ok(refused || answer.status === 404, `${persona} ${route.method} ${route.key} under Rivera: ${answer.status}`)
        assert.equal((await bodyOf(answer)).includes(WORD), false)
      }
    }
    assert.equal(await countEvents(world), before)
  })

  it('sends nobody in who has not signed in', async () => {
    for (const route of routesOf(world)) {
      const answer = await send(route, undefined)
      const expected = route.pattern.startsWith('/api/') || route.method !== 'GET' ? [401, 403] : [303]
      assert.ok(expected.includes(answer.status), `nobody ${route.method} ${route.key}: ${answer.status}`)
    }
  })

  it('keeps the team’s own space to the team: not the teacher, the district leader, the administrator', async () => {
    const words = ['TEAM-' + WORD, 'SEALED-' + WORD]
    for (const route of routesOf(world, 'GET')) {
      for (const persona of ['lucia', 'dana', 'ada'] as const) {
        const text = await bodyOf(await send(route, persona))
        for (const word of words) assert.equal(text.includes(word), false, `${persona} ${route.key} shows ${word}`)
      }
    }
    assert.match(await (await world.as('maria').get(urls.resources(everything))).text(), /TEAM-CANARY/)
  })

  it('opens no ballot to anybody before the reveal, not even to its own voter', async () => {
    for (const route of routesOf(world, 'GET')) {
      for (const persona of ['maria', 'tomas', 'noor'] as const)
        assert.equal((await bodyOf(await send(route, persona))).includes('SEALED-'), false, `${persona} ${route.key}`)
    }
  })

  it('lets a district leader read a school and change nothing in it', async () => {
    const before = await countEvents(world)
    for (const route of routesOf(world, 'POST').filter(
      ({ reach, key }) => ['place', 'noun', 'schedule'].includes(reach) && !DISTRICT_MAY.has(key),
    )) {
      const answer = await send(route, 'dana')
      assert.ok([404, 409, 422].includes(answer.status), `dana POST ${route.key}: ${answer.status}`)
    }
    assert.equal(await countEvents(world), before)
  })

  function urlOf(route: Route, other: Record<string, string> = {}): string {
    const params: Record<string, string> = { ...ids, ...everything, ...other }
    return route.pattern.replace(/:(\w+)/g, (_, name: string) => params[name] ?? ABSENT)
  }

  async function send(route: Route, persona: Persona | undefined, other: Record<string, string> = {}): Promise<Response> {
    const who = persona ? world.as(persona) : world.nobody
    const url = urlOf(route, other)
    if (route.method === 'GET') return await who.get(url)
    const links = {
      personId: world.ids.people.omar,
      resource: ids['resource'] ?? '',
      goalId: ids['goal'] ?? '',
      driverId: ids['driver'] ?? '',
    }
    if (!route.pattern.startsWith('/api/')) return await who.post(url, { ...ANY_FORM, ...links })
    const body = { ...ANY_JSON, ...OTHER_JSON[route.key], ...links, unitId: world.ids.schools.lincoln }
    return await who.json(route.method === 'PATCH' ? 'PATCH' : 'POST', url, body, { 'if-match': '"1"' })
  }
})

// Ids that no row has, for nouns that this world does not hold.
const ABSENT = '018f0000-0000-7000-8000-00000000dead'

// Those who support a school may put what they see on its board; the team decides what becomes of it.
const DISTRICT_MAY = new Set<string>(['resources'])

function mounted(world: World): { method: string; path: string }[] {
  const ours = world.app.routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*') && !path.startsWith('/assets/'))
  return [...new Map(ours.map(({ method, path }) => [`${method} ${path}`, { method, path }])).values()]
}

function routesOf(world: World, method?: 'GET' | 'POST'): Route[] {
  const keys = new Map<string, keyof typeof urls>(Object.entries(urls).map(([key, { pattern }]) => [pattern, key as keyof typeof urls])) // the keys of that very object
  return mounted(world).flatMap((route) => {
    const key = keys.get(route.path)
    const reach = key && REACH[key]
    if (!key || !reach || reach === 'open' || (method && route.method !== method)) return []
    return [{ method: route.method, key, pattern: route.path, reach }]
  })
}

function insidersOf(route: Route): Persona[] {
  if (route.reach === 'admin') return ['ada']
  if (route.reach === 'research') return ['ruth']
  return route.reach === 'invite' ? ['ada', 'maria'] : INSIDERS
}

/** The whole district may look at its own list of places and search it; a noun is for the school, administration for the administrator. */
function outsidersOf(route: Route): Persona[] {
  const foreign: Persona[] = ['sana', 'stranger']
  if (route.reach === 'tenant') return foreign
  if (route.reach === 'admin') return [...foreign, 'omar', 'maria', 'dana', 'lucia']
  if (route.reach === 'research') return [...foreign, 'omar', 'maria', 'dana', 'ada']
  if (route.reach === 'invite') return [...foreign, 'omar', 'dana', 'lucia']
  return route.reach === 'noun' ? [...OUTSIDERS, 'ada'] : OUTSIDERS
}

/** Where a page is only for those who may write, readers get its reason and not the page. */
function isExpected(route: Route, persona: Persona, status: number): boolean {
  const readsOnly = persona === 'lucia' || persona === 'dana'
  return (readsOnly && status === 409) || (status === 404 && NOT_IN_THIS_WORLD.has(route.key))
}

// Their nouns come from a roster or from outside, which this world has not had, or stand at the district.
// Its survey is anonymous, so there is no single answer of it anywhere.
const NOT_IN_THIS_WORLD = new Set<string>([
  'surveyAnswers',
  'researchAnswersCsv',
  'researchAnswersPackage',
  'rosterLoad',
  'rosterReport',
  'outsideLoad',
  'outsideLoadReport',
])

async function bodyOf(answer: Response): Promise<string> {
  return `${JSON.stringify([...answer.headers])}\n${await answer.text()}`
}
