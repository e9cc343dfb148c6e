import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { LINCOLN, surveysIn } from '../../../../../test/support/asked-staff.ts'
import { openWorld, type World } from '../../../../../test/support/world.ts'
import { urls } from '../../../../urls.ts'
import { goRound } from '../../participation/commands.ts'
import { addPerson, grantRole } from '../../../organizations/commands.ts'

const DISTRICT = { tenant: 'cedar-valley', place: 'cedar-valley-unified' }
const RIVERA = { tenant: 'cedar-valley', place: 'rivera' }

type Fields = Record<string, string | string[]>

describe('opening a survey', () => {
  let world: World
  let surveys: ReturnType<typeof surveysIn>
  let instrument: string
  before(async () => {
    world = await openWorld()
    surveys = surveysIn(world)
    await surveys.hire('lincoln', 9)
    await surveys.hire('lincoln', 2, false)
    await surveys.hire('rivera', 5)
    await surveys.open('dana', 'cedar-valley-unified')
    instrument = (await surveys.rows<{ id: string }>('select id from instrument'))[0]?.id ?? ''
  })
  after(() => world.close())

  const address = () => urls.surveyNew({ ...LINCOLN, instrument })
  const window = { opensOn: '2026-10-06', closesOn: '2026-10-23' }
  const form = (fields: Fields = {}) => ({ instrumentId: instrument, roles: 'teacher', ...window, ...fields })
  const open = async (fields: Fields, at = LINCOLN) => await world.as('maria').post(urls.surveys(at), form(fields))
  const look = async (fields: Fields, at = LINCOLN, who: 'maria' | 'dana' = 'maria') =>
    await world.as(who).post(urls.surveyNew({ ...at, instrument }), form(fields))
  const surveyOf = async (answer: Response) => {
    assert.equal(answer.status, 303, await answer.text())
    return /surveys\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  }
  const count = async () => (await surveys.rows<{ n: number }>('select count(*)::int as n from survey'))[0]?.n

  it('says at each mode what it means, whose clock counts, and whom there is to ask', async () => {
    const page = await (await world.as('maria').get(address())).text()
    assert.match(
      page,
      /Anonymous \(recommended\)[\s\S]*sealed until the close[\s\S]*Confidential[\s\S]*under a pseudonym[\s\S]*Named[\s\S]*with their names/,
    )
    assert.match(page, /until midnight \(Pacific Time\)/)
    assert.match(page, /Teachers \(13\)/)
    assert.match(page, /value="coach"[^>]*disabled/)
    assert.match(page, /value="anonymous" checked/)
    assert.doesNotMatch(page, /Only at some schools/)
  })

  it('says only whom it asks until it is counted, and of none that they are few', async () => {
    const [first] = await surveys.rows<{ id: string }>('select id from survey')
    const page = await (await world.as('dana').get(urls.survey({ ...DISTRICT, survey: first?.id ?? '' }))).text()
    assert.match(page, /within an hour of the opening[\s\S]*Asked, by school[\s\S]*Lincoln[\s\S]*14[\s\S]*Rivera[\s\S]*6/)
    assert.doesNotMatch(page, /not said/)
    await goRound(world.deps)
    const counted = await (await world.as('dana').get(urls.survey({ ...DISTRICT, survey: first?.id ?? '' }))).text()
    assert.match(counted, /Fewer than three of 20 \(rounded to fives/)
  })

  it('shows whom it would ask, school by school, and keeps nothing', async () => {
    const before = await count()
    const answer = await look({ roles: ['teacher', 'teacher_leader'], remind: 'suiting' }, DISTRICT, 'dana')
    const page = await answer.text()
    assert.equal(answer.status, 200)
    assert.match(page, /20 people will be asked[\s\S]*Lincoln[\s\S]*14[\s\S]*2[\s\S]*Rivera[\s\S]*6[\s\S]*0/)
    assert.match(page, /Reminders on Oct 12, Oct 19, and Oct 21/)
    assert.match(page, /Open the survey/)
    assert.doesNotMatch(page, /Given0/)
    assert.equal(await count(), before)
    const some = await look({ units: world.ids.schools.rivera }, DISTRICT, 'dana')
    assert.match(await some.text(), /6 people will be asked/)
  })

  it('does not count a principal, whom rosters list as staff too, among the other staff', async () => {
    const scope = await world.system()
    const asStaff = { unitId: world.ids.schools.lincoln, role: 'staff', beginsOn: '2026-07-01', endsOn: null } as const
    await grantRole(world.deps.db, scope, world.ids.people.maria, asStaff)
    const aide = await addPerson(world.deps.db, scope, { givenName: 'Helen', familyName: 'Aide', email: '' })
    await grantRole(world.deps.db, scope, aide, asStaff)
    assert.match(await (await world.as('maria').get(address())).text(), /Other staff \(1\)/)
    assert.match(await (await look({ roles: ['teacher', 'staff'] })).text(), /14 people will be asked/)
    assert.match(await (await look({ roles: ['teacher', 'staff', 'principal'] })).text(), /15 people will be asked/)
  })

  it('opens only what was looked at', async () => {
    const before = await count()
    const page = await (await look({})).text()
    const looked = JSON.parse(/name="looked" value="([^"]*)"/.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? '{}')
    assert.equal(looked.mode, 'anonymous')
    const other = await open({ mode: 'named', looked: JSON.stringify(looked) })
    assert.equal(other.status, 422)
    assert.match(await other.text(), /You changed something after you looked[\s\S]*with names/)
    assert.equal(await count(), before)
  })

  it('keeps what was typed where something is wrong', async () => {
    const page = async (fields: Fields) => {
      const answer = await open({ mode: 'named', fewest: '10', byRole: 'yes', ...fields })
      assert.equal(answer.status, 422)
      return await answer.text()
    }
    const outside = await page({ remind: 'own', reminder_1: '2026-10-09', reminder_2: '2026-12-09', reminder_3: '' })
    assert.match(outside, /href="#reminder_2">A reminder comes after the first day/)
    assert.doesNotMatch(outside, /id="reminder_1-error"/)
    for (const kept of [/value="named" checked/, /name="fewest"[^>]*value="10" checked/, /name="byRole"[^>]*checked/, /value="2026-12-09"/])
      assert.match(outside, kept)
    assert.match(await page({ opensOn: '2026-10-05' }), /Choose today or a later day/)
    assert.match(await page({ closesOn: '2026-10-01' }), /must not come before the first/)
    assert.match(await page({ roles: 'coach' }), /Nobody here has one of these roles/)
    assert.match(await page({ roles: 'janitor' }), /error-summary/)
    assert.match(await page({ languages: 'fr' }), /error-summary/)
    assert.match(await page({ mode: 'secret' }), /error-summary/)
    assert.match(await page({ reminder_1: '2026-10-09', reminder_3: 'soon' }), /id="reminder_3-error"/)
    assert.match(await page({ remind: 'own' }), /href="#reminder_1">Write at least one day/)
    assert.match(await page({ remind: 'weekly' }), /error-summary/)
    assert.match(await page({ units: world.ids.schools.rivera }), /does not belong to this place/)
  })

  it('suggests days for the window that stands in the form, and for no other', async () => {
    const first = await (await world.as('maria').get(address())).text()
    assert.match(first, /From Oct 6 to Oct 20 that is Oct 12 and Oct 16\. If you change/)
    const refused = async (fields: Fields) => await (await open({ remind: 'suiting', roles: 'coach', ...fields })).text()
    const later = await refused({ closesOn: '2026-11-24' })
    assert.match(later, /From Oct 6 to Nov 24 that is Oct 22, Nov 9, and Nov 20\./)
    assert.doesNotMatch(later, /Oct 12/)
    assert.match(await refused({ closesOn: '2026-10-06' }), /From Oct 6 to Oct 6 is too short for a reminder/)
    const none: Fields[] = [{ closesOn: '2026-10-01' }, { closesOn: 'later' }, { opensOn: '' }]
    for (const fields of none) assert.doesNotMatch(await refused(fields), /From (?:Oct|Invalid)[^.]* (?:that is|is too short)/)
  })

  it('works suggested days out anew when it is opened, and shows them once more where the window moved', async () => {
    const page = await (await look({ remind: 'suiting' })).text()
    const looked = /name="looked" value="([^"]*)"/.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? ''
    const moved = await open({ remind: 'suiting', closesOn: '2026-11-24', looked })
    assert.equal(moved.status, 422)
    assert.match(await moved.text(), /You changed something after you looked[\s\S]*Reminders on Oct 22, Nov 9, and Nov 20/)
    // Days that were typed before the suggested ones were chosen are none.
    const id = await surveyOf(await open({ remind: 'suiting', closesOn: '2026-11-24', reminder_1: 'soon', reminder_2: '2027-01-01' }))
    const [row] = await surveys.rows('select reminders from survey where id = $1', [id])
    assert.deepEqual(row, { reminders: ['2026-10-22', '2026-11-09', '2026-11-20'] })
  })

  it('is for those who lead the very place', async () => {
    assert.equal((await world.as('lucia').post(address(), form())).status, 409)
    assert.equal((await world.as('dana').post(address(), form())).status, 409)
    assert.equal((await world.as('dana').post(urls.surveys(LINCOLN), form())).status, 409)
    assert.equal((await world.as('omar').post(address(), form())).status, 404)
    assert.equal((await world.as('stranger').post(urls.surveys(LINCOLN), form())).status, 404)
  })

  it('keeps what was declared: days of reminders, languages, groups', async () => {
    const id = await surveyOf(await open({ remind: 'suiting', languages: 'es', byRole: 'yes', inParts: 'yes', mode: 'confidential' }))
    const [row] = await surveys.rows(
      'select mode, reminders, languages, by_role, in_parts, seal_id, fewest, closes_on::text from survey where id = $1',
      [id],
    )
    assert.deepEqual(row, {
      mode: 'confidential',
      reminders: ['2026-10-12', '2026-10-19', '2026-10-21'],
      languages: ['es'],
      by_role: true,
      in_parts: true,
      seal_id: null,
      fewest: 5,
      closes_on: '2026-10-23',
    })
    const groups = await surveys.rows('select distinct role from survey_invitation where survey_id = $1', [id])
    assert.deepEqual(groups, [{ role: 'teaching' }])
    const jobs = await surveys.rows<{ at: Date }>(
      "select start_after as at from pgboss.job where name = 'surveys_reminders' and data->>'surveyId' = $1 order by 1",
      [id],
    )
    // Seven in the morning in California.
    assert.deepEqual(
      jobs.map(({ at }) => at.toISOString()),
      ['2026-10-12T14:00:00.000Z', '2026-10-19T14:00:00.000Z', '2026-10-21T14:00:00.000Z'],
    )
  })

  it('asks only the chosen schools', async () => {
    const opened = await world.as('dana').post(urls.surveys(DISTRICT), form({ units: world.ids.schools.rivera }))
    const id = await surveyOf(opened)
    assert.equal((await world.as('omar').get(urls.survey({ ...RIVERA, survey: id }))).status, 200)
    assert.equal((await world.as('maria').get(urls.survey({ ...LINCOLN, survey: id }))).status, 404)
  })
})
