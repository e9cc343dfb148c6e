import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { LINCOLN, surveysIn } from '../../../../test/support/asked-staff.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'
import { foldClosed } from './commands.ts'

describe('the close of an anonymous survey', () => {
  let world: World
  let surveys: ReturnType<typeof surveysIn>
  let survey: string
  /** Who gave which answers, as only they know; no two alike. */
  const given = new Map<string, string>()
  const of = () => ({ tenantId: world.ids.tenants['cedar-valley'], surveyId: survey })
  before(async () => {
    world = await openWorld()
    surveys = surveysIn(world)
    await surveys.hire('lincoln', 37)
    survey = await surveys.open('maria', 'lincoln')
    const links = await surveys.links(survey)
    const ids = await surveys.rows<{ id: string; email: string }>('select id, email from person where email is not null')
    for (const [at, [email, link]] of [...links].entries()) {
      const pattern = [...(1000 + at * 53).toString(5).padStart(6, '0')].map((digit) => Number(digit) + 1)
      assert.equal((await surveys.answer(link, pattern)).status, 303)
      given.set(ids.find((one) => one.email === email)?.id ?? '', JSON.stringify(pattern))
    }
  })
  after(() => world.close())

  /** All rows that the owner can see, with the transaction that wrote them, in the order in which they lie. */
  async function dump(): Promise<{ text: string; xmin: string }[]> {
    const tables = await surveys.rows<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'identity')",
    )
    const all = await Promise.all(
      tables.map(({ name }) =>
        surveys.rows<{ text: string; xmin: string }>(`select xmin::text as xmin, to_jsonb(t)::text as text from ${name} t order by ctid`),
      ),
    )
    return all.flat()
  }

  /** For each person, guesses the one set of answers that stands in rows tied to theirs by an id or a transaction; returns the hits. */
  function attack(rows: readonly { text: string; xmin: string }[]): number {
    const idsIn = (text: string) => text.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []
    let hits = 0
    for (const [personId, pattern] of given) {
      const own = rows.filter((row) => row.text.includes(personId) && row.text.includes('"used"'))
      const ids = new Set(own.flatMap((row) => [personId, ...idsIn(row.text).slice(0, 1)]))
      const tied = rows.filter((row) => own.some((one) => one.xmin === row.xmin) || [...ids].some((id) => row.text.includes(id)))
      const seen = tied.map((row) => row.text.replaceAll(' ', '')).join('\n')
      const candidates = [...new Set(given.values())].filter((one) => seen.includes(one) || seen.includes(Buffer.from(one).toString('hex')))
      if (candidates.length > 0 && candidates.length < 4 && candidates.includes(pattern)) hits += 1
    }
    return hits
  }

  it('is preceded by nothing that leads from a person to answers, though the attack finds a planted leak', async () => {
    assert.equal(given.size, 40)
    assert.equal(attack(await dump()), 0)
    const leaked = [...given]
      .slice(0, 12)
      .map(([person, pattern], at) => ({ xmin: `planted ${at}`, text: `{"used":true,"person_id":"${person}","note":"${pattern}"}` }))
    assert.equal(attack([...(await dump()), ...leaked]), 12)
  })

  it('shows nobody a result before it', async () => {
    const page = await (await world.as('maria').get(urls.survey({ ...LINCOLN, survey }))).text()
    assert.match(page, /Until then nobody sees any/)
    assert.doesNotMatch(page, /Cronbach|Mean, from/)
  })

  it('is counted only once closed, and survives being killed before its end', async () => {
    await foldClosed(world.deps, of())
    const count = async (table: string) => (await surveys.rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n
    assert.equal(await count('survey_answer'), 40)
    assert.equal((await world.as('maria').post(urls.surveyClosure({ ...LINCOLN, survey }))).status, 303)
    const [seal] = await surveys.rows<{ id: string }>('select seal_id as id from survey')
    const sealId = seal?.id ?? ''
    const broken = { ...world.deps.keys, get: async () => await Promise.reject(new Error('killed')) }
    await assert.rejects(foldClosed({ ...world.deps, keys: broken }, of()), /killed/)
    assert.deepEqual([await count('survey_answer'), await count('survey_summary')], [40, 0])
    const undying = { ...world.deps.keys, destroy: async () => await Promise.reject(new Error('killed')) }
    await assert.rejects(foldClosed({ ...world.deps, keys: undying }, of()), /killed/)
    assert.deepEqual([await count('survey_answer'), await count('survey_summary')], [0, 2])
    assert.ok(await world.deps.keys.get(sealId))
    await Promise.all([foldClosed(world.deps, of()), foldClosed(world.deps, of())])
    assert.equal(await world.deps.keys.get(sealId), undefined)
    assert.equal(await count('survey_summary'), 2)
  })

  it('leaves counts of all together, and nothing that leads from a person to answers', async () => {
    assert.equal(attack(await dump()), 0)
    const [row] = await surveys.rows<{ n: number; counts: number[][] }>(
      "select n, counts from survey_summary where scale_key = 'small_measure'",
    )
    assert.equal(row?.n, 40)
    const patterns = [...given.values()].map((text) => JSON.parse(text) as number[]) // written above
    const firstItem = [1, 2, 3, 4, 5].map((value) => patterns.filter((one) => one[3] === value).length)
    assert.ok(row.counts.some((item) => JSON.stringify(item) === JSON.stringify(firstItem)))
  })

  it('is reported to the leaders of the place: distribution, mean with interval, reliability', async () => {
    const page = await (await world.as('maria').get(urls.surveyReport({ ...LINCOLN, survey }))).text()
    const [bar, mean, alpha] = ['class="bar-keys"', 'The mean is', 'Cronbach’s alpha'].map((words) => page.indexOf(words))
    assert.ok(bar && mean && alpha && 0 < bar && bar < mean && mean < alpha)
    assert.match(page, /<table/)
    for (const persona of ['lucia', 'dana'] as const) {
      const other = await world.as(persona).get(urls.surveyReport({ ...LINCOLN, survey }))
      assert.equal(other.status, 409, persona)
      assert.doesNotMatch(await other.text(), /The mean is|favorable/, persona)
    }
    assert.equal((await world.as('omar').get(urls.surveyReport({ ...LINCOLN, place: 'rivera', survey }))).status, 404)
  })
})
