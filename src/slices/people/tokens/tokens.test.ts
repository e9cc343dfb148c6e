import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { inIdentity } from '../../../access/scope.ts'
import { urls } from '../../../urls.ts'
import { findTokenBearer } from './commands.ts'

const DAY = 24 * 60 * 60_000
let world: World

before(async () => {
  world = await openWorld()
})
after(() => world.close())

async function make(fields: Record<string, string> = {}) {
  return await world
    .as('maria')
    .post(urls.myTokens({}), { name: 'Attendance import', tenantId: world.ids.tenants['cedar-valley'], days: '30', ...fields })
}

async function newToken() {
  world.clock.turnBy(1000) // the list shows the newest first
  return /gw_[\w-]{43}/.exec(await (await make()).text())?.[0] ?? ''
}

async function bearer(token: string) {
  return await findTokenBearer(world.deps.db, token, world.clock.now())
}

async function endPath() {
  const text = await (await world.as('maria').get(urls.myTokens({}))).text()
  return /action="(\/me\/tokens\/[^"]+\/end)"/.exec(text)?.[1] ?? ''
}

describe('a token', () => {
  it('is shown once and kept as a digest alone', async () => {
    const response = await make()
    const token = /gw_[\w-]{43}/.exec(await response.text())?.[0] ?? 'none'
    assert.equal(response.headers.get('cache-control'), 'no-store')
    const page = await (await world.as('maria').get(urls.myTokens({}))).text()
    assert.equal(page.includes(token), false)
    assert.match(page, new RegExp(`…${token.slice(-4)}`))
    const rows = await inIdentity(world.deps.db, undefined, (tx) => tx.selectFrom('identity.apiToken').selectAll().execute())
    assert.equal(JSON.stringify(rows).includes(token.slice(3)), false)
  })

  it('opens one tenant for one person, and its last day of use is seen', async () => {
    const { tokenId: _id, ...found } = (await bearer(await newToken())) ?? {}
    const ids = { tenantId: world.ids.tenants['cedar-valley'], tenantPersonId: world.ids.people.maria }
    assert.deepEqual(found, { identityPersonId: world.ids.identities.maria, language: null, ...ids })
    assert.match(await (await world.as('maria').get(urls.myTokens({}))).text(), /October 6, 2026/)
  })

  it('opens no page: a session does', async () => {
    const token = await newToken()
    assert.equal((await world.nobody.get(urls.me({}), { authorization: `Bearer ${token}` })).status, 303)
  })

  it('ends when it is ended, and nobody else can end it', async () => {
    const token = await newToken()
    const path = await endPath()
    assert.equal((await world.as('omar').post(path)).status, 404)
    assert.ok(await bearer(token))
    assert.equal((await world.as('maria').post(path)).status, 303)
    assert.equal(await bearer(token), undefined)
    assert.equal((await world.as('maria').post(path)).status, 404)
  })

  it('cannot be made for a tenant where one does not belong, for ever, or without a name', async () => {
    assert.equal((await make({ tenantId: world.ids.tenants['oak-hollow'] })).status, 404)
    assert.equal((await make({ days: '3650' })).status, 422)
    const refused = await make({ name: ' ' })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /id="name-error"/)
  })

  it('that was made up, or is cut short, is nobody', async () => {
    const token = await newToken()
    for (const wrong of [token.slice(0, -1), `${token}x`, `gw_${'x'.repeat(43)}`, '', token.slice(3)])
      assert.equal(await bearer(wrong), undefined)
  })

  it('ends by itself', async () => {
    const token = await newToken()
    world.clock.turnBy(30 * DAY)
    assert.ok(await bearer(token))
    world.clock.turnBy(DAY)
    assert.equal(await bearer(token), undefined)
  })
})
