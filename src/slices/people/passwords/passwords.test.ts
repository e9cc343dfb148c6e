import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { givePassword, linkIn, sendLetters } from '../../../../test/support/letters.ts'
import { openWorld, ORIGIN, type World } from '../../../../test/support/world.ts'
import { inIdentity } from '../../../access/scope.ts'
import { urls } from '../../../urls.ts'
import { LIMITS } from '../attempts/schema.ts'

const OLD = 'quiet gravel pond at noon'
const NEW = 'seven lanterns by the mill'
let world: World
let email: string

before(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  await sendLetters(world)
  email = await givePassword(world, 'maria', OLD)
  world.clock.turnBy(61 * 60_000)
})
after(() => world.close())

async function askFor(address: string, headers: Record<string, string> = {}) {
  return await world.nobody.post(urls.passwordReset({}), { email: address }, headers)
}

/** The path in the letter that comes after asking. */
async function link() {
  await askFor(email)
  return linkIn((await sendLetters(world))[0])
}

async function statusOfSignIn(password: string) {
  return (await world.nobody.post(urls.signIn({}), { email, password })).status
}

async function cookieOfSignIn() {
  return (await world.nobody.post(urls.signIn({}), { email, password: OLD })).headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

describe('a new password by letter', () => {
  it('comes with a link of this installation, to the address and in the language of the person', async () => {
    await askFor(email)
    const [letter] = await sendLetters(world)
    assert.equal(letter?.to, email)
    assert.match(letter?.subject ?? '', /A new password/)
    assert.match(letter?.text ?? '', new RegExp(`${ORIGIN}/password-reset/[\\w-]{43}\n`))
  })

  it('gives a known and an unknown address the same answer and the same work', async () => {
    const known = await askFor(email)
    const unknown = await askFor('nobody@cedar-valley.example')
    const strip = async (response: Response, address: string) =>
      (await response.text()).replaceAll(address, '').replace(/value="[^"]*"/g, '')
    assert.deepEqual([known.status, unknown.status], [200, 200])
    assert.equal(await strip(known, email), await strip(unknown, 'nobody@cedar-valley.example'))
    const waiting = await inIdentity(world.deps.db, undefined, (tx) =>
      tx.selectFrom('identity.verification').select('value').where('identifier', '=', 'reset_request').execute(),
    )
    assert.deepEqual(waiting.map((one) => one.value).sort(), [email, 'nobody@cedar-valley.example'].sort())
    assert.deepEqual(
      (await sendLetters(world)).map((one) => one.to),
      [email],
    )
  })

  it('is set once, signs in, ends every session, and is told by letter', async () => {
    const before = await cookieOfSignIn()
    const path = await link()
    assert.match(await (await world.nobody.get(path)).text(), /Choose a new password/)
    const response = await world.nobody.post(path, { password: NEW })
    assert.equal(response.status, 303)
    assert.match(response.headers.getSetCookie().join(), /HttpOnly/)
    assert.deepEqual([await statusOfSignIn(OLD), await statusOfSignIn(NEW)], [422, 303])
    assert.equal((await world.nobody.get(urls.me({}), { cookie: before })).status, 303)
    assert.match((await sendLetters(world))[0]?.subject ?? '', /Your password was changed/)
  })

  it('cannot be set by a link that was used, even when two come at once', async () => {
    const path = await link()
    const both = await Promise.all([world.nobody.post(path, { password: NEW }), world.nobody.post(path, { password: `${NEW} pond` })])
    assert.deepEqual(both.map((response) => response.status).sort(), [303, 410])
    const again = await world.nobody.post(path, { password: NEW })
    assert.equal(again.status, 410)
    assert.match(await again.text(), /This link no longer works/)
    assert.equal((await world.nobody.get(path)).status, 410)
  })

  it('cannot be set an hour later, nor by a link that was made up', async () => {
    const path = await link()
    world.clock.turnBy(60 * 60_000)
    assert.equal((await world.nobody.post(path, { password: NEW })).status, 410)
    assert.equal((await world.nobody.get(urls.newPassword({ token: 'x'.repeat(43) }))).status, 410)
    assert.equal(await statusOfSignIn(OLD), 303)
  })

  it('makes earlier letters worthless', async () => {
    const [first, second] = [await link(), await link()]
    assert.equal((await world.nobody.post(second, { password: NEW })).status, 303)
    assert.equal((await world.nobody.post(first, { password: OLD })).status, 410)
  })

  it('must be one that is not guessed, and the link stays good', async () => {
    const path = await link()
    const refused = await world.nobody.post(path, { password: 'maria.alvarez2026' })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /made of your name/)
    assert.equal((await world.nobody.post(path, { password: NEW })).status, 303)
  })

  it('keeps no secret in the database: neither in the queue nor beside the person', async () => {
    await askFor(email)
    const queued = await inIdentity(world.deps.db, undefined, (tx) => tx.selectFrom('identity.verification').selectAll().execute())
    const secret =
      linkIn((await sendLetters(world))[0])
        .split('/')
        .at(-1) ?? ''
    const kept = await inIdentity(world.deps.db, undefined, (tx) => tx.selectFrom('identity.verification').selectAll().execute())
    assert.equal(JSON.stringify([queued, kept]).includes(secret), false)
  })

  it('is asked for a few times an hour: silently for one account, with words for one sender', async () => {
    for (let n = 0; n < LIMITS.resetAccount.max + 3; n++)
      assert.equal((await askFor(email, { 'x-forwarded-for': `192.0.2.${n}` })).status, 200)
    assert.equal((await sendLetters(world)).length, LIMITS.resetAccount.max)
    const from = { 'x-forwarded-for': '198.51.100.9' }
    for (let n = 0; n < LIMITS.resetAddress.max; n++) await askFor(`person${n}@cedar-valley.example`, from)
    const refused = await askFor('one.more@cedar-valley.example', from)
    assert.equal(refused.status, 429)
    assert.match(await refused.text(), /Please wait 60 minutes/)
  })
})

