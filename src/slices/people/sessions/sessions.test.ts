import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { givePassword } from '../../../../test/support/letters.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { inIdentity } from '../../../access/scope.ts'
import { urls } from '../../../urls.ts'
import { takeAttempt } from '../attempts/commands.ts'
import { type Limit, LIMITS } from '../attempts/schema.ts'
import { sweepSignIn } from './commands.ts'

const PASSWORD = 'quiet gravel pond at noon'
const WRONG = 'quiet gravel pond at night'
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
let world: World
let email: string

before(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  email = await givePassword(world, 'maria', PASSWORD)
  world.clock.turnBy(60 * 60_000)
})
after(() => world.close())

async function signIn(fields: Record<string, string>, headers: Record<string, string> = {}) {
  return await world.nobody.post(urls.signIn({}), { email, password: PASSWORD, ...fields }, headers)
}

/** A browser that is signed in. */
async function browser(userAgent = FIREFOX) {
  const cookie = (await signIn({}, { 'user-agent': userAgent })).headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return {
    cookie,
    get: (url: string) => world.nobody.get(url, { cookie }),
    post: (url: string, fields: Record<string, string> = {}) => world.nobody.post(url, fields, { cookie }),
    isSignedIn: async () => (await world.nobody.get(urls.me({}), { cookie })).status === 200,
  }
}

describe('signing in', () => {
  it('shows a form that works without script', async () => {
    const response = await world.nobody.get(urls.signIn({}))
    const text = await response.text()
    assert.equal(response.status, 200)
    assert.match(text, /<form action="\/sign-in" method="post"/)
    assert.doesNotMatch(text, /<script/)
    assert.equal(response.headers.get('cache-control'), 'no-store')
  })

  it('goes on to where one wanted to be, with a cookie that script cannot read', async () => {
    const response = await signIn({ next: '/t/cedar-valley/in/lincoln?x=1' })
    assert.equal(response.status, 303)
    assert.equal(response.headers.get('location'), '/t/cedar-valley/in/lincoln?x=1')
    assert.match(response.headers.getSetCookie().join(), /HttpOnly; SameSite=Lax$/)
  })

  for (const next of ['https://evil.example/', '//evil.example']) {
    it(`never leads away: ${JSON.stringify(next)}`, async () => {
      const location = (await signIn({ next })).headers.get('location')
      assert.equal(location, '/')
    })
  }

  it('takes the address however it is written', async () => {
    assert.equal((await signIn({ email: ` ${email.toUpperCase()} ` })).status, 303)
  })

  it('gives a wrong password and an unknown address the same answer, with the address kept and the password not', async () => {
    const wrong = await signIn({ password: WRONG })
    const unknown = await signIn({ email: 'nobody@cedar-valley.example', password: WRONG })
    assert.equal(wrong.status, 422)
    assert.equal(unknown.status, 422)
    assert.deepEqual(wrong.headers.getSetCookie(), [])
    const text = await wrong.text()
    assert.match(text, /do not belong together/)
    assert.match(text, new RegExp(`value="${email}"`))
    assert.doesNotMatch(text, new RegExp(WRONG))
    const strip = (page: string) => page.replace(/value="[^"]*"/g, '').replace(/nonce="[^"]*"/g, '')
    assert.equal(strip(text), strip(await unknown.text()))
  })

  it('says what was expected of an empty form', async () => {
    const response = await signIn({ email: 'maria', password: '' })
    assert.equal(response.status, 422)
    assert.match(await response.text(), /An e-mail address was expected/)
  })

  it('refuses a form from another site', async () => {
    const response = await signIn({}, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })
    assert.equal(response.status, 403)
    assert.deepEqual(response.headers.getSetCookie(), [])
  })

  it('is in Spanish for whoever reads Spanish', async () => {
    const response = await world.nobody.get(urls.signIn({}), { 'accept-language': 'es-MX,es;q=0.9' })
    assert.match(await response.text(), /Iniciar sesión/)
  })
})

