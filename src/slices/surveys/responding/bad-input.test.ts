import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { formIn, questionnairesIn, WORK } from '../../../../test/support/questionnaires.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { createApp } from '../../../app.ts'
import { openDatabase } from '../../../platform/database.ts'
import { urls } from '../../../urls.ts'
import { MODES, type Scale } from '../schema.ts'

const DAY = 24 * 60 * 60_000
const PARTS = WORK.filter((scale) => scale.key === 'trust' || scale.key === 'more').map(({ when: _, ...scale }): Scale => ({
  ...scale,
  items: scale.items.map(({ when: __, ...item }) => item),
}))

describe('an answer that cannot be taken as it came', () => {
  let world: World
  let surveys: Awaited<ReturnType<typeof questionnairesIn>>
  let links: string[]
  before(async () => {
    world = await openWorld()
    surveys = await questionnairesIn(world, 12)
    links = await surveys.put(PARTS, { mode: 'named' })
  })
  after(() => world.close())

  const link = () => links.pop() ?? ''
  const given = async () => (await surveys.rows<{ answers: unknown[] }>('select answers from survey_response')).map((row) => row.answers)
  const count = async () => {
    const counted = 'select (select count(*) from survey_answer)::int + (select count(*) from survey_response)::int as n'
    return (await surveys.rows<{ n: number }>(counted))[0]?.n ?? 0
  }
  const post = async (own: string, body: BodyInit, headers: Record<string, string>) =>
    await world.app.request(`http://localhost:4000${own}`, { method: 'POST', body, headers })

  for (const mode of MODES)
    it(`counts once, ${mode}, however often it is sent at once`, async () => {
      const [own = ''] = await surveys.put(PARTS, { mode })
      const before = await count()
      const sent = await Promise.all(Array.from({ length: 50 }, (_, at) => surveys.at(own, { q0: String((at % 5) + 1) })))
      const statuses = sent.map((one) => one.status).toSorted((a, b) => a - b)
      assert.deepEqual(statuses, [303, ...Array.from({ length: 49 }, () => 409)])
      assert.equal(await count(), before + 1)
    })

  it('is the first of two when somebody presses twice, and the second says that all is well', async () => {
    const [own, before] = [link(), (await given()).length]
    assert.equal((await surveys.at(own, { q0: '4' })).status, 303)
    const second = await surveys.at(own, { q0: '1' })
    assert.equal(second.status, 409)
    assert.match(await second.text(), /has already arrived by this link, and it counts once/)
    assert.deepEqual((await given()).slice(before), [[4, null, null, null]])
  })

  it('came by a link that was tampered with', async () => {
    const own = link()
    for (const path of [`${own.split('?')[0]}x`, urls.respond({ token: 'x'.repeat(43) }), urls.respond({ token: "' or 1=1" })])
      assert.equal((await surveys.at(path, { q0: '1' })).status, 404)
    assert.equal((await surveys.at(own, { q0: '1' })).status, 303)
  })

  it('was none of the options: says which, and keeps the rest', async () => {
    const own = link()
    for (const word of ['0', '6', '-1', '1.5', '1e0', ' 1', 'x'.repeat(10_000)]) {
      const wrong = await surveys.at(own, { q0: word, q1: '4', q2: 'A <b>word</b>' })
      const page = await wrong.text()
      assert.equal(wrong.status, 422, word)
      assert.match(page, /role="alert"[\s\S]*href="#q0"[\s\S]*not one of the answers offered[\s\S]*name="q1" value="4" checked/)
      assert.match(page, /A &lt;b>word&lt;\/b>|A &lt;b&gt;word&lt;\/b&gt;/)
      assert.doesNotMatch(page, /xxxx|name="q0"[^>]*checked/)
    }
    assert.equal((await surveys.at(own, { q0: '5' })).status, 303)
  })

  it('was to a question that was not asked: that one is left out', async () => {
    const [own, before] = [link(), (await given()).length]
    assert.equal((await surveys.at(own, { q0: '2', q4: '3', q99: '1', 'q-1': '1', __proto__x: '1' })).status, 303)
    assert.deepEqual((await given()).slice(before), [[2, null, null, null]])
  })

  it('is too long: says by how much, and gives back every letter', async () => {
    const own = link()
    const long = `${'Mañana & "tarde"\n'.repeat(588)}fin.`
    assert.ok(long.length >= 10_000)
    const wrong = await surveys.at(own, { q0: '3', q2: long, q3: long })
    const page = await wrong.text()
    assert.equal(wrong.status, 422)
    assert.match(page, /10,000 characters are more than the 1,000 that fit/)
    assert.deepEqual(formIn(page, 'send'), { q0: '3', q2: long, q3: long, go: 'send' })
    const before = (await given()).length
    assert.equal((await surveys.at(own, { q0: '3', q2: 'é'.repeat(1000) })).status, 303)
    assert.deepEqual((await given()).slice(before), [[3, null, 'é'.repeat(1000), null]])
  })

  it('is empty', async () => {
    const empty = await surveys.at(links[0] ?? '', { q2: ' \n\u0000 ' })
    assert.equal(empty.status, 422)
    assert.match(await empty.text(), /href="#q0"[\s\S]*Answer at least one question/)
  })

  it('is larger than any questionnaire: nothing of it is taken', async () => {
    const before = await count()
    const large = await surveys.at(links[0] ?? '', { q2: 'x'.repeat(1024 * 1024) })
    assert.equal(large.status, 413)
    assert.match(await large.text(), /your words are still in the form/)
    assert.equal(await count(), before)
    const told = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(1024 * 1024) }
    const announced = await world.app.request(`http://localhost:4000${links[0]}`, { method: 'POST', body: 'q0=1', headers: told })
    assert.equal(announced.status, 413, 'nobody waits for a body that says it is too large')
  })

  it('is no form', async () => {
    const before = await count()
    const own = links[0] ?? ''
    const sent = [
      await post(own, JSON.stringify({ q0: '1' }), { 'content-type': 'application/json' }),
      await post(own, 'q0=1', { 'content-type': 'text/plain' }),
      await post(own, new Uint8Array([1, 2, 3]), {}),
      await post(own, new URLSearchParams({ q0: '1' }).toString(), { 'content-type': 'multipart/form-data; boundary=x' }),
    ]
    for (const one of sent) {
      assert.equal(one.status, 415)
      assert.match(await one.text(), /open the link again/)
    }
    assert.equal((await post(own, '%%%=%E0%A4&q0=%FF', { 'content-type': 'application/x-www-form-urlencoded' })).status, 422)
    assert.equal(await count(), before)
  })

  it('comes before the first day, or after the close', async () => {
    const tomorrow = new Date(world.clock.now().getTime() + DAY).toISOString().slice(0, 10)
    const [early = ''] = await surveys.put(PARTS, { mode: 'named', opensOn: tomorrow })
    const before = await count()
    const refused = await surveys.at(early, { q0: '1' })
    assert.equal(refused.status, 409)
    assert.match(await refused.text(), /has not begun yet\. The link works from its first day, [A-Z][a-z]+ \d+, 2026/)
    const late = createApp({ ...world.deps, clock: { now: () => new Date('2027-01-01T12:00:00Z') } })
    const sending = { method: 'POST', body: new URLSearchParams({ q0: '1' }) }
    const over = await late.request(`http://localhost:4000${links[0]}`, sending)
    assert.equal(over.status, 409)
    assert.match(await over.text(), /is closed and takes no more answers/)
    assert.equal(await count(), before)
  })

  it('finds no database: what was typed stays in a page that sends it again', async () => {
    const away = createApp({ ...world.deps, db: openDatabase({ url: 'postgres://nobody@127.0.0.1:9/nothing' }) })
    const [own, before] = [link(), await count()]
    const body = new URLSearchParams({ q0: '2', q2: 'Two "lines"\nof <words>', go: 'send' })
    const kept = await away.request(`http://localhost:4000${own}`, { method: 'POST', body })
    const page = await kept.text()
    assert.deepEqual([kept.status, kept.headers.get('retry-after')], [503, '30'])
    assert.match(page, /However often you send them, they count once/)
    assert.equal((await away.request(`http://localhost:4000${own}`)).status, 503)
    const fields = formIn(page, 'send')
    assert.deepEqual(fields, Object.fromEntries(body))
    assert.equal((await surveys.at(own, fields)).status, 303)
    assert.equal((await surveys.at(own, fields)).status, 409)
    assert.equal(await count(), before + 1)
  })
})
