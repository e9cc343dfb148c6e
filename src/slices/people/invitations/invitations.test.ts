import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { linkIn, sendLetters } from '../../../../test/support/letters.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { inTenant } from '../../../access/scope.ts'
import { newId } from '../../../platform/ids.ts'
import { urls } from '../../../urls.ts'

const PASSWORD = 'seven lanterns by the mill'
const DAY = 24 * 60 * 60_000
let world: World

before(async () => {
  world = await openWorld()
})
after(() => world.close())

/** Somebody new at Lincoln, whom no one has invited yet. */
async function newcomer(role = 'teacher') {
  const scope = await world.system()
  const [id, now] = [newId(), world.clock.now()]
  await inTenant(world.deps.db, scope, async (tx) => {
    const named = { givenName: 'Ines', familyName: 'Marsh' }
    await tx
      .insertInto('person')
      .values({ tenantId: scope.tenantId, id, ...named, recordedAt: now })
      .execute()
    const place = { unitId: world.ids.schools.lincoln, role, beginsOn: '2026-07-01' }
    await tx
      .insertInto('membership')
      .values({ tenantId: scope.tenantId, id: newId(), personId: id, ...place, recordedAt: now })
      .execute()
  })
  return { id, email: `ines.${id}@mail.example`, path: urls.adminInvitations({ tenant: 'cedar-valley', person: id }) }
}

/** Invites as Maria and answers the path of the letter's link. */
async function invited(person: { path: string; email: string }) {
  const response = await world.as('maria').post(person.path, { email: person.email })
  assert.equal(response.status, 303)
  return linkIn((await sendLetters(world)).at(-1))
}

async function eventsAbout(personId: string) {
  const scope = await world.system()
  const rows = await inTenant(world.deps.db, scope, (tx) =>
    tx.selectFrom('event').select('verb').where('tenantId', '=', scope.tenantId).where('nounId', '=', personId).execute(),
  )
  return rows.map((row) => row.verb)
}

describe('inviting', () => {
  it('is done by a principal for their school, with a page that says what will happen', async () => {
    const person = await newcomer()
    const page = await world.as('maria').get(person.path)
    assert.equal(page.status, 200)
    assert.match(await page.text(), /Invite Ines Marsh/)
    await invited(person)
    assert.match(await (await world.as('maria').get(person.path)).text(), /Maria Alvarez invited ines\./)
    assert.deepEqual(await eventsAbout(person.id), ['person_invited'])
  })

  for (const persona of ['lucia', 'omar', 'dana', 'stranger', 'sana'] as const) {
    it(`is not here for ${persona}`, async () => {
      const person = await newcomer()
      const own = urls.adminInvitations({
        tenant: persona === 'stranger' ? 'oak-hollow' : persona === 'sana' ? 'state-office' : 'cedar-valley',
        person: person.id,
      })
      for (const path of [person.path, own]) {
        assert.equal((await world.as(persona).get(path)).status, 404)
        assert.equal((await world.as(persona).post(path, { email: person.email })).status, 404)
      }
      assert.equal((await sendLetters(world)).length, 0)
    })
  }

  it('begins at the list of a place’s people, for those who may invite there', async () => {
    const person = await newcomer()
    const list = urls.placePeople({ tenant: 'cedar-valley', place: 'lincoln' })
    const link = new RegExp(`<a href="${person.path}">Invite Ines Marsh</a>`)
    assert.match(await (await world.as('maria').get(list)).text(), link)
    assert.doesNotMatch(await (await world.as('lucia').get(list)).text(), link)
  })

  it('is done by the administrator everywhere, and says what was wrong with an address', async () => {
    const person = await newcomer()
    const refused = await world.as('ada').post(person.path, { email: 'ines at home' })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /value="ines at home"/)
  })

  it('is refused for somebody who signs in already', async () => {
    const path = urls.adminInvitations({ tenant: 'cedar-valley', person: world.ids.people.tomas })
    assert.match(await (await world.as('maria').get(path)).text(), /can sign in already/)
    assert.equal((await world.as('maria').post(path, { email: 'tomas@mail.example' })).status, 409)
  })
})

describe('an invitation', () => {
  it('says who invites, as whom and to what, and lets a newcomer in', async () => {
    const person = await newcomer()
    const path = await invited(person)
    const page = await (await world.nobody.get(path)).text()
    assert.match(page, /Maria Alvarez invites you to Cedar Valley Unified, where you are known as Ines Marsh/)
    const response = await world.nobody.post(path, { name: 'Inés Marsh', password: PASSWORD })
    assert.equal(response.headers.get('location'), '/t/cedar-valley?done=people.joined')
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const me = await (await world.nobody.get(urls.me({}), { cookie })).text()
    assert.match(me, /Inés Marsh/)
    assert.match(me, /Cedar Valley Unified/)
    assert.deepEqual(await eventsAbout(person.id), ['person_invited', 'person_joined'])
  })

  it('works once', async () => {
    const person = await newcomer()
    const path = await invited(person)
    const both = await Promise.all([1, 2].map(() => world.nobody.post(path, { name: 'Ines', password: PASSWORD })))
    assert.deepEqual(both.map((response) => response.status).sort(), [303, 410])
    const again = await world.nobody.get(path)
    assert.equal(again.status, 410)
    assert.match(await again.text(), /accepted already/)
  })

  it('is replaced by a newer one', async () => {
    const person = await newcomer()
    const [first, second] = [await invited(person), await invited(person)]
    assert.match(await (await world.nobody.get(first)).text(), /taken back/)
    assert.equal((await world.nobody.get(second)).status, 200)
  })

  it('that was made up is not here', async () => {
    assert.equal((await world.nobody.get(urls.invitation({ token: 'x'.repeat(43) }))).status, 404)
  })

  it('asks for a password that is not guessed, and keeps the name that was typed', async () => {
    const path = await invited(await newcomer())
    const refused = await world.nobody.post(path, { name: 'Ines of Lincoln', password: 'ines of lincoln' })
    assert.equal(refused.status, 422)
    const text = await refused.text()
    assert.match(text, /value="Ines of Lincoln"/)
    assert.doesNotMatch(text, /value="ines of lincoln"/)
  })

  it('to an address that signs in already links nobody by itself: one signs in with it first', async () => {
    const person = { ...(await newcomer()), email: 'olaf.brandt@oak-hollow.example' }
    const path = await invited(person)
    assert.match(await (await world.nobody.get(path)).text(), /You already sign in with olaf/)
    assert.equal((await world.nobody.post(path, { name: 'Mallory', password: PASSWORD })).status, 409)
    assert.equal((await world.as('omar').post(path)).status, 409)
    assert.match(await (await world.as('omar').get(path)).text(), /This invitation went to olaf/)
    assert.equal((await world.as('stranger').get('/t/cedar-valley')).status, 404)
    const response = await world.as('stranger').post(path)
    assert.equal(response.headers.get('location'), '/t/cedar-valley?done=people.joined')
    const me = await (await world.as('stranger').get(urls.me({}))).text()
    assert.match(me, /Cedar Valley Unified/)
    assert.match(me, /Oak Hollow Schools/)
  })
  it('works for seven days', async () => {
    const path = await invited(await newcomer())
    world.clock.turnBy(7 * DAY)
    assert.equal((await world.nobody.get(path)).status, 410)
    const late = await world.nobody.post(path, { name: 'Ines', password: PASSWORD })
    assert.equal(late.status, 410)
    assert.match(await late.text(), /open for seven days/)
  })
})
