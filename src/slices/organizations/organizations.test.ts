import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/support/world.ts'
import { urls } from '../../urls.ts'

describe('places and people of a district', () => {
  let world: World
  const tenant = 'cedar-valley'
  const lincoln = { tenant, place: 'lincoln' }
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  it('shows each person the places that they may enter, and no others', async () => {
    const dana = await (await world.as('dana').get(urls.places({ tenant }))).text()
    const maria = await (await world.as('maria').get(urls.places({ tenant }))).text()
    assert.match(dana, /\/in\/rivera"/)
    assert.doesNotMatch(maria, /\/in\/rivera"/)
  })

  it('lets the administrator add a school, a person and a role', async () => {
    const ada = world.as('ada')
    const school = await ada.post(urls.adminUnits({ tenant }), {
      name: 'Ñandú & Sons',
      kind: 'school',
      parentId: world.ids.roots['cedar-valley'],
    })
    assert.match(school.headers.get('location') ?? '', /done=organizations.unit_added/)
    assert.match(await (await ada.get(urls.adminUnits({ tenant }))).text(), /Ñandú &amp; Sons/)
    const person = await ada.post(urls.adminPeople({ tenant }), {
      givenName: 'Ines',
      familyName: 'Park',
      email: 'ines.park@cedar-valley.example',
    })
    const personUrl = (person.headers.get('location') ?? '').split('?')[0] ?? ''
    await ada.post(`${personUrl}/memberships`, { role: 'teacher', unitId: world.ids.schools.lincoln, beginsOn: '2026-08-01' })
    assert.match(await (await world.as('maria').get(urls.placePeople(lincoln))).text(), /Ines Park/)
  })

  it('refuses what cannot be, with the reason', async () => {
    const ada = world.as('ada')
    const school = { name: 'School in a school', kind: 'school', parentId: world.ids.schools.lincoln }
    const nested = await ada.post(urls.adminUnits({ tenant }), school)
    assert.equal(nested.status, 409)
    assert.match(await nested.text(), /A place of this kind cannot stand there/)
    const again = await ada.post(urls.adminMemberships({ tenant, person: world.ids.people.maria }), {
      role: 'principal',
      unitId: world.ids.schools.lincoln,
      beginsOn: '2026-08-01',
    })
    assert.match(await again.text(), /They have this role there already/)
    const taken = await ada.post(urls.adminPeople({ tenant }), { givenName: 'Another', email: 'MARIA.alvarez@cedar-valley.example' })
    assert.match(await taken.text(), /Somebody here has this e-mail address already/)
  })

  it('gives a form back with what was typed and what was expected', async () => {
    const answer = await world.as('ada').post(urls.adminPeople({ tenant }), { givenName: '', familyName: 'Typed before', email: 'nowhere' })
    const text = await answer.text()
    assert.equal(answer.status, 422)
    assert.match(text, /Typed before/)
    assert.match(text, /Please fill this in/)
    assert.match(text, /An e-mail address was expected/)
  })

  it('does not exist for anybody but the administrator', async () => {
    for (const persona of ['maria', 'dana', 'lucia', 'stranger'] as const) {
      assert.equal((await world.as(persona).get(urls.adminPeople({ tenant }))).status, 404, persona)
      assert.equal(
        (
          await world
            .as(persona)
            .post(urls.adminUnits({ tenant }), { name: 'Mine', kind: 'school', parentId: world.ids.roots['cedar-valley'] })
        ).status,
        404,
        persona,
      )
    }
  })

  it('does a form once, however often it is sent', async () => {
    const fields = { once: crypto.randomUUID(), givenName: 'Doubled', familyName: 'Sending', email: '' }
    const answers = await Promise.all([1, 2, 3].map(() => world.as('ada').post(urls.adminPeople({ tenant }), fields)))
    assert.equal(new Set(answers.map((answer) => answer.headers.get('location'))).size, 1)
    const page = await (await world.as('ada').get(urls.adminPeople({ tenant }, { q: 'Doubled' }))).text()
    assert.equal(page.match(/Doubled Sending/g)?.length, 1)
  })

  it('refuses a change over somebody else’s, and shows what was typed', async () => {
    const ada = world.as('ada')
    const url = urls.adminUnit({ tenant, unit: world.ids.schools.rivera })
    await ada.post(url, { name: 'Rivera High', version: 1 })
    const late = await ada.post(url, { name: 'Rivera Hills', version: 1 })
    assert.equal(late.status, 409)
    assert.match(await late.text(), /Rivera Hills/)
  })

  it('keeps a school’s bell schedule: by hand, from a file, and never for another school', async () => {
    const maria = world.as('maria')
    await maria.post(urls.bellPeriods(lincoln), { period: '1', weekdays: ['1', '2'], beginsAt: '8:30', endsAt: '09:15', teaching: 'yes' })
    assert.match(await (await maria.get(urls.bellSchedule(lincoln))).text(), /08:30–09:15/)
    const broken = await maria.post(urls.bellScheduleUpload(lincoln), {
      file: new File(['period,weekday,begins_at,ends_at\n1,Mon,9:00,8:00\n'], 'bells.csv'),
    })
    assert.equal(broken.status, 422)
    assert.match(await broken.text(), /ends_at &gt; 9:00|ends_at > 9:00/)
    const good = await maria.post(urls.bellScheduleUpload(lincoln), {
      file: new File(['period,weekday,begins_at,ends_at\nA,Fri,10:00,11:00\n'], 'bells.csv'),
    })
    assert.equal(good.status, 303)
    assert.doesNotMatch(await (await maria.get(urls.bellSchedule(lincoln))).text(), /08:30–09:15/)
    assert.equal((await world.as('omar').get(urls.bellSchedule(lincoln))).status, 404)
    assert.equal(
      (await world.as('lucia').post(urls.bellPeriods(lincoln), { period: '1', weekdays: '1', beginsAt: '8:30', endsAt: '9:15' })).status,
      409,
    )
  })

  it('shows a district’s closed day in each school, to be taken back only there', async () => {
    const district = { tenant, place: 'cedar-valley-unified' }
    await world.as('ada').post(urls.schoolCalendar(district), { closedOn: '2026-11-26', reason: 'Thanksgiving' })
    const page = await (await world.as('maria').get(urls.schoolCalendar(lincoln))).text()
    assert.match(page, /Thanksgiving/)
    assert.match(page, /Set for the whole district/)
  })
})
