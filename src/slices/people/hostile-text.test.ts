import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/support/world.ts'
import { urls } from '../../urls.ts'

const LIST = join(import.meta.dirname, '../../../../shared/interop/security/blns.json')
const OWN = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '‮',
  "' or 1=1 --",
  '<img src=x onerror=alert(1)>',
  '%00',
  '../../etc/passwd',
  'x'.repeat(500_000),
]
let world: World

before(async () => {
  world = await openWorld()
})
after(() => world.close())

function hostileTexts(): string[] {
  const listed: unknown = existsSync(LIST) ? JSON.parse(readFileSync(LIST, 'utf8')) : []
  return [...OWN, ...(Array.isArray(listed) ? listed.map(String) : [])]
}

/** Each text in turn through a form; none may break the program, none may come back as markup. */
async function eachThrough(send: (text: string) => Promise<Response>) {
  for (const text of hostileTexts()) {
    const response = await send(text)
    assert.ok(response.status < 500, `${response.status} for ${JSON.stringify(text.slice(0, 80))}`)
    const page = await response.text()
    if (/<(script|img|svg|iframe)\b/i.test(text)) assert.equal(page.includes(text), false, text)
  }
}

describe('hostile text', () => {
  it('in the forms of signing in is refused with a page', async () => {
    let n = 0
    const from = () => ({ 'x-forwarded-for': `192.0.2.${n++ % 250}` })
    await eachThrough((text) => world.nobody.post(urls.signIn({}), { email: text, password: text, next: text }, from()))
    await eachThrough((text) => world.nobody.post(urls.passwordReset({}), { email: text }, from()))
  })

  it('in a name is kept as text, or refused', async () => {
    assert.equal((await world.as('maria').post(urls.me({}), { name: 'M', language: '\u0000', theme: '<b>' })).status, 422)
    await eachThrough(async (text) => {
      await world.as('maria').post(urls.me({}), { name: text, language: '', theme: 'auto' })
      return await world.as('maria').get(urls.me({}))
    })
  })

  it('in addresses is not here', async () => {
    const paths = [urls.invitation, urls.newPassword].flatMap((address) =>
      hostileTexts().map((text) => address({ token: text.slice(0, 2000).toWellFormed() })),
    )
    for (const path of paths) {
      const { status } = await world.nobody.get(path)
      assert.ok([303, 400, 404, 410].includes(status), `${status} for ${path.slice(0, 80)}`)
    }
  })

  it('in a cookie or a header is nobody', async () => {
    for (const cookie of ['groundwork=%', 'groundwork=a.b; groundwork=', `groundwork=${'x'.repeat(5000)}`, 'groundwork', '=;=;']) {
      assert.equal((await world.nobody.get(urls.me({}), { cookie })).status, 303, cookie.slice(0, 40))
    }
    assert.equal(
      (await world.nobody.get(urls.signIn({}), { 'x-forwarded-for': 'not an address, at all', 'accept-language': '*;q=x' })).status,
      200,
    )
  })
})
