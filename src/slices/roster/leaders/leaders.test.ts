import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { rosterFiles, small } from '../../../../test/support/oneroster.ts'
import { openWorld } from '../../../../test/support/world.ts'
import type { World } from '../../../../test/support/world.ts'
import { inTenant } from '../../../access/scope.ts'
import { urls } from '../../../urls.ts'
import { checkBundle } from '../bundle/rules.ts'
import { loadRoster } from '../loads/commands.ts'
import { listTeaching } from '../queries.ts'
import { listOfficePeople, listSchoolLeads } from './queries.ts'
import { leaderField } from './rules.ts'

const TENANT = { tenant: 'cedar-valley' }

const FILES = rosterFiles({
  orgs: [
    ['D', 'Cedar Valley', 'district', ''],
    ['N', 'Birchwood', 'school', 'D'],
    ['L', 'lincoln', 'school', 'D'],
  ],
  users: [
    { id: 'a', org: 'N', role: 'administrator', given: 'Ines', family: 'Prado' },
    { id: 'b', org: 'N', role: 'teacher', given: 'Jo', family: 'Hale' },
    { id: 'c', org: 'N', role: 'teacher', given: 'Kim', family: 'Ito' },
    { id: 'd', org: 'D', role: 'administrator', given: 'Lev', family: 'Gold' },
    { id: 'e', org: 'L', role: 'teacher', given: 'Ben', family: 'Okoro', email: 'BEN.OKORO@cedar-valley.example' },
  ],
  classes: [
    { id: '1', school: 'N', grades: '04', subjects: 'Science', periods: '1,2', teachers: ['b'] },
    { id: '2', school: 'N', grades: 'KG', subjects: 'Science', periods: '3', teachers: ['c'] },
    { id: '3', school: 'N', subjects: 'Art', teachers: ['c'] },
  ],
})

