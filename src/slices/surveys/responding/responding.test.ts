import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { LINCOLN, surveysIn } from '../../../../test/support/asked-staff.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'
import { goRound } from '../participation/commands.ts'

const DAY = 24 * 60 * 60_000

describe('answering a survey', () => {
  let world: World
  let surveys: ReturnType<typeof surveysIn>
  let survey: string
  let links: string[]
  before(async () => {
    world = await openWorld()
    surveys = surveysIn(world)
    await surveys.hire('lincoln', 9)
    await surveys.hire('lincoln', 2, false)
    survey = await surveys.open('maria', 'lincoln')
    links = [...(await surveys.links(survey)).values()]
  })
  after(() => world.close())

  const open = async (link: string) => await world.app.request(`http://localhost:4000${link}`)
  const link = () => links.pop() ?? ''
  const count = async () => (await surveys.rows<{ n: number }>('select count(*)::int as n from survey_answer'))[0]?.n

  it('begins with a letter to everybody who has an address, once each', async () => {
    assert.equal(links.length, 12)
    assert.equal(new Set(links).size, 12)
    assert.equal((await surveys.links(survey)).size, 0)
    const letter = world.letters.at(-1)
    assert.match(`${letter?.subject}\n${letter?.text}`, /anonymous[\s\S]*nobody will learn what you answered/)
  })

  it('says mode and minutes first, and needs no cookie, no script, no second request and few bytes', async () => {
    const answer = await open(links[0] ?? '')
    const text = await answer.text()
    assert.equal(answer.status, 200)
    assert.ok(text.indexOf('Anonymous, about 1 minute') < text.indexOf('<form'))
    assert.doesNotMatch(text.replace(/<script defer src="[^"]*"><\/script>/, ''), /<script|<link|<img|\son\w+=/)
    assert.ok(Buffer.byteLength(text) < 15 * 1024, `${Buffer.byteLength(text)} bytes`)
    assert.deepEqual(answer.headers.getSetCookie(), [])
    assert.deepEqual([answer.headers.get('referrer-policy'), answer.headers.get('cache-control')], ['no-referrer', 'no-store'])
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/)
  })

  it('speaks Spanish where that is wished', async () => {
    const text = await (await open((links[0] ?? '').replace('lang=en', 'lang=es'))).text()
    assert.match(
      text,
      /<html lang="es">[\s\S]*Anónima, cerca de 1 minuto[\s\S]*Escuchar a todas las personas[\s\S]*Nada de acuerdo[\s\S]*Enviar/,
    )
  })

  it('takes an answer once, thanks for it, and keeps no time and no name beside it', async () => {
    const [own, before] = [link(), await count()]
    assert.equal((await surveys.answer(own, [1, 2, 3, 4, 5, 1])).status, 303)
    assert.equal(await count(), Number(before) + 1)
    assert.match(await (await open(own)).text(), /Thank you/)
    const again = await surveys.answer(own, [5, 5, 5, 5, 5, 5])
    assert.equal(again.status, 409)
    const columns = await surveys.rows<{ name: string }>(
      "select column_name as name from information_schema.columns where table_name = 'survey_answer'",
    )
    assert.deepEqual(columns.map((one) => one.name).toSorted(), ['id', 'sealed', 'survey_id', 'tenant_id'])
  })

  it('takes exactly one of fifty that are sent at once', async () => {
    const [own, before] = [link(), await count()]
    const sent = await Promise.all(Array.from({ length: 50 }, (_, at) => surveys.answer(own, [(at % 5) + 1])))
    assert.deepEqual(
      sent.map((one) => one.status).toSorted((a, b) => a - b),
      [303, ...Array.from({ length: 49 }, () => 409)],
    )
    assert.equal(await count(), Number(before) + 1)
  })

  it('keeps what was chosen where something is wrong', async () => {
    const own = link()
    const tampered = await surveys.answer(own, [4, '6', 'x'.repeat(10_000)])
    const text = await tampered.text()
    assert.equal(tampered.status, 422)
    assert.match(text, /role="alert"[\s\S]*name="q0" value="4" checked/)
    assert.match(text, /<title>Not sent yet/)
    assert.doesNotMatch(text, /xxxx/)
    const nothing = await surveys.answer(own, [])
    assert.match(await nothing.text(), /Answer at least one question/)
    assert.equal((await surveys.answer(own, ['x'.repeat(1_000_000)])).status, 413)
    assert.equal((await surveys.answer(own, [3])).status, 303)
  })

  it('knows no link that was tampered with', async () => {
    assert.equal((await open(`${(links[0] ?? '').split('?')[0]}x`)).status, 404)
    assert.equal((await surveys.answer(urls.respond({ token: 'x'.repeat(43) }), [1])).status, 404)
  })

  it('leaves no event, no receipt and no line in the log', async () => {
    const traces = async () =>
      await surveys.rows('select (select count(*) from event)::int as events, (select count(*) from request_receipt)::int as receipts')
    const before = await traces()
    await surveys.answer(link(), [2, 2])
    assert.deepEqual(await traces(), before)
  })

  it('works from a code on paper, written small or with its dashes, and nobody owns it', async () => {
    const sheet = await (await world.as('maria').post(urls.surveyCodes({ ...LINCOLN, survey }))).text()
    const codes = [...sheet.matchAll(/[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/g)].map(([code]) => code)
    assert.equal(codes.length, 2)
    assert.equal((await surveys.answer(urls.respond({ token: codes[0]?.toLowerCase() ?? '' }), [5])).status, 303)
    const second = await (await world.as('maria').post(urls.surveyCodes({ ...LINCOLN, survey }))).text()
    assert.match(second, /1 code on paper/)
    assert.equal((await open(urls.respond({ token: codes[1] ?? '' }))).status, 404)
    assert.equal((await world.as('lucia').post(urls.surveyCodes({ ...LINCOLN, survey }))).status, 409)
    assert.equal((await world.as('omar').post(urls.surveyCodes({ ...LINCOLN, place: 'rivera', survey }))).status, 404)
  })

  it('shows leaders how many have answered, rounded, once a day, and nothing else', async () => {
    const page = async (persona: 'maria' | 'dana') => await (await world.as(persona).get(urls.survey({ ...LINCOLN, survey }))).text()
    assert.match(await page('maria'), /14 people are asked/)
    await goRound(world.deps)
    assert.match(await page('maria'), /About 5 of 14/)
    for (const own of links.splice(0, 4)) await surveys.answer(own, [1])
    await goRound(world.deps)
    assert.match(await page('maria'), /About 5 of 14/)
    const tomorrow = new Date(world.clock.now().getTime() + DAY)
    await goRound({ ...world.deps, clock: { now: () => tomorrow } })
    assert.match(await page('maria'), /About 10 of 14/)
    assert.match(await page('dana'), /for those who lead this very place/)
  })

  it('ends when its leaders close it, and then takes nothing', async () => {
    const address = urls.surveyClosure({ ...LINCOLN, survey })
    assert.equal((await world.as('lucia').post(address)).status, 409)
    assert.equal((await world.as('stranger').post(address)).status, 404)
    const own = link()
    assert.equal((await world.as('maria').post(address)).status, 303)
    assert.equal((await world.as('maria').post(address)).status, 409)
    assert.equal((await surveys.answer(own, [1])).status, 409)
    assert.equal((await open(own)).status, 410)
  })

  it('is opened with a day that is to come, enough people and a role', async () => {
    const instrument = (await surveys.rows<{ id: string }>('select id from instrument'))[0]?.id ?? ''
    const form = { instrumentId: instrument, roles: 'teacher', opensOn: '2026-10-10', closesOn: '2026-10-20' }
    const send = async (fields: Record<string, string | string[]>) =>
      await world.as('maria').post(urls.surveys(LINCOLN), { ...form, ...fields })
    assert.match(await (await send({ opensOn: '2026-01-01' })).text(), /Choose today or a later day/)
    assert.match(await (await send({ closesOn: '2026-10-09' })).text(), /must not come before the first/)
    assert.match(await (await send({ roles: 'principal' })).text(), /Fewer than five people/)
    assert.equal((await send({ roles: [] })).status, 422)
    assert.equal((await world.as('lucia').post(urls.surveys(LINCOLN), form)).status, 409)
    assert.equal((await world.as('omar').post(urls.surveys({ ...LINCOLN, place: 'rivera' }), form)).status, 404)
    const later = /surveys\/([0-9a-f-]{36})/.exec((await send({})).headers.get('location') ?? '')?.[1] ?? ''
    const early = [...(await surveys.links(later)).values()][0] ?? ''
    assert.equal((await surveys.answer(early, [1])).status, 409)
    assert.match(await (await open(early)).text(), /has not begun yet/)
  })
})
