import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { urls } from '../src/urls.ts'
import { ANY_FORM, ANY_JSON } from './support/any-form.ts'
import { buildSchool } from './support/full-school.ts'
import { REACH } from './support/reach.ts'
import { openWorld, type World } from './support/world.ts'

type Route = { method: string; key: keyof typeof urls; pattern: string }

const LIST = join(import.meta.dirname, '../../shared/interop/security/blns.json')

// What has broken programs like this one before: every form gets all of it.
const ALWAYS = ['', 'a\u0000b', 'lone \ud800 surrogate', '<script>alert(1)</script>', '</textarea><svg onload=alert(1)>']

const OWN = [
  ' ',
  '\u0000',
  'right \u202e to left',
  "' or 1=1; drop table person --",
  '"><img src=x onerror=alert(1)>',
  '{{constructor.constructor("alert(1)")()}} ${7*7} {n, plural, one {x}}',
  'javascript:alert(1)',
  '\u{1f469}\u200d\u{1f3eb} Ꙭ ﷽ ผู้',
  '=cmd|calc!A1',
  '1e400',
  '-99999999999999999999',
  '9999-99-99',
  '__proto__',
  'x'.repeat(9_000),
]

const LONG = 'y'.repeat(2 * 1024 * 1024)

// Fields that choose or count: what they hold is wrong as soon as it is hostile, so the second round leaves them as they should be.
const CHOOSING =
  /On$|^kind$|^circle$|^version$|^verdict$|^outcome$|^decision$|^asPredicted$|^better$|^value$|^way$|^before$|^leave$|^weekdays$|At$/

// Forms without a line to type: buttons, choices, days and files; or that carry what only a changed page would send otherwise. All others
// give back what was typed into them.
const NOTHING_TYPED = new Set<string>([
  'adminMemberships',
  'adminEvaluators',
  'bellScheduleUpload',
  'roster',
  'rosterUnits',
  'goalAgreement',
  'goalVotes',
  'surveyWatching',
  'instrumentAnswers',
  'instrumentAnswersAcceptance',
  'instrumentBringing',
  'instrumentBringingAcceptance',
  'instrumentDraftCondition',
  'cycleStart',
])

// The lines of forms that only some places have.
const MORE_LINES = {
  email: '',
  givenName: '',
  familyName: '',
  forWhom: '',
  planWhat: '',
  groupLabel: '',
  text_0_en: '',
  tags: '',
  note: '',
  body: '',
  name_en: '',
}

