import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  inLanguage,
  keptArguments,
  shuffled,
  spreadOf,
  whyNotCast,
  whyNotOpen,
  whyNotReveal,
  whyNotStateConsensus,
  widestQuestion,
} from './rules.ts'
import type { Leave } from './schema.ts'

const open = { revealedAt: null, withdrawnAt: null, facilitator: { id: 'maria' }, iAmVoter: true, ballotCount: 3 }
const revealed = { ...open, revealedAt: new Date() }
const withdrawn = { ...open, withdrawnAt: new Date() }

describe('opening a vote', () => {
  const opening = { voterIds: ['tomas', 'noor', 'lucia'], facilitatorId: 'maria', openAlready: false }

  it('needs three voters, each of them counted once', () => {
    assert.equal(whyNotOpen(opening), undefined)
    assert.equal(whyNotOpen({ ...opening, voterIds: ['tomas', 'noor'] }), 'votes.too_few_voters')
    assert.equal(whyNotOpen({ ...opening, voterIds: ['tomas', 'noor', 'noor'] }), 'votes.too_few_voters')
  })

  it('keeps the facilitator out, and one vote at a time', () => {
    assert.equal(whyNotOpen({ ...opening, voterIds: [...opening.voterIds, 'maria'] }), 'votes.facilitator_does_not_vote')
    assert.equal(whyNotOpen({ ...opening, openAlready: true }), 'votes.open_already')
  })
})

describe('voting', () => {
  it('is for those who were asked, before the reveal', () => {
    assert.equal(whyNotCast(open, 'tomas'), undefined)
    assert.equal(whyNotCast({ ...open, iAmVoter: false }, 'omar'), 'votes.not_a_voter')
    assert.equal(whyNotCast(open, 'maria'), 'votes.facilitator_does_not_vote')
    assert.equal(whyNotCast(revealed, 'tomas'), 'votes.revealed_already')
    assert.equal(whyNotCast(withdrawn, 'tomas'), 'votes.withdrawn_already')
  })
})

describe('revealing', () => {
  it('is for the facilitator, once, and never under three ballots', () => {
    assert.equal(whyNotReveal(open, 'maria'), undefined)
    assert.equal(whyNotReveal(open, 'tomas'), 'votes.only_facilitator')
    assert.equal(whyNotReveal({ ...open, ballotCount: 2 }, 'maria'), 'votes.too_few_ballots')
    assert.equal(whyNotReveal(revealed, 'maria'), 'votes.revealed_already')
    assert.equal(whyNotReveal(withdrawn, 'maria'), 'votes.withdrawn_already')
  })

  it('comes before a consensus', () => {
    assert.equal(whyNotStateConsensus(open, 'maria'), 'votes.reveal_first')
    assert.equal(whyNotStateConsensus(revealed, 'tomas'), 'votes.only_facilitator')
    assert.equal(whyNotStateConsensus(revealed, 'maria'), undefined)
  })
})

describe('what is kept of the arguments', () => {
  const ballots = (...leaves: Leave[]) => leaves.map((leave, at) => ({ scores: {}, argument: `a${at}`, leave, personId: `p${at}` }))
  const names = (...leaves: Leave[]) => keptArguments(ballots(...leaves)).map((one) => one.personId)

  it('follows each author', () => {
    assert.deepEqual(keptArguments(ballots('with_name', 'without_name', 'not_kept')), [
      { argument: 'a0', personId: 'p0' },
      { argument: 'a1', personId: null },
    ])
  })

  it('keeps no name where the last argument would name itself', () => {
    assert.deepEqual(names('with_name', 'with_name', 'without_name'), [null, null, null])
    assert.deepEqual(names('with_name', 'without_name', 'without_name'), ['p0', null, null])
    assert.deepEqual(names('with_name', 'with_name', 'not_kept'), ['p0', 'p1'])
    assert.deepEqual(names('with_name', 'with_name', 'with_name'), ['p0', 'p1', 'p2'])
  })
})

describe('the spread', () => {
  const results = [
    { ours: 1, reach: 3 },
    { ours: 5, reach: 4 },
    { ours: 4, reach: 4 },
  ]

  it('counts each number and says the middle and the ends', () => {
    assert.deepEqual(spreadOf(results, 'ours'), { counts: [1, 0, 0, 1, 1], n: 3, median: 4, low: 1, high: 5 })
  })

  it('names the question with the widest spread, and none where all are close', () => {
    assert.equal(widestQuestion(results, ['ours', 'reach']), 'ours')
    assert.equal(widestQuestion(results, ['reach']), undefined)
  })
})

describe('shuffling', () => {
  it('keeps everything and reaches every order', () => {
    const seen = new Set<string>()
    for (let first = 0; first < 3; first++)
      for (let second = 0; second < 2; second++) seen.add(shuffled(['a', 'b', 'c'], (n) => (n === 3 ? first : second)).join(''))
    assert.deepEqual([...seen].toSorted(), ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'])
  })
})

describe('a text by language', () => {
  it('falls back to the main language, then to whichever there is', () => {
    assert.equal(inLanguage({ en: 'yes', es: 'sí' }, 'es'), 'sí')
    assert.equal(inLanguage({ en: 'yes' }, 'es'), 'yes')
    assert.equal(inLanguage({ es: 'sí' }, 'en'), 'sí')
    assert.equal(inLanguage({}, 'en'), '')
  })
})
