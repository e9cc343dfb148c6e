import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../test/support/world.ts'
import { urls } from './urls.ts'

describe('the program as a whole', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  it('says that it is alive and ready', async () => {
    assert.equal((await world.nobody.get(urls.healthz({}))).status, 200)
    assert.equal((await world.nobody.get(urls.readyz({}))).status, 200)
  })

  it('has one and the same page for what is absent and what is foreign', async () => {
    const absent = await world.as('maria').get('/t/cedar-valley/in/nowhere')
    const foreign = await world.as('maria').get('/t/oak-hollow/in/willow')
    assert.equal(absent.status, 404)
    assert.equal(foreign.status, 404)
    assert.equal(stripped(await absent.text()), stripped(await foreign.text()))
  })

  it('sends whoever has not signed in to do so, and back afterwards', async () => {
    const answer = await world.nobody.get(urls.now({ tenant: 'cedar-valley', place: 'lincoln' }))
    assert.equal(answer.headers.get('location'), '/sign-in?next=%2Ft%2Fcedar-valley%2Fin%2Flincoln')
  })

  it('refuses a form from another site', async () => {
    const answer = await world
      .as('maria')
      .post(urls.signOut({}), {}, { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' })
    assert.equal(answer.status, 403)
  })

  it('allows only its own scripts', async () => {
    const policy = (await world.nobody.get(urls.signIn({}))).headers.get('content-security-policy') ?? ''
    assert.match(policy, /script-src 'self' 'nonce-/)
    assert.doesNotMatch(policy, /unsafe-inline/)
  })
})

/** Form keys and nonces are new on each page. */
function stripped(text: string): string {
  return text.replace(/nonce="[^"]*"/g, '').replace(/value="[0-9a-f-]{36}"/g, '')
}