describe('hostile input', () => {
  let world: World
  let ids: Record<string, string>
  let lists: string[]
  before(async () => {
    world = await openWorld({ demo: true })
    const { roots, schools } = world.ids
    const lincoln = { id: schools.lincoln, path: [roots['cedar-valley'], schools.lincoln], kind: 'school' }
    const voters = await Promise.all((['tomas', 'noor', 'lucia'] as const).map((persona) => world.scope(persona)))
    ids = await buildSchool({ world, leader: await world.scope('maria'), voters, place: lincoln, word: 'Quiet' })
    lists = existsSync(LIST) ? blns() : []
  })
  after(() => world.close())

  it('in the free text of every form is kept as text, or refused', async () => {
    for (const [index, route] of forms().entries())
      for (const text of textsFor(index)) {
        const fields = Object.entries({ ...ANY_FORM, ...MORE_LINES }).map(([name, value]) => [name, CHOOSING.test(name) ? value : text])
        await check(route, text, await send(route, { ...Object.fromEntries(fields), ...unseen(route) }))
      }
  })

  it('in every field of every form gets an answer, comes back as text, and is never our fault', async () => {
    const lost: string[] = []
    for (const [index, route] of forms().entries())
      for (const text of [...ALWAYS, OWN[index % OWN.length] ?? '']) {
        const fields = Object.keys({ ...ANY_FORM, ...MORE_LINES }).map((name) => [name, `${text} typed-here`])
        const answer = await send(route, { ...Object.fromEntries(fields), ...unseen(route) })
        if (await losesText(route, text, answer)) lost.push(`${route.key} ${answer.status}`)
      }
    assert.deepEqual([...new Set(lost)], [])
  })

  it('empty or far too large is answered in words', async () => {
    for (const route of forms()) {
      await check(route, 'nothing', await send(route, {}))
      const answer = await send(route, { ...ANY_FORM, name: LONG, statement: LONG, reason: LONG, text: LONG, file: LONG })
      await check(route, 'two megabytes', answer)
      assert.ok([303, 404, 409, 413, 422, 429].includes(answer.status), `${route.key}: ${answer.status}`)
    }
  })

  it('in JSON is a problem in words', async () => {
    for (const [index, route] of endpoints().entries())
      for (const text of textsFor(index)) {
        for (const body of [withText(ANY_JSON, text), { ...ANY_JSON, name: text, statement: { en: text } }, text, [text], null]) {
          const method = route.method === 'PATCH' ? 'PATCH' : 'POST'
          const answer = await world.as('maria').json(method, urlOf(route), body, { 'if-match': '"1"' })
          assert.ok(answer.status < 500, `${answer.status} ${route.key} for ${JSON.stringify(text.slice(0, 60))}`)
        }
      }
  })

  it('that was kept breaks no page, and stands there as text', async () => {
    const markup = [...ALWAYS, ...OWN, ...lists].filter(isMarkup)
    for (const route of routes('GET')) {
      const answer = await world.as('maria').get(urlOf(route))
      assert.ok(answer.status < 500, `${answer.status} ${route.key}`)
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
      const page = await answer.text()
      assert.equal(
        markup.find((text) => page.includes(text)),
        undefined,
        route.key,
      )
    }
  })

  async function send(route: Route, fields: Record<string, string>): Promise<Response> {
    const who = REACH[route.key] === 'admin' ? 'ada' : 'maria'
    return await world.as(who).post(urlOf(route), fields)
  }

  /** What the form itself sends along. */
  function unseen({ key }: Route): Record<string, string> {
    if (key === 'resources') return { kind: 'tools' }
    return key === 'resourceOrder' ? { resource: ids['resource'] ?? '' } : {}
  }

  /** Whether what was typed is gone from a page that refused it. */
  async function losesText(route: Route, text: string, answer: Response): Promise<boolean> {
    const page = await check(route, text, answer)
    return [409, 422].includes(answer.status) && !page.includes('typed-here') && !NOTHING_TYPED.has(route.key)
  }

  async function check(route: Route, text: string, answer: Response): Promise<string> {
    const page = await answer.text()
    const sent = JSON.stringify(text.slice(0, 80))
    assert.ok(answer.status < 500, `${answer.status} ${route.key} for ${sent}`)
    if (isMarkup(text)) assert.equal(page.includes(text), false, `${route.key} answers with markup: ${sent}`)
    return page
  }

  /** A share of our own and of the list that differs from form to form, so that together the forms see the whole of both. */
  function textsFor(index: number): string[] {
    const every = forms().length
    const own = OWN.filter((_, at) => at % 4 === index % 4)
    return [...ALWAYS, ...own, ...lists.filter((_, at) => at % every === index % every)]
  }

  function forms(): Route[] {
    return routes('POST').filter(({ pattern }) => !pattern.startsWith('/api/'))
  }

  function endpoints(): Route[] {
    return [...routes('POST'), ...routes('PATCH')].filter(({ pattern }) => pattern.startsWith('/api/'))
  }

  /** What ends or removes something comes last, so that the forms before it still find it. */
  function routes(method: string): Route[] {
    const keys = new Map<string, keyof typeof urls>(Object.entries(urls).map(([key, { pattern }]) => [pattern, key as keyof typeof urls])) // the keys of that very object
    const found = world.app.routes.flatMap((route) => {
      const key = keys.get(route.path)
      return key && route.method === method ? [{ method, key, pattern: route.path }] : []
    })
    const unique = [...new Map(found.map((route) => [route.key, route])).values()].filter(({ key }) => !ENDING_THE_VISIT.has(key))
    return unique.toSorted((one, other) => Number(ENDING.test(one.key)) - Number(ENDING.test(other.key)))
  }

  function urlOf({ pattern }: Route): string {
    const params: Record<string, string> = { ...ids, tenant: 'cedar-valley', place: 'lincoln' }
    return pattern.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '018f0000-0000-7000-8000-00000000dead')
  }
})

const ENDING = /Removal$|End$|Retirement$|Withdrawal$|Release$|Reveal$|Closure$|Keeping$|^adminUnit$/

// Whoever signs out or changes the password is no longer there for the next form; their own tests send the same texts.
const ENDING_THE_VISIT = new Set<string>(['signOut', 'signIn', 'demoSignIn', 'myPassword', 'mySessionEnd', 'newPassword', 'invitation'])

function isMarkup(text: string): boolean {
  return /<[a-z/!][^>]*>/i.test(text)
}

function withText(body: object, text: string): object {
  return Object.fromEntries(Object.keys(body).map((name) => [name, text]))
}

function blns(): string[] {
  const listed: unknown = JSON.parse(readFileSync(LIST, 'utf8'))
  return Array.isArray(listed) ? listed.map(String).filter((text) => text.trim() !== '') : []
}
