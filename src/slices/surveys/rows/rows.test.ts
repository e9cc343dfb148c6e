import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { LINCOLN, surveysIn } from '../../../../test/support/asked-staff.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { foldClosed } from '../folding/commands.ts'
import { urls } from '../../../urls.ts'
import { grantRole } from '../../organizations/commands.ts'

const DISTRICT = { tenant: 'cedar-valley', place: 'cedar-valley-unified' }
const RIVERA = { tenant: 'cedar-valley', place: 'rivera' }
const TENANT = { tenant: 'cedar-valley' }
const OWN = { own_en: 'Say more', own_es: 'Diga más' }

describe('single answers', () => {
  let world: World
  let surveys: ReturnType<typeof surveysIn>
  const ids: Record<'anonymous' | 'confidential' | 'named', string> = { anonymous: '', confidential: '', named: '' }
  before(async () => {
    world = await openWorld()
    surveys = surveysIn(world)
    await surveys.hire('lincoln', 6)
    await surveys.hire('lincoln', 1, false)
    await surveys.hire('rivera', 4)
    for (const mode of ['anonymous', 'confidential', 'named'] as const) {
      ids[mode] = await surveys.open('dana', 'cedar-valley-unified', { mode, byRole: 'yes' })
      for (const [at, link] of [...(await surveys.links(ids[mode])).values()].entries())
        assert.equal((await surveys.answer(link, [(at % 5) + 1, 2])).status, 303)
    }
  })
  after(() => world.close())

  type Who = Parameters<World['as']>[0]
  const named = async (who: Who, at = LINCOLN, mode: keyof typeof ids = 'named') =>
    await world.as(who).get(urls.surveyAnswers({ ...at, survey: ids[mode] }))
  const csv = async (who: Who, mode: keyof typeof ids = 'confidential') =>
    await world.as(who).get(urls.researchAnswersCsv({ ...TENANT, survey: ids[mode] }))
  const events = async (verb: string) => await surveys.rows('select unit_id, person_id from event where verb = $1', [verb])
  const close = async (mode: keyof typeof ids) => await world.as('dana').post(urls.surveyClosure({ ...DISTRICT, survey: ids[mode] }))

  it('of an open survey are read by nobody', async () => {
    const early = await named('maria')
    assert.equal(early.status, 409)
    assert.match(await early.text(), /after the close/)
    assert.equal((await csv('ruth')).status, 409)
    for (const mode of ['anonymous', 'confidential', 'named'] as const) assert.equal((await close(mode)).status, 303)
    assert.deepEqual([await events('survey_answers_read'), await events('survey_answers_downloaded')], [[], []])
  })

  it('of a named survey are read by those who lead the very place, of its own people, and it is recorded', async () => {
    const answer = await named('maria')
    const page = await answer.text()
    assert.equal(answer.status, 200)
    assert.match(page, /Given0 lincoln/)
    assert.match(page, /Lucia Ferro/)
    assert.doesNotMatch(page, /rivera|Vera/)
    assert.deepEqual(await events('survey_answers_read'), [{ unit_id: world.ids.schools.lincoln, person_id: world.ids.people.maria }])
    const rivera = await (await named('omar', RIVERA)).text()
    assert.match(rivera, /Vera Lindqvist/)
    assert.doesNotMatch(rivera, /lincoln/)
    assert.doesNotMatch(await (await named('dana', DISTRICT)).text(), /Given0/)
  })

  it('stand behind a link in the report of a named survey, for those who lead the school and of no other survey', async () => {
    const report = async (who: Who, at: typeof LINCOLN, mode: keyof typeof ids) =>
      await (await world.as(who).get(urls.surveyReport({ ...at, survey: ids[mode] }))).text()
    for (const surveyId of [ids.named, ids.confidential])
      await foldClosed(world.deps, { tenantId: world.ids.tenants['cedar-valley'], surveyId })
    assert.match(await report('maria', LINCOLN, 'named'), /given with names[\s\S]*Read the answers with names/)
    assert.doesNotMatch(await report('maria', LINCOLN, 'confidential'), /with names/)
    assert.doesNotMatch(await report('dana', DISTRICT, 'named'), /with names/)
  })

  it('of a named survey are refused to everybody else, with the reason or as if they were not there', async () => {
    for (const who of ['lucia', 'dana'] as const) {
      const answer = await named(who)
      assert.equal(answer.status, 409)
      assert.match(await answer.text(), /those who lead this very place/)
    }
    for (const who of ['omar', 'ruth', 'ada', 'stranger', 'sana'] as const) assert.equal((await named(who)).status, 404, who)
    assert.equal((await csv('ruth', 'named')).status, 404)
  })

  it('show those who gave them who has read them', async () => {
    const page = async (mode: keyof typeof ids, at = LINCOLN, who: Who = 'lucia') =>
      await (await world.as(who).get(urls.survey({ ...at, survey: ids[mode] }))).text()
    assert.match(await page('named'), /Who has read single answers[\s\S]*Maria Alvarez read the answers with names/)
    assert.doesNotMatch(await page('named', RIVERA, 'vera'), /Maria Alvarez/)
    assert.match(await page('confidential'), /Who has read single answers[\s\S]*Nobody so far/)
    await csv('ruth')
    assert.match(await page('confidential'), /Ruth Abara downloaded the answers under pseudonyms/)
    assert.doesNotMatch(await page('anonymous'), /Who has read single answers/)
  })

  it('of a confidential survey go to research alone, under pseudonyms that stay within the survey', async () => {
    const answer = await csv('ruth')
    const text = await answer.text()
    assert.match(answer.headers.get('content-disposition') ?? '', /attachment; filename="answers-autumn-cedar-valley-unified\.csv"/)
    const [header, ...lines] = text.trim().split('\r\n')
    assert.match(header ?? '', /^person,unit,group,q1_/)
    assert.equal(lines.length, 14)
    assert.doesNotMatch(text, /Given|Ferro|@|[0-9a-f]{8}-[0-9a-f]{4}-/)
    assert.match(text, /,Lincoln,teaching,/)
    assert.match(text, /,Lincoln,leading,/)
    const pseudonyms = lines.map((line) => line.split(',')[0] ?? '')
    assert.equal(new Set(pseudonyms).size, 14)
    assert.deepEqual(pseudonyms, pseudonyms.toSorted())
    assert.equal(await (await csv('ruth')).text(), text)
    const key = await world.deps.keys.get(ids.confidential)
    assert.ok(key && !text.includes(Buffer.from(key).toString('hex')))
  })

  it('are recorded each time they are downloaded', async () => {
    const before = (await events('survey_answers_downloaded')).length
    await csv('ruth')
    const after = await events('survey_answers_downloaded')
    assert.equal(after.length, before + 1)
    assert.deepEqual(after.at(-1), { unit_id: world.ids.roots['cedar-valley'], person_id: world.ids.people.ruth })
  })

  it('of a confidential survey are refused to leaders with the reason, and are not there for anybody else', async () => {
    for (const [who, at] of [
      ['maria', LINCOLN],
      ['dana', DISTRICT],
      ['omar', RIVERA],
    ] as const) {
      const answer = await named(who, at, 'confidential')
      assert.equal(answer.status, 409)
      assert.match(await answer.text(), /only the research role reads single answers/)
      assert.equal((await csv(who)).status, 404, who)
    }
    for (const who of ['ada', 'stranger', 'sana', 'lucia'] as const) assert.equal((await csv(who)).status, 404, who)
  })

  it('of a confidential survey are refused to research that leads a place as well, with the reason', async () => {
    const scope = await world.system()
    const unitId = world.ids.roots['cedar-valley']
    await grantRole(world.deps.db, scope, world.ids.people.omar, { unitId, role: 'researcher', beginsOn: '2026-07-01', endsOn: null })
    const answer = await csv('omar')
    assert.equal(answer.status, 409)
    assert.match(await answer.text(), /leads a place, or led one/)
    assert.match(await (await world.as('omar').get(urls.researchSurveys(TENANT))).text(), /leads a place, or led one/)
    assert.equal((await csv('ruth')).status, 200)
    const ledUntil = async (day: string) =>
      await surveys.rows("update membership set ends_on = $2 where person_id = $1 and role = 'principal'", [world.ids.people.omar, day])
    const [asked] = await surveys.rows<{ day: string }>('select opens_on::text as day from survey where id = $1', [ids.confidential])
    await ledUntil(asked?.day ?? '')
    assert.equal((await csv('omar')).status, 409)
    await ledUntil('2026-08-31')
    assert.equal((await csv('omar')).status, 200)
    await surveys.rows("update membership set ends_on = null where person_id = $1 and role = 'principal'", [world.ids.people.omar])
  })

  it('of an anonymous survey have no address', async () => {
    for (const who of ['maria', 'dana', 'ruth'] as const) {
      assert.equal((await named(who, who === 'dana' ? DISTRICT : LINCOLN, 'anonymous')).status, 404)
      assert.equal((await csv(who, 'anonymous')).status, 404)
    }
  })

  it('come with what their columns mean', async () => {
    const describe = async (who: Who) => await world.as(who).get(urls.researchAnswersPackage({ ...TENANT, survey: ids.confidential }))
    const described = await (await describe('ruth')).json()
    const names = described.resources[0].schema.fields.map(({ name }: { name: string }) => name)
    assert.equal((await (await csv('ruth')).text()).split('\r\n')[0], names.join(','))
    assert.match(JSON.stringify(described), /1 = Not at all/)
    assert.equal((await describe('maria')).status, 404)
  })

  it('are found by research from its own page, to which everybody else has no way', async () => {
    const page = await (await world.as('ruth').get(urls.researchSurveys(TENANT))).text()
    assert.match(page, new RegExp(ids.confidential))
    assert.doesNotMatch(page, new RegExp(`${ids.named}|${ids.anonymous}`))
    assert.match((await world.as('ruth').get(urls.tenant(TENANT))).headers.get('location') ?? '', /research\/surveys/)
    for (const who of ['maria', 'dana', 'ada', 'stranger'] as const)
      assert.equal((await world.as(who).get(urls.researchSurveys(TENANT))).status, 404, who)
  })

  it('in words cannot run in a spreadsheet', async () => {
    const form = { title_en: 'Words', title_es: 'Palabras', purpose_en: 'To hear.', purpose_es: 'Oír.', scales: ['small_measure'], ...OWN }
    const made = await world.as('maria').post(urls.instruments(LINCOLN), form)
    const instrument = /questionnaires\/([0-9a-f-]{36})/.exec(made.headers.get('location') ?? '')?.[1] ?? ''
    await surveys.rows(
      `update instrument set scales = scales || '[{"key":"words","kind":"text","options":"agreement","name":{"en":"Words"},"purpose":{"en":""},"items":[{"key":"more","text":{"en":"More?"}}]}]' where id = $1`,
      [instrument],
    )
    const fields = { instrumentId: instrument, roles: 'teacher', mode: 'confidential', opensOn: '2026-10-06', closesOn: '2026-10-20' }
    const opened = await world.as('maria').post(urls.surveys(LINCOLN), fields)
    ids.confidential = /surveys\/([0-9a-f-]{36})/.exec(opened.headers.get('location') ?? '')?.[1] ?? ''
    const [link] = (await surveys.links(ids.confidential)).values()
    assert.equal((await surveys.answer(link ?? '', [1, 2, 3, 4, '=cmd|calc!A1'])).status, 303)
    await world.as('maria').post(urls.surveyClosure({ ...LINCOLN, survey: ids.confidential }))
    assert.match(await (await csv('ruth')).text(), /,'=cmd\|calc!A1/)
  })
})
