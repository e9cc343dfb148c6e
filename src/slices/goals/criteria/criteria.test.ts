import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { LINCOLN } from '../../../../test/support/held-vote.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { inTenant } from '../../../access/scope.ts'
import { urls } from '../../../urls.ts'
import { editCriteria } from './commands.ts'
import { findCriteria } from './queries.ts'
import { SHIPPED_CRITERIA } from './schema.ts'

describe('the criteria of a worthy goal', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  const address = urls.goalCriteria(LINCOLN)

  async function criteria() {
    const scope = await world.scope('maria')
    const place = { id: world.ids.schools.lincoln, path: [world.ids.roots['cedar-valley'], world.ids.schools.lincoln] }
    return await inTenant(world.deps.db, scope, (tx) => findCriteria(tx, scope, place))
  }

  it('are the shipped ones at first, in both languages', async () => {
    const { questions, own } = await criteria()
    assert.equal(own, false)
    assert.deepEqual(questions, SHIPPED_CRITERIA)
    for (const { text } of questions) assert.ok(text['en']?.endsWith('?') && text['es']?.startsWith('¿'))
    assert.match(await (await world.as('ben').get(address)).text(), /Is it about teaching/)
  })

  it('are changed by the team: one reworded, one dropped, one added, each with its own key', async () => {
    const answer = await world.as('tomas').post(address, {
      version: 0,
      key_0: 'whole_school',
      text_0_en: 'Does it concern all of us?',
      text_0_es: '¿Nos concierne a todos?',
      key_1: 'instruction',
      text_1_en: '',
      text_2_en: 'Will families notice?',
    })
    assert.equal(answer.status, 303)
    const { questions, own, version } = await criteria()
    assert.deepEqual([own, version, questions.length], [true, 1, 2])
    assert.deepEqual(questions[0], { key: 'whole_school', text: { en: 'Does it concern all of us?', es: '¿Nos concierne a todos?' } })
    assert.match(questions[1]?.key ?? '', /^own_[0-9a-f]{8}$/)
  })

  it('are never overwritten by somebody who read an older list', async () => {
    const answer = await world.as('maria').post(address, { version: 0, text_0_en: 'Written beside it?' })
    assert.equal(answer.status, 409)
    assert.match(await answer.text(), /Written beside it\?/)
  })

  it('cannot all be dropped', async () => {
    const answer = await world.as('maria').post(address, { version: 1, key_0: 'whole_school', text_0_en: ' ' })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /At least one question is needed/)
  })

  it('are changed by nobody else, and are not there for the neighbour', async () => {
    assert.equal((await world.as('ben').post(address, { version: 1, text_0_en: 'Mine?' })).status, 409)
    assert.match(await (await world.as('ben').get(address)).text(), /Your role here can read this/)
    assert.equal((await world.as('omar').get(address)).status, 404)
    assert.equal((await world.as('stranger').post(address, { version: 1, text_0_en: 'Mine?' })).status, 404)
  })

  it('of the district serve a school that has none of its own', async () => {
    const rivera = urls.goalCriteria({ ...LINCOLN, place: 'rivera' })
    const root = world.ids.roots['cedar-valley']
    const questions = [{ key: 'district_wide', text: { en: 'Does it serve the whole valley?' } }]
    await editCriteria(world.deps.db, await world.system(), { id: root, path: [root] }, { questions, version: 0 })
    const text = await (await world.as('omar').get(rivera)).text()
    assert.match(text, /This place has no questions of its own yet/)
    assert.match(text, /Does it serve the whole valley\?/)
    assert.doesNotMatch(await (await world.as('ben').get(address)).text(), /whole valley/)
  })
})
