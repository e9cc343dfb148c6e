import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { LINCOLN } from '../../../../test/support/asked-staff.ts'
import { questionnairesIn, WORK } from '../../../../test/support/questionnaires.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'
import { MODES } from '../schema.ts'

const PARTS = WORK.filter((scale) => scale.key === 'trust')

describe('an answer and the close of its survey, at the same moment', () => {
  let world: World
  let surveys: Awaited<ReturnType<typeof questionnairesIn>>
  let other: pg.Client
  before(async () => {
    world = await openWorld()
    surveys = await questionnairesIn(world)
    other = new pg.Client({ connectionString: world.database.ownerUrl })
    await other.connect()
    await other.query(`select set_config('app.tenant', $1, false)`, [world.ids.tenants['cedar-valley']])
  })
  after(async () => {
    await other.end()
    await world.close()
  })

  /** The survey that a link leads to. */
  const surveyOf = async (own: string) => {
    const { rows } = await other.query<{ id: string }>(
      `select invitation.survey_id as id from survey_invitation invitation join survey_link link on link.invitation_id = invitation.id
       where token_hash = sha256(convert_to($1, 'UTF8'))`,
      [/r\/([^?]+)/.exec(own)?.[1]],
    )
    return rows[0]?.id ?? ''
  }
  /** Sessions that wait for a lock; asked outside of the transaction, within which this would not change. */
  const waiting = async () => {
    const sessions = 'select pid from pg_stat_activity where datname = current_database()'
    const rows = await surveys.rows<{ n: number }>(`select count(*)::int as n from pg_locks where not granted and pid in (${sessions})`)
    return rows[0]?.n ?? 0
  }
  const until = async (n: number) => {
    for (let tries = 0; (await waiting()) < n; tries++) {
      assert.ok(tries < 500, 'nobody waits')
      await wait(10)
    }
  }

  for (const mode of MODES)
    it(`waits for an answer that is on its way, ${mode}`, async () => {
      const [own = ''] = await surveys.put(PARTS, { mode })
      const survey = await surveyOf(own)
      await other.query('begin')
      await other.query('select from survey_invitation where survey_id = $1 for update', [survey])
      const answer = surveys.at(own, { q0: '4' })
      await until(1)
      const close = world.as('maria').post(urls.surveyClosure({ ...LINCOLN, survey }))
      await until(2)
      await other.query('commit')
      assert.deepEqual([(await answer).status, (await close).status], [303, 303])
      const kept = mode === 'anonymous' ? 'survey_answer' : 'survey_response'
      const { rows } = await other.query<{ n: number }>(`select count(*)::int as n from ${kept} where survey_id = $1`, [survey])
      assert.equal(rows[0]?.n, 1)
    })

  it('refuses an answer that waited for the close', async () => {
    const [own = ''] = await surveys.put(PARTS, { mode: 'named' })
    const survey = await surveyOf(own)
    await other.query('begin')
    await other.query('select from survey where id = $1 for update', [survey])
    const answer = surveys.at(own, { q0: '4' })
    await until(1)
    await other.query('update survey set closed_at = now() where id = $1', [survey])
    await other.query('commit')
    const refused = await answer
    assert.equal(refused.status, 409)
    assert.match(await refused.text(), /closed/)
    const { rows } = await other.query<{ used: boolean }>('select used from survey_invitation where survey_id = $1 and used', [survey])
    assert.equal(rows.length, 0)
  })
})
