import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { LINCOLN, votesIn } from '../../../test/support/held-vote.ts'
import { openWorld, type World } from '../../../test/support/world.ts'
import { inTenant } from '../../access/scope.ts'
import { urls } from '../../urls.ts'
import { destroyVoteKeyWorker } from './jobs.ts'
import { revealVote } from './outcome/commands.ts'
import { BALLOT_BYTES } from './schema.ts'

const CANARY = 'zirconium marmalade at half past nine'

describe('the secret of a vote', () => {
  let world: World
  let votes: ReturnType<typeof votesIn>
  let vote: string
  before(async () => {
    world = await openWorld()
    votes = votesIn(world)
    vote = await votes.hold('maria')
    await votes.cast('tomas', vote, { reach: 5, ours: 2, argument: `${CANARY} at last`, leave: 'with_name' })
    await votes.cast('noor', vote, { reach: 2, ours: 3, argument: `${CANARY} by noor` })
    await votes.cast('lucia', vote, { reach: 4, ours: 4, argument: `${CANARY} without me`, leave: 'without_name' })
  })
  after(() => world.close())

  /** Everything that lies in a database, as text, bytes in hexadecimal and as letters: what a dump holds. */
  async function everything(url: string, skip: string[] = []): Promise<Map<string, string>> {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query<{ name: string }>(`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`)
    const dump = new Map<string, string>()
    for (const { name } of rows.filter((row) => !skip.includes(row.name))) {
      await client.query(`set app.tenant = '${world.ids.tenants['cedar-valley']}'`)
      const all = await client.query<Record<string, unknown>>(`select * from ${name}`).catch(() => undefined)
      if (all) dump.set(name, all.rows.map((row) => Object.values(row).map(asText).join(' | ')).join('\n'))
    }
    await client.end()
    return dump
  }

  it('lies nowhere in words before the reveal: no table, as the application’s role or as the owner, no page, no API', async () => {
    for (const url of [world.database.appUrl, world.database.ownerUrl]) {
      const dump = await everything(url)
      assert.ok(dump.get('public.ballot')?.includes(vote), 'the dump reads the ballots')
      for (const [table, text] of dump)
        assert.ok(!text.includes('zirconium'), `${table} as ${url === world.database.appUrl ? 'application' : 'owner'}`)
    }
    const addresses = [urls.vote({ ...LINCOLN, vote }), urls.goals(LINCOLN), urls.now(LINCOLN), urls.apiGoals({ tenant: LINCOLN.tenant })]
    for (const persona of ['maria', 'tomas', 'noor', 'dana', 'ada'] as const)
      for (const address of addresses) {
        const answer = await world.as(persona).get(address)
        assert.ok(!`${JSON.stringify([...answer.headers])} ${await answer.text()}`.includes('zirconium'), `${persona} ${address}`)
      }
  })

  it('shows nobody but themselves who has voted', async () => {
    const page = await (await world.as('maria').get(urls.vote({ ...LINCOLN, vote }))).text()
    assert.match(page, /3 of 4 have voted/)
    assert.doesNotMatch(page, /Tomas|Noor|Lucia/)
  })

  it('is of one size, whatever stands in it', async () => {
    const sizes = await votes.rows<{ size: number }>('select distinct octet_length(sealed) as size from ballot where sealed is not null')
    assert.deepEqual(sizes, [{ size: BALLOT_BYTES + 48 }])
  })

  it('differs between a vote of ones and a vote of fives in nothing but random bytes', async () => {
    const [ones, fives] = [await votes.hold('tomas'), await votes.hold('noor')]
    await votes.cast('ben', ones, { reach: 1, ours: 1, argument: 'No.' })
    await votes.cast('ben', fives, { reach: 5, ours: 5, argument: 'Yes! '.repeat(300), leave: 'with_name' })
    const shapes = async (id: string) => [
      await votes.rows('select person_id, octet_length(sealed) as size from ballot where vote_id = $1', [id]),
      await votes.rows('select verb, noun, person_id, unit_id, via, octet_length(digest) from event where noun_id = $1 order by verb', [
        id,
      ]),
    ]
    assert.deepEqual(await shapes(ones), await shapes(fives))
    const [event] = await votes.rows<{ person_id: string | null }>(
      "select person_id from event where noun_id = $1 and verb = 'ballot_cast'",
      [ones],
    )
    assert.equal(event?.person_id, null)
  })

  it('cannot be opened with what the database holds', async () => {
    const [row] = await votes.rows<{ id: string; public_key: Buffer }>(
      'select seal.id, public_key from seal join vote on seal_id = seal.id where vote.id = $1',
      [vote],
    )
    assert.equal(row?.public_key.length, 32)
    const key = await world.deps.keys.get(row.id)
    assert.ok(key, 'the key lies in the folder of keys')
    const hex = Buffer.from(key).toString('hex')
    for (const [table, text] of await everything(world.database.ownerUrl)) assert.ok(!text.includes(hex), table)
  })

  it('is revealed to all at once, shuffled, with names only by leave', async () => {
    const answer = await world.as('maria').post(urls.voteReveal({ ...LINCOLN, vote }))
    assert.equal(answer.status, 303)
    const page = await (await world.as('tomas').get(urls.vote({ ...LINCOLN, vote }))).text()
    assert.match(page, /3 of 4 voted/)
    assert.match(page, /at last[\s\S]*Tomas Reed|Tomas Reed[\s\S]*at last/)
    assert.match(page, /without me/)
    assert.doesNotMatch(page, /by noor|Noor Haddad|Lucia Ferro/)
    assert.match(page, /Median/)
  })

  it('leaves no way from a person to scores: not by id, order, time or place in the table', async () => {
    const results = await votes.rows<{ id: string; columns: string }>(
      'select id, to_jsonb(vote_result)::text as columns from vote_result where vote_id = $1',
      [vote],
    )
    const ballots = await votes.rows<{ id: string; person_id: string; sealed: Buffer | null }>(
      'select id, person_id, sealed from ballot where vote_id = $1',
      [vote],
    )
    assert.equal(results.length, 3)
    assert.ok(
      ballots.every((ballot) => ballot.sealed === null),
      'what was sealed is gone',
    )
    const known = ballots.flatMap((ballot) => [ballot.id, ballot.person_id])
    for (const result of results) {
      assert.match(result.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4/, 'an id without a time')
      assert.ok(
        known.every((id) => !result.columns.includes(id)),
        'no id of a ballot or a person',
      )
      assert.deepEqual(Object.keys(JSON.parse(result.columns)).toSorted(), ['id', 'scores', 'tenant_id', 'vote_id'])
    }
    const kept = await votes.rows<{ columns: string }>(
      'select to_jsonb(vote_argument)::text as columns from vote_argument where vote_id = $1',
      [vote],
    )
    for (const row of kept)
      assert.ok(
        results.every((result) => !row.columns.includes(result.id)),
        'no argument leads to scores',
      )
  })

  it('keeps results in an order of their own: five votes, given alike by the same people, lie differently', async () => {
    const orders = new Set<string>()
    for (const subject of ['maria', 'lucia', 'ada', 'ruth', 'sana'] as const) {
      const one = await votes.hold(subject)
      for (const [at, persona] of (['tomas', 'noor', 'lucia', 'ben'] as const).entries())
        await votes.cast(persona, one, { reach: at + 1, ours: 1 })
      await world.as('maria').post(urls.voteReveal({ ...LINCOLN, vote: one }))
      const results = await votes.rows<{ reach: number }>(
        "select (scores->>'reach')::int as reach from vote_result where vote_id = $1 order by ctid",
        [one],
      )
      orders.add(results.map((row) => row.reach).join(''))
    }
    assert.ok(orders.size > 1)
  })

  it('loses its key with the reveal, and by a job where the program was killed before that', async () => {
    assert.equal(await world.deps.keys.get(await votes.sealOf(vote)), undefined)
    const killed = await votes.hold('ben')
    for (const persona of ['tomas', 'noor', 'lucia'] as const) await votes.cast(persona, killed, { reach: 3, ours: 3 })
    const place = { id: world.ids.schools.lincoln }
    await revealVote(world.deps.db, await world.scope('maria'), world.deps, place, killed)
    const sealId = await votes.sealOf(killed)
    assert.ok(await world.deps.keys.get(sealId), 'nothing was done after the commit')
    const [job] = await votes.rows<{ data: { sealId: string } }>(
      "select data from pgboss.job where name = 'votes_destroy_key' and data->>'sealId' = $1",
      [sealId],
    )
    assert.deepEqual(job?.data, { sealId })
    await destroyVoteKeyWorker(world.deps.keys).work(job.data)
    assert.equal(await world.deps.keys.get(sealId), undefined)
  })

  it('refuses a ballot that was moved to another row', async () => {
    const moved = await votes.hold('dana')
    for (const persona of ['tomas', 'noor', 'lucia'] as const) await votes.cast(persona, moved, { reach: 3, ours: 3 })
    const pair = [world.ids.people.tomas, world.ids.people.noor]
    await votes.rows(
      `update ballot b set sealed = o.sealed from ballot o where b.vote_id = $1 and o.vote_id = $1 and b.person_id = $2 and o.person_id = $3`,
      [moved, ...pair],
    )
    const answer = await world.as('maria').post(urls.voteReveal({ ...LINCOLN, vote: moved }))
    assert.equal(answer.status, 409)
    assert.match(await answer.text(), /A seal in this vote was changed from outside/)
    assert.deepEqual(await votes.rows('select id from vote_result where vote_id = $1', [moved]), [])
  })

  it('lets nobody into its electorate through the back door of the database', async () => {
    const scope = await world.scope('omar')
    const insert = inTenant(world.deps.db, scope, async (tx) =>
      tx
        .insertInto('ballot')
        .values({ tenantId: scope.tenantId, id: crypto.randomUUID(), voteId: vote, personId: scope.personId, sealed: null })
        .execute(),
    )
    await assert.rejects(insert, /foreign key/)
  })
})

/** Bytes are looked at both ways, so that a text hidden in them is found as well. */
function asText(value: unknown): string {
  if (Buffer.isBuffer(value)) return `${value.toString('hex')} ${value.toString('utf8')}`
  return typeof value === 'string' ? value : JSON.stringify(value)
}
