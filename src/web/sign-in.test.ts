import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { hashPassword } from 'better-auth/crypto'
import { PostgresDialect } from 'kysely'
import pg from 'pg'
import { openTestDatabase } from '../../test/support/database.ts'
import { type Database, openDatabase } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { createSignIn, SESSION_IDLE_MS, type SignIn } from './sign-in.ts'

const SECRET = 'a secret of the tests, long enough to sign with'
const PASSWORD = 'quiet gravel pond'
const personId = newId()
let now = new Date('2026-03-02T07:00:00Z')
const clock = { now: () => now }
let database: Awaited<ReturnType<typeof openTestDatabase>>
let db: Database
let pool: pg.Pool
let signIn: SignIn

before(async () => {
  database = await openTestDatabase()
  db = openDatabase({ url: database.appUrl })
  pool = new pg.Pool({ connectionString: database.appUrl, max: 2 })
  signIn = createSignIn({ dialect: new PostgresDialect({ pool }), clock, secret: SECRET, publicUrl: 'http://localhost:3000' })
  const times = { createdAt: now, updatedAt: now }
  const password = await hashPassword(PASSWORD)
  await db.transaction({ person: personId }, async (tx) => {
    await tx
      .insertInto('identity.person')
      .values({ id: personId, name: 'Maria', email: 'maria@example.org', ...times })
      .execute()
    const credential = { id: newId(), personId, providerId: 'credential', accountId: personId, password, ...times }
    await tx.insertInto('identity.credential').values(credential).execute()
  })
})

beforeEach(() => {
  now = new Date('2026-03-02T07:00:00Z')
})

after(async () => {
  await Promise.all([db.close(), pool.end()])
  await database.drop()
})

function passLater(ms: number) {
  now = new Date(now.getTime() + ms)
}

async function begin(headers = new Headers()) {
  const session = await signIn.withPassword('maria@example.org', PASSWORD, headers)
  return new Headers({ cookie: session?.cookies[0]?.split(';')[0] ?? '' })
}

describe('a session', () => {
  it('tells who asks', async () => {
    const identity = await signIn.identify(await begin())
    assert.deepEqual(
      { ...identity, sessionId: '' },
      { identityPersonId: personId, sessionId: '', name: 'Maria', email: 'maria@example.org', language: null, theme: 'auto' },
    )
  })

  it('does not begin with a wrong password, an unknown address or no address at all', async () => {
    assert.equal(await signIn.withPassword('maria@example.org', 'quiet gravel pod', new Headers()), undefined)
    assert.equal(await signIn.withPassword('nobody@example.org', PASSWORD, new Headers()), undefined)
    assert.equal(await signIn.withPassword('nobody', PASSWORD, new Headers()), undefined)
  })

  it('cannot be forged: a token without its signature, or with another, is nobody', async () => {
    const cookie = (await begin()).get('cookie') ?? ''
    const [name, value] = cookie.split('=')
    const token = decodeURIComponent(value ?? '').split('.')[0] ?? ''
    for (const forged of [token, `${token}.${'A'.repeat(43)}%3D`, `${token}x${value?.slice(token.length)}`, '', '%']) {
      assert.equal(await signIn.identify(new Headers({ cookie: `${name}=${forged}` })), undefined, forged)
    }
  })

  it('ends after half a day without use, and use keeps it open', async () => {
    const headers = await begin()
    passLater(SESSION_IDLE_MS - 60_000)
    assert.ok(await signIn.identify(headers))
    passLater(SESSION_IDLE_MS - 60_000)
    assert.ok(await signIn.identify(headers))
    passLater(SESSION_IDLE_MS + 60_000)
    assert.equal(await signIn.identify(headers), undefined)
  })

  it('ends after two weeks, however much it is used', async () => {
    const headers = await begin()
    for (let hours = 6; hours < 14 * 24; hours += 6) {
      passLater(SESSION_IDLE_MS / 2)
      assert.ok(await signIn.identify(headers), `after ${hours} hours`)
    }
    passLater(SESSION_IDLE_MS / 2)
    assert.equal(await signIn.identify(headers), undefined)
  })

  it('is replaced by a second sign-in of the same browser', async () => {
    const first = await begin()
    const second = await begin(first)
    assert.equal(await signIn.identify(first), undefined)
    assert.ok(await signIn.identify(second))
  })

  it('ends at sign-out, and the cookie goes', async () => {
    const headers = await begin()
    assert.match(await signIn.closeSession(headers), /^groundwork=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax$/)
    assert.equal(await signIn.identify(headers), undefined)
  })

  it('travels in a cookie that belongs to this host and to TLS alone', async () => {
    const overTls = createSignIn({
      dialect: new PostgresDialect({ pool }),
      clock,
      secret: SECRET,
      publicUrl: 'https://groundwork.example.org',
    })
    const session = await overTls.openSession(personId, new Headers())
    assert.equal(session.cookies.length, 1)
    assert.match(session.cookies[0] ?? '', /^__Host-groundwork=[^;]+; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })
})
