import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { LINCOLN, votesIn } from '../../../test/support/held-vote.ts'
import { openWorld, type World } from '../../../test/support/world.ts'
import { urls } from '../../urls.ts'

describe('a sealed vote', () => {
  let world: World
  let votes: ReturnType<typeof votesIn>
  let vote: string
  before(async () => {
    world = await openWorld()
    votes = votesIn(world)
    vote = await votes.hold('maria')
  })
  after(() => world.close())

  it('is there for those who were asked, with only their number', async () => {
    const page = await (await world.as('tomas').get(urls.vote({ ...LINCOLN, vote }))).text()
    assert.match(page, /0 of 4 have voted/)
    assert.match(page, /Is it within reach\?/)
  })

  it('takes a vote, and takes it again in the place of the last', async () => {
    assert.equal((await votes.cast('tomas', vote, { reach: 1, ours: 1 })).status, 303)
    assert.equal((await votes.cast('tomas', vote, { reach: 5, ours: 2, argument: 'At last', leave: 'with_name' })).status, 303)
    const page = await (await world.as('tomas').get(urls.vote({ ...LINCOLN, vote }))).text()
    assert.match(page, /1 of 4 have voted/)
    assert.match(page, /Your vote is in the envelope/)
  })

  it('gives back what was typed where something is missing', async () => {
    const answer = await world
      .as('noor')
      .post(urls.voteBallot({ ...LINCOLN, vote }), { score_reach: 3, argument: 'Half a thought', leave: 'with_name' })
    const text = await answer.text()
    assert.equal(answer.status, 422)
    assert.match(text, /Is it ours\? Please choose a number from 1 to 5/)
    assert.doesNotMatch(text, /Is it within reach\? Please choose/)
    assert.match(text, /Half a thought/)
  })

  it('is not for the facilitator, nor for somebody who was not asked', async () => {
    const facilitator = await votes.cast('maria', vote, { reach: 3, ours: 3 })
    assert.equal(facilitator.status, 409)
    assert.match(await facilitator.text(), /so you do not vote in it/)
    const dana = await votes.cast('dana', vote, { reach: 3, ours: 3 })
    assert.equal(dana.status, 409)
    assert.match(await dana.text(), /You were not asked to vote here/)
  })

  it('does not exist for the neighbour, another tenant or the administrator', async () => {
    for (const persona of ['omar', 'vera', 'stranger', 'sana', 'ada', 'ruth'] as const)
      assert.equal((await world.as(persona).get(urls.vote({ ...LINCOLN, vote }))).status, 404, persona)
    assert.equal((await world.as('omar').get(urls.vote({ ...LINCOLN, place: 'rivera', vote }))).status, 404)
    assert.equal((await world.as('dana').get(urls.vote({ ...LINCOLN, place: 'rivera', vote }))).status, 404)
    assert.equal((await votes.cast('omar', vote, { reach: 1, ours: 1 })).status, 404)
    assert.equal((await world.as('omar').post(urls.voteReveal({ ...LINCOLN, vote }))).status, 404)
  })

  it('is not revealed under three votes, nor by anybody but its facilitator', async () => {
    await votes.cast('noor', vote, { reach: 2, ours: 3 })
    const early = await world.as('maria').post(urls.voteReveal({ ...LINCOLN, vote }))
    assert.equal(early.status, 409)
    assert.match(await early.text(), /At least three people must have voted/)
    await votes.cast('lucia', vote, { reach: 4, ours: 4, argument: 'Without me', leave: 'without_name' })
    assert.equal((await world.as('tomas').post(urls.voteReveal({ ...LINCOLN, vote }))).status, 409)
    assert.equal((await world.as('maria').post(urls.voteReveal({ ...LINCOLN, vote }))).status, 303)
  })

  it('takes nothing after the reveal, says why, and gives the typed text back', async () => {
    const late = await votes.cast('ben', vote, { reach: 3, ours: 3, argument: 'I was on the late bus' })
    const text = await late.text()
    assert.equal(late.status, 409)
    assert.match(text, /The votes have been revealed/)
    assert.match(text, /I was on the late bus/)
    assert.equal((await world.as('maria').post(urls.voteReveal({ ...LINCOLN, vote }))).status, 409)
  })

  it('ends with what the group agreed, in the facilitator’s words', async () => {
    const maria = world.as('maria')
    const address = urls.voteConsensus({ ...LINCOLN, vote })
    assert.equal((await world.as('tomas').post(address, { statement: 'Mine', version: 0 })).status, 409)
    assert.equal((await maria.post(address, { statement: ' ', version: 0 })).status, 422)
    assert.equal((await maria.post(address, { statement: 'We begin in grade 4.', version: 0 })).status, 303)
    const stale = await maria.post(address, { statement: 'Nobody saw the other one.', version: 0 })
    assert.equal(stale.status, 409)
    assert.match(await stale.text(), /Nobody saw the other one/)
    assert.match(await (await world.as('ben').get(urls.vote({ ...LINCOLN, vote }))).text(), /We begin in grade 4\./)
  })

  it('can be ended unread: nothing is kept, and the key is gone', async () => {
    const ended = await votes.hold('vera')
    for (const persona of ['tomas', 'noor', 'lucia'] as const) await votes.cast(persona, ended, { reach: 3, ours: 3 })
    assert.equal((await world.as('lucia').post(urls.voteWithdrawal({ ...LINCOLN, vote: ended }))).status, 409)
    const sealId = await votes.sealOf(ended)
    assert.equal((await world.as('tomas').post(urls.voteWithdrawal({ ...LINCOLN, vote: ended }))).status, 303)
    assert.equal(await world.deps.keys.get(sealId), undefined)
    assert.deepEqual(await votes.rows('select sealed from ballot where vote_id = $1 and sealed is not null', [ended]), [])
    assert.match(await (await votes.cast('ben', ended, { reach: 1, ours: 1 })).text(), /This vote was ended unread/)
  })

  it('takes a vote that meets the reveal either whole or not at all', async () => {
    for (const subject of ['lucia', 'noor', 'ruth'] as const) {
      const met = await votes.hold(subject)
      for (const persona of ['tomas', 'noor', 'lucia'] as const) await votes.cast(persona, met, { reach: 3, ours: 3 })
      const late = votes.cast('ben', met, { reach: 1, ours: 1 })
      const reveal = await world.as('maria').post(urls.voteReveal({ ...LINCOLN, vote: met }))
      const taken = (await late).status === 303
      assert.equal(reveal.status, 303)
      assert.deepEqual(await votes.rows('select count(*)::int as n from vote_result where vote_id = $1', [met]), [{ n: taken ? 4 : 3 }])
    }
  })

  it('counts each voter once when many send at the same moment', async () => {
    const busy = await votes.hold('omar')
    const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => votes.cast('tomas', busy, { reach: (at % 5) + 1, ours: 1 })))
    assert.ok(answers.every((answer) => answer.status === 303))
    assert.deepEqual(await votes.rows('select count(*)::int as n from ballot where vote_id = $1', [busy]), [{ n: 1 }])
  })
})