describe('too many tries', () => {
  const at = (address: string) => ({ 'x-forwarded-for': address })

  it('on one account are slowed with clear words, from wherever they come, and end by themselves', async () => {
    for (let n = 0; n < LIMITS.signInAccount.max; n++) assert.equal((await signIn({ password: WRONG }, at(`192.0.2.${n}`))).status, 422)
    const refused = await signIn({}, at('192.0.2.200'))
    assert.equal(refused.status, 429)
    assert.match(await refused.text(), /Too many tries. Please wait 15 minutes/)
    world.clock.turnBy(14 * 60_000)
    assert.match(await (await signIn({}, at('192.0.2.200'))).text(), /wait 1 minute /)
    world.clock.turnBy(60_000)
    assert.equal((await signIn({}, at('192.0.2.200'))).status, 303)
  })

  /** As many failures as are allowed, without the work of each. */
  async function exhaust(limit: Limit, subject: string) {
    for (let n = 0; n < limit.max; n++) await takeAttempt(world.deps.db, { limit, subject, now: world.clock.now() })
  }

  it('on an address that nobody has are slowed alike', async () => {
    const unknown = 'nobody@cedar-valley.example'
    await exhaust(LIMITS.signInAccount, unknown)
    assert.equal((await signIn({ email: unknown, password: WRONG })).status, 429)
  })

  it('from one address are slowed, whatever the accounts', async () => {
    await exhaust(LIMITS.signInAddress, '198.51.100.7')
    assert.equal((await signIn({}, at('198.51.100.7'))).status, 429)
    assert.equal((await signIn({}, at('198.51.100.8'))).status, 303)
  })

  it('cannot slip through all at once', async () => {
    const all = await Promise.all(
      Array.from({ length: LIMITS.signInAccount.max + 5 }, (_, n) => signIn({ password: WRONG }, at(`203.0.113.${n}`))),
    )
    assert.equal(all.filter((response) => response.status === 422).length, LIMITS.signInAccount.max)
  })

  it('are forgotten once the right password came', async () => {
    for (let n = 0; n < LIMITS.signInAccount.max - 1; n++) await signIn({ password: WRONG })
    assert.equal((await signIn({})).status, 303)
    assert.equal((await signIn({ password: WRONG })).status, 422)
  })
})

describe('sessions', () => {
  it('are listed with their browser, and one can be ended from another', async () => {
    const here = await browser()
    const elsewhere = await browser('Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1')
    const text = await (await here.get(urls.mySessions({}))).text()
    assert.match(text, /Firefox on Windows/)
    assert.match(text, /Safari on iPad/)
    const end = /action="(\/me\/sessions\/[^"]+\/end)"/.exec(text)?.[1] ?? ''
    assert.equal((await here.post(end)).status, 303)
    assert.equal(await elsewhere.isSignedIn(), false)
    assert.equal(await here.isSignedIn(), true)
    assert.equal((await here.post(end)).status, 404)
  })

  it('of somebody else are not here', async () => {
    const here = await browser()
    const sessions = await inIdentity(world.deps.db, undefined, (tx) =>
      tx.selectFrom('identity.session').select('id').where('personId', '=', world.ids.identities.maria).execute(),
    )
    const omar = world.as('omar')
    for (const { id } of sessions) assert.equal((await omar.post(urls.mySessionEnd({ session: id }))).status, 404)
    assert.equal(await here.isSignedIn(), true)
    assert.equal((await omar.post(urls.mySessionEnd({ session: 'x' }))).status, 404)
  })

  it('can all be ended but this one', async () => {
    const [one, other, here] = [await browser(), await browser(), await browser()]
    await here.post(urls.mySessions({}))
    assert.deepEqual([await one.isSignedIn(), await other.isSignedIn(), await here.isSignedIn()], [false, false, true])
  })

  it('end at sign-out, which takes a form and not a link', async () => {
    const here = await browser()
    assert.equal((await here.get(urls.signOut({}))).status, 200)
    assert.equal(await here.isSignedIn(), true)
    const response = await here.post(urls.signOut({}))
    assert.equal(response.headers.get('location'), '/sign-in?done=people.signed_out')
    assert.match(response.headers.getSetCookie().join(), /Max-Age=0/)
    assert.equal(await here.isSignedIn(), false)
  })

  it('that have run out are swept away, and the tries with them', async () => {
    const here = await browser()
    await signIn({ password: WRONG })
    world.clock.turnBy(13 * 60 * 60_000)
    const count = () =>
      inIdentity(world.deps.db, undefined, async (tx) => [
        (await tx.selectFrom('identity.session').select('id').execute()).length,
        (await tx.selectFrom('identity.attempt').select('key').execute()).length,
      ])
    assert.notDeepEqual(await count(), [0, 0])
    await sweepSignIn(world.deps)
    assert.deepEqual(await count(), [0, 0])
    assert.equal(await here.isSignedIn(), false)
  })

  it('are asked for first: a page sends to the sign-in and back, a form keeps what was typed', async () => {
    const response = await world.nobody.get(urls.mySessions({}))
    assert.equal(response.headers.get('location'), '/sign-in?next=%2Fme%2Fsessions')
    const refused = await world.nobody.post(urls.me({}), { name: 'Maria of Lincoln' })
    assert.equal(refused.status, 401)
    assert.match(await refused.text(), /Maria of Lincoln/)
  })
})
