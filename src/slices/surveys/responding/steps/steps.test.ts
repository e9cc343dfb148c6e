import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { formIn, questionnairesIn, WORK } from '../../../../../test/support/questionnaires.ts'
import { openWorld, type World } from '../../../../../test/support/world.ts'

describe('a survey that is asked part by part', () => {
  let world: World
  let surveys: Awaited<ReturnType<typeof questionnairesIn>>
  let links: string[]
  before(async () => {
    world = await openWorld()
    surveys = await questionnairesIn(world)
    links = await surveys.put(WORK, { mode: 'confidential' })
  })
  after(() => world.close())

  const link = () => links.pop() ?? ''
  const given = async () => {
    const rows = await surveys.rows<{ answers: unknown[] }>('select answers from survey_response order by xmin::text::bigint desc limit 1')
    return rows[0]?.answers
  }
  /** Sends what a page holds, and what is typed on it. */
  const go = async (own: string, page: string, move: string, typed: Record<string, string> = {}) => {
    const answer = await surveys.at(own, { ...formIn(page, move), ...typed })
    return { status: answer.status, text: await answer.text() }
  }

  it('begins with its first part, and says how many there may be', async () => {
    const text = await (await surveys.at(link())).text()
    assert.match(text, /Part 1 of up to 4[\s\S]*What do you do most/)
    assert.doesNotMatch(text, /keep their word/)
    assert.match(text, /value="next"/)
    assert.doesNotMatch(text, /value="back"|value="send"/)
  })

  it('leaves out what somebody is not asked, and keeps nothing on the server between the parts', async () => {
    const own = link()
    const first = await (await surveys.at(own)).text()
    const second = await go(own, first, 'next', { q0: '1' })
    assert.match(second.text, /Part 2 of 3[\s\S]*type="hidden" name="q0" value="1"[\s\S]*keep their word/)
    const third = await go(own, second.text, 'next', { q1: '5', q2: '2' })
    assert.match(third.text, /Part 3 of 3[\s\S]*What should stay[\s\S]*What made you say so[\s\S]*value="send"/)
    assert.deepEqual(await given(), undefined)
    assert.equal((await go(own, third.text, 'send', { q4: 'Our mornings.' })).status, 303)
    assert.deepEqual(await given(), [1, 5, 2, null, 'Our mornings.', null])
  })

  it('goes back with all that was chosen, and counts nothing that is not asked any more', async () => {
    const own = link()
    const second = await go(own, await (await surveys.at(own)).text(), 'next', { q0: '2' })
    const third = await go(own, second.text, 'next', { q1: '4' })
    assert.match(third.text, /Part 3 of 4[\s\S]*after a visit/)
    const fourth = await go(own, third.text, 'next', { q3: '5' })
    const back = await go(own, fourth.text, 'back', { q4: 'Half a thought', q5: 'Because.' })
    assert.match(back.text, /Part 3 of 4[\s\S]*name="q4" value="Half a thought"[\s\S]*name="q3" value="5" checked/)
    const first = await go(own, (await go(own, back.text, 'back')).text, 'back')
    assert.match(first.text, /Part 1 of up to 4[\s\S]*value="2" checked/)
    const again = await go(own, first.text, 'next', { q0: '1' })
    const last = await go(own, again.text, 'next', { q1: '3' })
    assert.match(last.text, /Part 3 of 3[\s\S]*Half a thought/)
    assert.doesNotMatch(last.text, /What made you say so/)
    assert.equal((await go(own, last.text, 'send')).status, 303)
    assert.deepEqual(await given(), [1, 3, null, null, 'Half a thought', null])
  })

  it('stays with what is wrong in a part, and finds it at the end wherever it is', async () => {
    const own = link()
    const long = 'x'.repeat(1001)
    const wrong = await surveys.at(own, { part: '0', go: 'next', q0: '7', q4: 'kept' })
    const page = await wrong.text()
    assert.equal(wrong.status, 422)
    assert.match(page, /href="#q0"[\s\S]*not one of the answers offered[\s\S]*id="q0"/)
    assert.match(page, /name="q4" value="kept"/)
    const end = await surveys.at(own, { part: '1', go: 'send', q0: '1', q4: long })
    assert.equal(end.status, 422)
    assert.match(await end.text(), /Part 3 of 3[\s\S]*1,001 characters/)
  })

  it('says so where nothing follows any more, and sends nothing unasked', async () => {
    const [own = ''] = await surveys.put(WORK.filter(({ key }) => key === 'work' || key === 'coaching'))
    const first = await (await surveys.at(own)).text()
    assert.match(first, /Part 1 of up to 2/)
    const ready = await go(own, first, 'next', { q0: '1' })
    assert.match(ready.text, /That was the last question[\s\S]*value="send"[\s\S]*value="back"/)
    const back = await go(own, ready.text, 'back')
    assert.match(back.text, /Part 1 of up to 2[\s\S]*value="1" checked/)
    assert.equal((await go(own, ready.text, 'send')).status, 303)
  })

  it('is not led astray by parts that do not exist', async () => {
    for (const part of ['99', '-1', 'x', ''])
      for (const move of ['next', 'back', 'stay']) {
        const answer = await surveys.at(links[0] ?? '', { part, go: move, q0: '1' })
        assert.equal(answer.status, 200, `${part} ${move}`)
        assert.match(await answer.text(), /name="go"/)
      }
  })
})
