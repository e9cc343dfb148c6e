import assert from 'node:assert/strict'
import { createCipheriv } from 'node:crypto'
import { after, afterEach, before, beforeEach, describe, it, mock } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { LINCOLN, surveysIn } from '../../../../test/support/asked-staff.ts'
import { openWorld, ORIGIN, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'

const ANSWERS = 12_500
const PIECES = 4
const QUESTIONS = 6 // The last is answered with words that cannot be packed into nothing.
const HELD = "select from pg_stat_activity where datname = current_database() and usename = 'groundwork_app' and state <> 'idle'"

describe('a download of single answers', () => {
  let world: World
  let rows: ReturnType<typeof surveysIn>['rows']
  let survey: string
  let address: string
  /** The first transaction is the request's own; each piece has one more. */
  let transactions: { mock: { callCount(): number } }
  before(async () => {
    world = await openWorld()
    const surveys = surveysIn(world)
    rows = surveys.rows
    await surveys.hire('lincoln', 6)
    survey = await surveys.open('maria', LINCOLN.place, { mode: 'confidential' })
    for (const link of (await surveys.links(survey)).values()) assert.equal((await surveys.answer(link, [1, 2])).status, 303)
    await rows(
      `insert into survey_response (tenant_id, id, survey_id, unit_id, answers, counted)
       select $1, gen_random_uuid(), $2, $3,
         (select jsonb_agg(1 + (n + q) % 5 order by q) from generate_series(2, $4::int) q) ||
           (select to_jsonb(string_agg(md5(n || ' ' || k), '')) from generate_series(1, 8) k), true
       from generate_series(1, $5 - (select count(*)::int from survey_response where person_id is not null)) n`,
      [world.ids.tenants['cedar-valley'], survey, world.ids.schools.lincoln, QUESTIONS, ANSWERS],
    )
    assert.equal((await world.as('maria').post(urls.surveyClosure({ ...LINCOLN, survey }))).status, 303)
    address = urls.researchAnswersCsv({ tenant: 'cedar-valley', survey })
    assert.equal((await world.as('ruth').get(address)).status, 200) // makes session and key
  })
  after(() => world.close())
  beforeEach(() => {
    transactions = mock.method(world.deps.db, 'transaction')
  })
  afterEach(() => mock.restoreAll())

  const download = async (headers: Record<string, string> = {}) => await world.as('ruth').get(address, headers)
  const countEvents = async () => (await rows("select from event where verb = 'survey_answers_downloaded'")).length
  const piecesRead = () => transactions.mock.callCount() - 1

  it('is the whole in the order of its pseudonyms, each piece read by itself', async () => {
    const text = await (await download()).text()
    assert.equal(piecesRead(), PIECES)
    const key = await world.deps.keys.get(survey)
    assert.ok(key)
    const kept = await rows<{ who: string; answers: number[] }>(
      'select coalesce(person_id, id) as who, answers from survey_response where survey_id = $1',
      [survey],
    )
    const pseudonymOf = (who: string) => createCipheriv('aes-256-ecb', key, null).update(who.replaceAll('-', ''), 'hex', 'hex').slice(0, 24)
    const expected = kept.map(({ who, answers }) => [pseudonymOf(who), 'Lincoln', '', ...answers].join(',')).toSorted()
    const lines = text.trim().split('\r\n').slice(1)
    assert.equal(lines.length, ANSWERS)
    const otherAt = lines.findIndex((line, at) => line !== expected[at])
    assert.deepEqual([lines[otherAt], otherAt], [undefined, -1])
  })

  it('lies in rows whose ids are random, and so tell no order either', async () => {
    const ids = await rows<{ id: string }>('select id from survey_response where person_id is not null')
    assert.ok(ids.length > 6)
    for (const { id } of ids) assert.match(id, /^.{14}4/, 'made from chance alone, as RFC 9562 has it for version 4')
  })

  it('is recorded before anything of it is read', async () => {
    const before = await countEvents()
    const { body } = await download()
    assert.deepEqual([await countEvents(), piecesRead()], [before + 1, 0])
    await body?.cancel()
  })

  it('is read at most one piece ahead, and holds no connection while its reader takes time', async () => {
    const reader = (await download()).body?.getReader()
    await reader?.read()
    assert.equal(piecesRead(), 0, 'the header needs none')
    await reader?.read()
    await wait(100)
    assert.equal(piecesRead(), 2)
    await until(async () => (await rows(HELD)).length === 0)
    await reader?.cancel()
  })

  it('ends with a reader who goes away after the first piece, and stays recorded', async () => {
    const before = await countEvents()
    const reader = (await download()).body?.getReader()
    await reader?.read()
    await reader?.read()
    await reader?.cancel()
    await wait(100)
    assert.deepEqual([await countEvents(), piecesRead()], [before + 1, 2])
  })

  it('is recorded and not read when only its head is asked for', async () => {
    const before = await countEvents()
    const session = await world.deps.signIn.openSession(world.ids.identities.ruth, new Headers())
    const cookie = session.cookies.map((one) => one.split(';')[0]).join('; ')
    const answer = await world.app.request(`${ORIGIN}${address}`, { method: 'HEAD', headers: { cookie } })
    await wait(100)
    assert.deepEqual([answer.status, await answer.text(), await countEvents(), piecesRead()], [200, '', before + 1, 0])
  })

  it('breaks when a piece cannot be read, and never looks whole', async () => {
    for (const encoding of ['identity', 'gzip']) {
      failAfter(2)
      const answer = await download({ 'accept-encoding': encoding })
      assert.equal(answer.headers.get('content-encoding'), encoding === 'gzip' ? 'gzip' : null)
      await assert.rejects(answer.text(), encoding)
    }
  })

  it('breaks for a browser too', async () => {
    const listening = Promise.withResolvers<number>()
    const server = serve({ fetch: () => download(), port: 0, hostname: '127.0.0.1' }, ({ port }) => listening.resolve(port))
    try {
      const port = await listening.promise
      const url = `http://127.0.0.1:${port}/`
      assert.equal((await (await fetch(url)).text()).split('\r\n').length, ANSWERS + 2)
      failAfter(2)
      const told = mock.method(console, 'error', () => {})
      const answer = await fetch(url)
      assert.equal(answer.status, 200)
      await assert.rejects(answer.text())
      assert.match(String(told.mock.calls[0]?.arguments[0]), /the database has gone/)
    } finally {
      server.close()
    }
  })

  it('is packed on the way without being gathered, and kept by nobody', async () => {
    const answer = await download({ 'accept-encoding': 'gzip' })
    assert.equal(answer.headers.get('content-encoding'), 'gzip')
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    await wait(300)
    assert.ok(piecesRead() < PIECES, `${piecesRead()} were read for nobody`)
    const unpacked = answer.body?.pipeThrough(new DecompressionStream('gzip'))
    assert.equal(await new Response(unpacked).text(), await (await download()).text())
  })

  it('packed, ends with its reader as well', async () => {
    const reader = (await download({ 'accept-encoding': 'gzip' })).body?.getReader()
    await reader?.read()
    await reader?.cancel()
    await wait(300)
    assert.ok(piecesRead() < PIECES)
  })

  it('leaves out what an operator has deleted meanwhile, and calls a place by one name', async () => {
    const answer = await download()
    const [gone] = await rows<{ id: string }>(
      'delete from survey_response where id = (select id from survey_response limit 1) returning id',
    )
    assert.ok(gone)
    await rows("update unit set name = 'Renamed' where id = $1", [world.ids.schools.lincoln])
    const text = await answer.text()
    await rows("update unit set name = 'Lincoln' where id = $1", [world.ids.schools.lincoln])
    assert.equal(text.trim().split('\r\n').length, ANSWERS)
    assert.doesNotMatch(text, /Renamed/)
  })

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + 5000
    while (!(await isSo())) {
      assert.ok(Date.now() < end, 'it never was so')
      await wait(20)
    }
  }

  /** So many transactions go through, then the database is gone. */
  function failAfter(most: number): void {
    mock.restoreAll()
    const transaction = world.deps.db.transaction.bind(world.deps.db)
    let count = 0
    mock.method(world.deps.db, 'transaction', async (...asked: Parameters<typeof transaction>) => {
      count += 1
      if (count > most) throw new Error('the database has gone')
      return await transaction(...asked)
    })
  }
})
