import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { summaryFromBytes } from '@groundwork/measures/summary/summary-bytes.ts'
import type { Database } from '../../src/platform/database.ts'
import { inTenant } from '../../src/access/scope.ts'
import { foldClosed } from '../../src/slices/surveys/folding/commands.ts'
import { countSome } from '../../src/slices/surveys/folding/counting/commands.ts'
import { peopleIn } from '../../src/slices/surveys/folding/rules.ts'
import { urls } from '../../src/urls.ts'
import { surveysIn } from '../support/asked-staff.ts'
import { openWorld, type World } from '../support/world.ts'
import { type Fault, fragileDatabase } from './fragile.ts'

const PEOPLE = 33
const BATCH = 7
const DISTRICT = { tenant: 'cedar-valley', place: 'cedar-valley-unified' }

describe('a count that the database cuts off at any statement', () => {
  let world: World
  let surveys: ReturnType<typeof surveysIn>
  /** What a count that nothing disturbed leaves of the same answers. */
  let undisturbed: unknown
  before(async () => {
    world = await openWorld()
    surveys = surveysIn(world)
    await surveys.hire('lincoln', 18)
    await surveys.hire('rivera', 11)
    const survey = await answeredAndClosed('anonymous')
    await foldClosed(world.deps, of(survey))
    undisturbed = await leftOf(survey)
    assert.equal((await surveys.rows('select from survey_summary')).length, 6)
    assert.equal((await surveys.rows('select from survey_correlation')).length, 1)
  })
  after(() => world.close())

  const of = (surveyId: string) => ({ tenantId: world.ids.tenants['cedar-valley'], surveyId })
  const count = async (text: string, survey: string) =>
    (await surveys.rows<{ n: number }>(`select count(*)::int as n from ${text}`, [survey]))[0]?.n

  async function answeredAndClosed(mode: string): Promise<string> {
    const survey = await surveys.open('dana', DISTRICT.place, { mode })
    const links = [...(await surveys.links(survey))].toSorted(([a], [b]) => (a < b ? -1 : 1))
    assert.equal(links.length, PEOPLE)
    for (const [at, [, link]] of links.entries()) {
      const pattern = [...(at * 397).toString(5).padStart(6, '0')].map((digit) => Number(digit) + 1)
      assert.equal((await surveys.answer(link, pattern)).status, 303)
    }
    assert.equal((await world.as('dana').post(urls.surveyClosure({ ...DISTRICT, survey }))).status, 303)
    return survey
  }

  async function leftOf(survey: string): Promise<unknown> {
    const columns = "unit_id, scale_key, n, counts, moments, encode(whole, 'hex') as whole, schools"
    const summaries = await surveys.rows(`select ${columns} from survey_summary where survey_id = $1 order by unit_id, scale_key`, [survey])
    const together = await surveys.rows(
      'select unit_id, one_key, other_key, people, schools from survey_correlation where survey_id = $1 order by unit_id',
      [survey],
    )
    return { summaries, together }
  }

  /** Runs something again and again, cut off one statement later each time, until nothing is left to cut. */
  async function untilDone(run: (db: Database) => Promise<void>, check: () => Promise<void>): Promise<string[]> {
    const struck: string[] = []
    for (let at = 1; at < 1000; at++) {
      for (const when of ['before', 'after'] as const) if (!(await isCut(run, { at, when }, struck))) return struck
      await check()
    }
    return assert.fail('it never came to an end')
  }

  async function isCut(run: (db: Database) => Promise<void>, fault: Fault, struck: string[]): Promise<boolean> {
    const fragile = await fragileDatabase(world, fault)
    try {
      await run(fragile.db)
      return fragile.struck() !== ''
    } catch (error) {
      assert.notEqual(fragile.struck(), '', String(error))
      struck.push(`${fault.when} ${fragile.struck()}`)
      return true
    } finally {
      await fragile.close()
    }
  }

  it('leaves all sealed answers or all sums, never some of either, and the same sums in the end', async () => {
    const survey = await answeredAndClosed('anonymous')
    const struck = await untilDone(
      async (db) => await foldClosed({ ...world.deps, db }, of(survey)),
      async () => {
        const [sealed, sums, together] = [
          await count('survey_answer where survey_id = $1', survey),
          await count('survey_summary where survey_id = $1', survey),
          await count('survey_correlation where survey_id = $1', survey),
        ]
        const found = `${sealed} answers, ${sums} sums and ${together} correlations`
        assert.ok((sealed === PEOPLE && sums === 0 && together === 0) || (sealed === 0 && sums === 6 && together === 1), found)
      },
    )
    assert.ok(struck.length > 20, `cut ${struck.length} times`)
    assert.ok(
      struck.some((one) => one.startsWith('after commit')),
      'once it was cut when all was done and nobody knew',
    )
    assert.deepEqual(await leftOf(survey), undisturbed)
    assert.equal(await count("event where verb = 'survey_counted' and noun_id = $1", survey), 1)
    const [seal] = await surveys.rows<{ id: string }>('select seal_id as id from survey where id = $1', [survey])
    assert.equal(await world.deps.keys.get(seal?.id ?? ''), undefined)
  })

  it('counts each answer that has a name once, batch by batch, however often it is cut off', async () => {
    const survey = await answeredAndClosed('confidential')
    const scope = await world.system()
    const struck = await untilDone(
      async (db) => {
        while ((await inTenant(db, scope, (tx) => countSome(tx, scope, survey, BATCH))) > 0);
      },
      async () => assert.equal(await talliedIn(survey), await count('survey_response where survey_id = $1 and counted', survey)),
    )
    assert.ok(struck.length > 2 * Math.ceil(PEOPLE / BATCH), `cut ${struck.length} times`)
    assert.equal(await talliedIn(survey), PEOPLE)
    await untilDone(
      async (db) => await foldClosed({ ...world.deps, db }, of(survey)),
      async () => {},
    )
    assert.deepEqual(await leftOf(survey), undisturbed)
    assert.equal(await count('survey_response where survey_id = $1 and counted', survey), PEOPLE)
  })

  it('counts each answer once where fifty count the same batches at once', async () => {
    const survey = await answeredAndClosed('named')
    const scope = await world.system()
    const counts = Array.from({ length: 50 }, () => inTenant(world.deps.db, scope, (tx) => countSome(tx, scope, survey, BATCH)))
    const counted = await Promise.all(counts)
    assert.equal(
      counted.reduce((sum, n) => sum + n, 0),
      PEOPLE,
    )
    assert.equal(await talliedIn(survey), PEOPLE)
    await Promise.all(Array.from({ length: 5 }, () => foldClosed(world.deps, of(survey))))
    assert.deepEqual(await leftOf(survey), undisturbed)
  })

  /** How many people the unfinished counts of one part hold. */
  async function talliedIn(survey: string): Promise<number> {
    const query = "select summary from survey_tally where survey_id = $1 and scale_key = 'small_measure'"
    const rows = await surveys.rows<{ summary: Buffer }>(query, [survey])
    return rows.reduce((sum, row) => sum + peopleIn(summaryFromBytes(row.summary)), 0)
  }
})
