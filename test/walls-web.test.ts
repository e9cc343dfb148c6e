import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { newRandomId } from '../src/platform/ids.ts'
import { urls } from '../src/urls.ts'
import { ORIGIN, openWorld, type World } from './support/world.ts'
import { zip } from './support/zip.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const GOALS = urls.apiGoals({ tenant: 'cedar-valley' })

describe('the walls of the web', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  it('answer an address with a NUL in it, or with broken escapes, as one that is not here', async () => {
    const maria = world.as('maria')
    for (const address of ['/t/cedar%00/in/lincoln', '/t/cedar-valley/in/lin%00coln', '/t/%E0%A4%A/in/lincoln', '/t/cedar-valley/in/%'])
      assert.equal((await maria.get(address)).status, 404, address)
    assert.equal((await maria.get('/api/v1/ced%00ar/goals')).status, 404)
  })

  it('read a NUL in a search as nothing', async () => {
    assert.equal((await world.as('ada').get(`${urls.adminPeople({ tenant: 'cedar-valley' })}?q=Mar%00ia`)).status, 200)
    assert.equal((await world.as('maria').get('/t/cedar-valley/search?q=%00')).status, 200)
  })

  it('tell a program in its own form what is not here, and which methods an address takes', async () => {
    const maria = world.as('maria')
    for (const address of ['/api/nope', '/api/v1/cedar-valley/nope']) {
      const answer = await maria.get(address)
      assert.deepEqual([answer.status, answer.headers.get('content-type')], [404, 'application/problem+json; charset=utf-8'], address)
    }
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const answer = await world.app.request(ORIGIN + GOALS, { method, headers: { origin: ORIGIN } })
      assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'GET, POST'], method)
      assert.match(answer.headers.get('content-type') ?? '', /problem\+json/)
    }
  })

  it('keep the pages, tables and answers of somebody who is signed in out of every cache', async () => {
    const maria = world.as('maria')
    const addresses = [urls.now(LINCOLN), urls.resourcesCsv(LINCOLN), GOALS, urls.me({}), '/t/cedar-valley/nope', urls.signIn({})]
    for (const address of addresses) assert.equal((await maria.get(address)).headers.get('cache-control'), 'no-store', address)
  })

  it('do a form once, and what was written next in the same form as well', async () => {
    const maria = world.as('maria')
    const once = newRandomId()
    for (const name of ['First word', 'Second word', 'First word']) {
      assert.equal((await maria.post(urls.resources(LINCOLN), { once, kind: 'tools', name })).status, 303)
    }
    const table = await (await maria.get(urls.resourcesCsv(LINCOLN))).text()
    assert.deepEqual([table.split('First word').length - 1, table.split('Second word').length - 1], [1, 1])
  })

  it('do a form again whose answer was a page, where it leads nowhere', async () => {
    const once = newRandomId()
    const verify = async () => await world.as('ada').post(urls.operationsVerification({ tenant: 'cedar-valley' }), { once })
    assert.deepEqual([(await verify()).status, (await verify()).status], [200, 200])
  })

  it('refuse a body that is no form as the sender’s fault', async () => {
    const headers = { origin: ORIGIN, 'content-type': 'multipart/form-data; boundary=x' }
    const answer = await world.app.request(ORIGIN + urls.resources(LINCOLN), { method: 'POST', body: '--x\r\nnonsense', headers })
    assert.equal(answer.status, 400)
  })

  it('take large files where files are expected, and nowhere else', async () => {
    const file = new File([new Uint8Array(2 * 1024 * 1024)], 'large.zip')
    assert.equal((await world.as('maria').post(urls.resources(LINCOLN), { kind: 'tools', name: 'x', file })).status, 413)
    assert.equal((await world.nobody.post(urls.signIn({}), { file })).status, 413)
    assert.notEqual((await world.as('ada').post(urls.roster({ tenant: 'cedar-valley' }), { file })).status, 413)
  })

  it('refuse what another site sends to the API with somebody’s session, whatever it calls its content', async () => {
    const goal = { unitId: world.ids.schools.lincoln, statement: { en: 'From elsewhere' } }
    for (const headers of [{ origin: 'https://elsewhere.example' }, { origin: 'null' }]) {
      const answer = await world.as('maria').json('POST', GOALS, goal, { ...headers, 'sec-fetch-site': 'cross-site' })
      assert.deepEqual([answer.status, answer.headers.get('content-type')], [403, 'application/problem+json; charset=utf-8'])
    }
    assert.equal((await world.as('maria').json('POST', GOALS, goal)).status, 201)
  })

  it('send a look at the headers to sign in, as they do a look at the page', async () => {
    assert.equal((await world.app.request(ORIGIN + urls.now(LINCOLN), { method: 'HEAD' })).status, 303)
  })

  it('tell whoever does the same at the same moment that it is done, and call it no fault of ours', async () => {
    const person = { givenName: 'Ines', familyName: 'Marsh', email: 'ines@marsh.example' }
    const path = urls.adminPeople({ tenant: 'cedar-valley' })
    const answers = await Promise.all(Array.from({ length: 12 }, () => world.as('ada').post(path, person)))
    const statuses = answers.map((answer) => answer.status).toSorted((a, b) => a - b)
    assert.deepEqual(statuses, [303, ...Array.from({ length: 11 }, () => 409)])
  })

  it('take no role that ends before it begins', async () => {
    const path = urls.adminMemberships({ tenant: 'cedar-valley', person: world.ids.people.ben })
    const role = { unitId: world.ids.schools.rivera, role: 'staff', beginsOn: '2026-09-01', endsOn: '2026-08-31' }
    assert.equal((await world.as('ada').post(path, role)).status, 422)
  })

  it('give a spreadsheet nothing that it could run, also behind letters that nobody sees', async () => {
    const names = ['=1+1', '\u200B=2+2', '\u2060@sum(3)', '\uFF1D4+4']
    for (const name of names) await world.as('maria').post(urls.resources(LINCOLN), { kind: 'tools', name })
    const table = await (await world.as('maria').get(urls.resourcesCsv(LINCOLN))).text()
    for (const name of names) assert.ok(table.includes(`\n'${name},`), JSON.stringify(name))
  })

  it('read files with NUL or half letters in them as faulty files', async () => {
    const ada = world.as('ada')
    const roster = async (name: string, header: string, cell: string) => {
      const manifest = 'propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.orgs,bulk\n'
      const bytes = zip([
        { name: 'manifest.csv', bytes: manifest },
        { name: 'orgs.csv', bytes: `sourcedId,name,type${header}\n1,${cell},school\n` },
      ])
      return (await ada.post(urls.roster({ tenant: 'cedar-valley' }), { file: new File([new Uint8Array(bytes)], name) })).status
    }
    assert.equal(await roster('a.zip', ',na\0me', 'El\0m'), 303)
    assert.equal(await roster('a.zip', `,${'x'.repeat(119)}\u{1f600}`, `${'x'.repeat(119)}\u{1f600}\0`), 303)
    assert.equal(await roster('a\0b\u0001.zip', '', 'Elm'), 303)
    const file = new File(['period,weekday,begins_at,ends_at\nP\0,1,08:00,09:00\n'], 'schedule.csv')
    assert.equal((await world.as('maria').post(urls.bellScheduleUpload(LINCOLN), { file })).status, 422)
  })

  it('take half a letter and an impossible day from nobody', async () => {
    const maria = world.as('maria')
    const unitId = world.ids.schools.lincoln
    const half = await maria.json('POST', GOALS, { unitId, statement: { en: 'half \ud800 a letter' } })
    assert.equal(half.status, 201)
    for (const dueOn of ['0000-01-01', '9999-12-31'])
      assert.equal((await maria.json('POST', GOALS, { unitId, statement: { en: 'x' }, dueOn })).status, 422, dueOn)
    assert.equal((await maria.post(urls.goals(LINCOLN), { statement_en: 'x', dueOn: '0000-01-01' })).status, 422)
    assert.equal((await maria.post(urls.goalCriteria(LINCOLN), { version: '99999999999', text_0_en: 'Q' })).status, 422)
  })
})
