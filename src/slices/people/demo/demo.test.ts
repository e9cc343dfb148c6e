import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { sendLetters } from '../../../../test/support/letters.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { openOutbox } from '../../../platform/outbox.ts'
import { urls } from '../../../urls.ts'

let world: World
let folder: string

before(async () => {
  world = await openWorld({ demo: true })
  folder = await mkdtemp(join(tmpdir(), 'groundwork-outbox-'))
  const outbox = openOutbox(folder, world.clock)
  Object.assign(world.deps, { outbox, mail: outbox })
})
after(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

describe('the demonstration', () => {
  it('shows its cast, each with a role and what they come for', async () => {
    const text = await (await world.nobody.get(urls.demoSignIn({}))).text()
    for (const words of ['Maria Alvarez', 'Principal, Lincoln Elementary', 'before asking anyone for more', 'Ada Moreau'])
      assert.match(text, new RegExp(words))
    assert.doesNotMatch(text, /Olaf Brandt/)
  })

  it('is offered on the sign-in page, and leads on to where one wanted to be', async () => {
    assert.match(await (await world.nobody.get(urls.signIn({}, { next: '/me' }))).text(), /href="\/demo\/sign-in\?next=%2Fme"/)
    const response = await world.nobody.post(urls.demoSignIn({}), { person: 'maria', next: '/me' })
    assert.equal(response.headers.get('location'), '/me')
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    assert.match(await (await world.nobody.get(urls.me({}), { cookie })).text(), /Maria Alvarez/)
  })

  it('leads nowhere else', async () => {
    const response = await world.nobody.post(urls.demoSignIn({}), { person: 'maria', next: '//evil.example' })
    assert.equal(response.headers.get('location'), '/')
  })

  it('lets nobody be whom the cast does not have', async () => {
    for (const person of ['stranger', 'sana', '', world.ids.identities.stranger]) {
      const response = await world.nobody.post(urls.demoSignIn({}), { person })
      assert.equal(response.status, 404)
      assert.deepEqual(response.headers.getSetCookie(), [])
    }
  })

  it('keeps its letters on a page, with links that can be followed', async () => {
    assert.match(await (await world.nobody.get(urls.demoOutbox({}))).text(), /No letters yet/)
    await world.nobody.post(urls.passwordReset({}), { email: 'maria.alvarez@cedar-valley.example' })
    await sendLetters(world)
    const text = await (await world.nobody.get(urls.demoOutbox({}))).text()
    assert.match(text, /A new password for Groundwork, to maria\.alvarez/)
    assert.match(text, /<a href="http:\/\/localhost:4000\/password-reset\/[\w-]{43}">/)
  })
})

describe('a real installation', () => {
  it('has no demonstration: neither page nor form nor outbox', async () => {
    Object.assign(world.deps, { demo: false })
    assert.equal((await world.nobody.get(urls.demoSignIn({}))).status, 404)
    const response = await world.nobody.post(urls.demoSignIn({}), { person: 'maria' })
    assert.equal(response.status, 404)
    assert.deepEqual(response.headers.getSetCookie(), [])
    assert.equal((await world.nobody.get(urls.demoOutbox({}))).status, 404)
    assert.doesNotMatch(await (await world.nobody.get(urls.signIn({}))).text(), /demo/)
  })
})
