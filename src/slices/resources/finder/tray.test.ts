import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { teachAtLincoln } from '../../../../test/support/taught-school.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const SENTENCE = /2 of the 3 teachers of Grade 4 have no class in period 3 on Tuesdays/

let world: World

before(async () => {
  world = await openWorld()
  await teachAtLincoln(world)
})
after(async () => await world.close())

async function board(by: Parameters<World['as']>[0] = 'maria', place = 'lincoln'): Promise<string> {
  const response = await world.as(by).get(urls.resources({ ...LINCOLN, place }))
  assert.equal(response.status, 200)
  return await response.text()
}

function findingIn(page: string, sentence: RegExp): string {
  return /findings\/([0-9a-f-]{36})\/acceptance/.exec(page.slice(page.search(sentence)))?.[1] ?? ''
}

describe('the tray of findings', () => {
  it('says why, in a sentence, and who is missing', async () => {
    const page = await board()
    assert.match(page, SENTENCE)
    assert.match(page, /9:50 AM to 10:40 AM, 50 minutes/)
    assert.match(page, /Hana Four teaches then/)
  })

  it('is seen by staff, with the reason why they cannot decide', async () => {
    const page = await board('lucia')
    assert.match(page, SENTENCE)
    assert.match(page, /why-not/)
    const finding = findingIn(await board(), SENTENCE)
    assert.equal((await world.as('lucia').post(urls.findingAcceptance({ ...LINCOLN, finding }))).status, 409)
  })

  it('asks for the reason again where none was given', async () => {
    const finding = findingIn(await board(), SENTENCE)
    const response = await world.as('maria').post(urls.findingDismissal({ ...LINCOLN, finding }), { reason: '' })
    assert.equal(response.status, 422)
    assert.match(await response.text(), SENTENCE)
  })

  it('is not there for neighbours, and knows no finding that is none', async () => {
    const finding = findingIn(await board(), SENTENCE)
    assert.equal((await world.as('omar').post(urls.findingAcceptance({ ...LINCOLN, finding }))).status, 404)
    assert.equal((await world.as('omar').post(urls.findingAcceptance({ ...LINCOLN, place: 'rivera', finding }))).status, 404)
    assert.equal((await world.as('omar').post(urls.findingDismissal({ ...LINCOLN, finding }), { reason: 'x' })).status, 404)
    assert.equal((await world.as('maria').post(urls.findingAcceptance({ ...LINCOLN, finding: crypto.randomUUID() }))).status, 404)
    assert.doesNotMatch(await board('omar', 'rivera'), /Found/)
  })

  it('does not bring back what was dismissed', async () => {
    const sentence = /All 3 teachers of Grade 4 have no class in period 5 on Tuesdays/
    const page = await board()
    assert.match(page, sentence)
    const finding = findingIn(page, sentence)
    assert.equal((await world.as('tomas').post(urls.findingDismissal({ ...LINCOLN, finding }), { reason: 'Recess duty' })).status, 303)
    assert.doesNotMatch(await board(), sentence)
    assert.equal((await world.as('tomas').post(urls.findingDismissal({ ...LINCOLN, finding }), { reason: 'Again' })).status, 404)
  })

  it('puts an accepted time on the board, once, as a structure that nobody has named yet', async () => {
    const finding = findingIn(await board(), SENTENCE)
    const accept = (by: 'maria' | 'tomas' | 'noor') => world.as(by).post(urls.findingAcceptance({ ...LINCOLN, finding }))
    const answers = await Promise.all([accept('maria'), accept('tomas'), accept('noor')])
    assert.deepEqual(answers.map((one) => one.status).sort(), [303, 404, 404])
    const page = await board()
    assert.doesNotMatch(page, SENTENCE)
    assert.match(page, /Common time of Grade 4, Tuesdays 9:50 AM to 10:40 AM<\/span><small>not yet named/)
    assert.match(page, /In: Grade 4 · 50 min a week · 2 people/)
  })
})