describe('what a roster leaves to be decided', () => {
  let world: World
  before(async () => {
    world = await openWorld()
    const scope = await world.system()
    await loadRoster(world.deps.db, scope, {
      fileName: 'small',
      bundle: checkBundle(small(FILES)),
      withStudents: false,
      confirmedEnds: null,
    })
  })
  after(async () => await world.close())

  async function read<Result>(
    query: (tx: Parameters<typeof listSchoolLeads>[0], scope: Parameters<typeof listSchoolLeads>[1]) => Promise<Result>,
  ) {
    const scope = await world.system()
    return await inTenant(world.deps.db, scope, (tx) => query(tx, scope))
  }

  const birchwood = async () => (await read(listSchoolLeads)).find((school) => school.name === 'Birchwood')

  it('takes a school and a person that were here before for what they are', async () => {
    const schools = (await read(listSchoolLeads)).map((school) => school.name)
    assert.deepEqual(schools, ['Birchwood', 'Lincoln', 'Rivera'])
    const lincoln = (await read(listSchoolLeads)).find((school) => school.name === 'Lincoln')
    assert.equal(lincoln?.candidates.filter((one) => one.name === 'Ben Okoro').length, 1)
  })

  it('asks who leads a school, the roster’s administrators first', async () => {
    const page = await (await world.as('ada').get(urls.rosterLeaders(TENANT))).text()
    assert.match(page, /Who leads Birchwood\?/)
    assert.doesNotMatch(page, /Who leads Lincoln\?/)
    assert.deepEqual(
      (await birchwood())?.candidates.map((one) => one.name),
      ['Ines Prado', 'Jo Hale', 'Kim Ito'],
    )
  })

  it('leaves the district office without a role until somebody gives one', async () => {
    assert.deepEqual(
      (await read(listOfficePeople)).map((person) => person.name),
      ['Lev Gold'],
    )
  })

  it('makes somebody principal, and no second one over them', async () => {
    const school = await birchwood()
    const [first, second] = school?.candidates ?? []
    const field = leaderField(school?.schoolId ?? '')
    const done = await world.as('ada').post(urls.rosterLeaders(TENANT), { [field]: first?.personId ?? '' })
    assert.equal(done.status, 303)
    assert.deepEqual((await birchwood())?.principals, ['Ines Prado'])
    const late = await world.as('ada').post(urls.rosterLeaders(TENANT), { [field]: second?.personId ?? '' })
    assert.equal(late.status, 422)
  })

  it('refuses somebody who does not work there, and what is no school', async () => {
    const school = await birchwood()
    const field = leaderField(school?.schoolId ?? '')
    for (const name of [field, 'leader-x']) {
      const refused = await world.as('ada').post(urls.rosterLeaders(TENANT), { [name]: world.ids.people.vera })
      assert.equal(refused.status, 422)
      assert.match(await refused.text(), /does not work at that school/)
    }
  })

  it('proposes grades and departments from the classes, and sets one up by one click', async () => {
    const page = await (await world.as('ada').get(urls.rosterUnits(TENANT))).text()
    for (const unit of ['Set up Kindergarten', 'Set up Grade 4', 'Set up Science']) assert.ok(page.includes(unit), unit)
    assert.ok(!page.includes('Set up Art'))
    const school = await birchwood()
    const wanted = { schoolId: school?.schoolId ?? '', kind: 'grade_level', value: '4' }
    assert.equal((await world.as('ada').post(urls.rosterUnits(TENANT), wanted)).status, 303)
    const after = await (await world.as('ada').get(urls.rosterUnits(TENANT))).text()
    assert.ok(!after.includes('Set up Grade 4'))
    const again = await world.as('ada').post(urls.rosterUnits(TENANT), wanted)
    assert.equal(again.status, 409)
    assert.match(await again.text(), /set up already/)
  })

  it('sets up all that the classes of a school propose by one click', async () => {
    const school = await birchwood()
    const wanted = { schoolId: school?.schoolId ?? '', all: 'yes' }
    assert.equal((await world.as('ada').post(urls.rosterUnits(TENANT), wanted)).status, 303)
    assert.match(
      await (await world.as('ada').get(urls.rosterUnits(TENANT))).text(),
      /Every grade and department that the classes name is set up/,
    )
    assert.equal((await world.as('ada').post(urls.rosterUnits(TENANT), wanted)).status, 409)
  })

  it('proposes a teacher who joins a grade later', async () => {
    const classes = FILES['classes.csv'].replace('Class 3,""', 'Class 3,"04"')
    const files = { ...FILES, 'classes.csv': classes, 'enrollments.csv': `${FILES['enrollments.csv']}3-a,,,3,N,a,teacher,false,,\r\n` }
    const scope = await world.system()
    await loadRoster(world.deps.db, scope, {
      fileName: 'later',
      bundle: checkBundle(small(files)),
      withStudents: false,
      confirmedEnds: null,
    })
    assert.match(await (await world.as('ada').get(urls.rosterUnits(TENANT))).text(), /Add 2 people to Grade 4/)
  })

  it('refuses a proposal that is none', async () => {
    assert.equal((await world.as('ada').post(urls.rosterUnits(TENANT), { schoolId: 'x', kind: 'team', value: '' })).status, 422)
  })

  it('tells who teaches when', async () => {
    const school = await birchwood()
    const teaching = await read((tx, scope) => listTeaching(tx, scope, school?.schoolId ?? '', '2026-10-06'))
    assert.deepEqual(teaching.map((one) => [one.title, one.grades, one.periods]).slice(0, 2), [
      ['Class 1', ['4'], ['1', '2']],
      ['Class 2', ['K'], ['3']],
    ])
    const inHolidays = await read((tx, scope) => listTeaching(tx, scope, school?.schoolId ?? '', '2027-07-01'))
    assert.deepEqual(inHolidays, teaching)
  })

  it('is not here for those who run nothing, nor for a neighbor', async () => {
    for (const persona of ['maria', 'dana', 'stranger'] as const) {
      for (const address of [urls.rosterLeaders(TENANT), urls.rosterUnits(TENANT)]) {
        assert.equal((await world.as(persona).get(address)).status, 404)
        assert.equal((await world.as(persona).post(address, {})).status, 404)
      }
    }
  })
})