describe('changing one’s password', () => {
  async function change(fields: Record<string, string>) {
    return await world.nobody.post(urls.myPassword({}), fields, { cookie: await cookieOfSignIn() })
  }

  it('ends every session but goes on in this one', async () => {
    const [elsewhere, here] = [await cookieOfSignIn(), await cookieOfSignIn()]
    const response = await world.nobody.post(urls.myPassword({}), { current: OLD, password: NEW }, { cookie: here })
    assert.equal(response.status, 303)
    const now = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const status = async (cookie: string) => (await world.nobody.get(urls.me({}), { cookie })).status
    assert.deepEqual([await status(elsewhere), await status(here), await status(now)], [303, 303, 200])
    assert.deepEqual([await statusOfSignIn(OLD), await statusOfSignIn(NEW)], [422, 303])
  })

  it('takes the present one, and says so at the field', async () => {
    const response = await change({ current: NEW, password: NEW })
    assert.equal(response.status, 422)
    assert.match(await response.text(), /id="current-error"/)
    assert.equal(await statusOfSignIn(OLD), 303)
  })

  it('takes fifteen characters', async () => {
    const response = await change({ current: OLD, password: 'short' })
    assert.equal(response.status, 422)
    assert.match(await response.text(), /at least 15 characters long/)
  })

  it('is slowed after too many wrong tries', async () => {
    const cookie = await cookieOfSignIn()
    for (let n = 0; n < LIMITS.changePassword.max; n++)
      await world.nobody.post(urls.myPassword({}), { current: NEW, password: NEW }, { cookie })
    const response = await world.nobody.post(urls.myPassword({}), { current: OLD, password: NEW }, { cookie })
    assert.equal(response.status, 429)
  })

  it('is not possible without one: a letter sets the first', async () => {
    const omar = world.as('omar')
    assert.match(await (await omar.get(urls.myPassword({}))).text(), /You have no password yet/)
    assert.equal((await omar.post(urls.myPassword({}), { current: OLD, password: NEW })).status, 409)
  })
})
