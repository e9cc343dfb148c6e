import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { inIdentity } from '../../../access/scope.ts'
import { urls } from '../../../urls.ts'
import { createIdentity, linkIdentity } from './commands.ts'
import { listWhoCanSignIn } from './queries.ts'

let world: World

before(async () => {
  world = await openWorld()
})
after(() => world.close())

describe('about me', () => {
  it('says who I am here and where I belong, and nowhere else', async () => {
    const text = await (await world.as('maria').get(urls.me({}))).text()
    assert.match(text, /value="Maria Alvarez"/)
    assert.match(text, /href="\/t\/cedar-valley"/)
    assert.doesNotMatch(text, /oak-hollow/)
  })

  it('changes name, language and colors at once', async () => {
    const response = await world.as('maria').post(urls.me({}), { name: 'María Álvarez', language: 'es', theme: 'dark' })
    assert.equal(response.headers.get('location'), '/me?done=people.saved')
    const text = await (await world.as('maria').get(urls.me({}, { done: 'people.saved' }))).text()
    assert.match(text, /<html lang="es" dir="ltr" data-theme="dark">/)
    assert.match(text, /value="María Álvarez"/)
    assert.match(text, /Guardado/)
  })

  it('knows a district by its new name at once', async () => {
    const fields = { name: 'Cedar Valley United', timeZone: 'America/Los_Angeles', mainLanguage: 'en', version: 1 }
    assert.equal((await world.as('ada').post(urls.adminTenant({ tenant: 'cedar-valley' }), fields)).status, 303)
    assert.match(await (await world.as('maria').get(urls.me({}))).text(), /Cedar Valley United/)
    assert.match(await (await world.as('stranger').get(urls.me({}))).text(), /Oak Hollow Schools/)
  })

  it('gives back what was typed where it cannot be', async () => {
    const refused = await world.as('omar').post(urls.me({}), { name: '', language: 'xx', theme: 'dark' })
    assert.equal(refused.status, 422)
    const text = await refused.text()
    assert.match(text, /id="name-error"/)
    assert.match(text, /id="language-error"/)
  })

  it('is written as text, whatever the name holds', async () => {
    const hostile = '<script>alert(1)</script> "Omar" & co'
    await world.as('omar').post(urls.me({}), { name: hostile, language: '', theme: 'auto' })
    const text = await (await world.as('omar').get(urls.me({}))).text()
    assert.doesNotMatch(text, /<script>/)
    assert.match(text, /&lt;script>alert\(1\)&lt;\/script> &quot;Omar&quot; &amp; co/)
  })
})

describe('who is who', () => {
  const links = (person?: string) => inIdentity(world.deps.db, person, (tx) => tx.selectFrom('identity.personTenant').selectAll().execute())

  it('is seen by the identity itself and by the tenant, and by nobody else, whatever the query asks', async () => {
    assert.deepEqual(await links(), [])
    const own = await links(world.ids.identities.maria)
    assert.deepEqual(
      own.map((one) => one.tenantPersonId),
      [world.ids.people.maria],
    )
    const tenant = { tenant: world.ids.tenants['oak-hollow'] }
    const seen = await world.deps.db.transaction(tenant, (tx) => listWhoCanSignIn(tx, world.ids.tenants['cedar-valley']))
    assert.equal(seen.size, 0)
    const theirs = await world.deps.db.transaction(tenant, (tx) => listWhoCanSignIn(tx, tenant.tenant))
    assert.deepEqual([...theirs], [world.ids.people.stranger])
  })

  it('is written from inside the tenant alone', async () => {
    const now = world.clock.now()
    const identityPersonId = await createIdentity(world.deps.db, {
      name: 'Mallory',
      email: 'Mallory@mail.example',
      emailVerified: false,
      now,
    })
    const tenantId = world.ids.tenants['cedar-valley']
    const link = { identityPersonId, tenantId, tenantSlug: 'cedar-valley', tenantName: '', tenantPersonId: world.ids.people.ruth, now }
    await assert.rejects(
      inIdentity(world.deps.db, identityPersonId, (tx) => linkIdentity(tx, link)),
      /row-level security/,
    )
  })

  it('cannot be two: a person of a tenant has one identity', async () => {
    const now = world.clock.now()
    const identityPersonId = await createIdentity(world.deps.db, { name: 'Twin', email: 'twin@mail.example', emailVerified: false, now })
    const tenantId = world.ids.tenants['cedar-valley']
    const link = { identityPersonId, tenantId, tenantSlug: 'cedar-valley', tenantName: '', tenantPersonId: world.ids.people.maria, now }
    await assert.rejects(linkIdentity(world.deps.db, link), /person_tenant_tenant_id_tenant_person_id_key/)
    await assert.rejects(
      createIdentity(world.deps.db, { name: 'Twin', email: ' TWIN@mail.example', emailVerified: false, now }),
      /person_email_key/,
    )
  })
})
