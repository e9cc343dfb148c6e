import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  currentOf,
  holesIn,
  inOrder,
  shortened,
  stateOf,
  stepsOf,
  whyNotAgree,
  whyNotClose,
  whyNotOn,
  whyNotRevise,
  whyNotVoteOn,
} from './rules.ts'
import { GOAL_STATES, type GoalState } from './schema.ts'

const none = { vote: undefined, agreement: undefined, closure: undefined }
const sealed = { revealedAt: null }
const revealed = { revealedAt: new Date() }

describe('where a goal stands', () => {
  it('follows from what was done with it, the last thing first', () => {
    assert.equal(stateOf(none), 'draft')
    assert.equal(stateOf({ ...none, vote: sealed }), 'voting')
    assert.equal(stateOf({ ...none, vote: revealed }), 'voted')
    assert.equal(stateOf({ ...none, vote: revealed, agreement: {} }), 'agreed')
    assert.equal(stateOf({ vote: revealed, agreement: {}, closure: {} }), 'closed')
    assert.equal(stateOf({ ...none, closure: {} }), 'closed')
  })
})

describe('the way of a goal', () => {
  it('has all its steps while it is open, and those that it took once it is closed', () => {
    assert.deepEqual(stepsOf(none), GOAL_STATES)
    assert.deepEqual(stepsOf({ ...none, closure: {} }), ['draft', 'closed'])
    assert.deepEqual(stepsOf({ ...none, vote: revealed, closure: {} }), ['draft', 'voting', 'voted', 'closed'])
    assert.deepEqual(stepsOf({ vote: revealed, agreement: {}, closure: {} }), GOAL_STATES)
  })
})

describe('what can be done with a goal', () => {
  const table: [name: string, rule: (goal: { state: GoalState }) => string | undefined, reasons: (string | undefined)[]][] = [
    ['whyNotRevise', whyNotRevise, [undefined, 'goals.vote_is_open', undefined, 'goals.agreed_already', 'goals.closed_already']],
    ['whyNotVoteOn', whyNotVoteOn, [undefined, 'goals.vote_is_open', undefined, 'goals.agreed_already', 'goals.closed_already']],
    [
      'whyNotAgree',
      (goal) => whyNotAgree(goal, 'We begin in grade 4.'),
      ['goals.vote_first', 'goals.reveal_first', undefined, 'goals.agreed_already', 'goals.closed_already'],
    ],
    ['whyNotClose', whyNotClose, [undefined, 'goals.vote_is_open', undefined, undefined, 'goals.closed_already']],
  ]
  for (const [name, rule, reasons] of table)
    it(`${name} says why not, in every state`, () => {
      assert.deepEqual(
        GOAL_STATES.map((state) => rule({ state })),
        reasons,
      )
    })

  it('asks for the consensus before the adopting', () => {
    assert.equal(whyNotAgree({ state: 'voted' }, undefined), 'goals.consensus_first')
  })

  it('is never dated in the future', () => {
    assert.equal(whyNotOn('2026-10-07', '2026-10-06'), 'goals.day_to_come')
    assert.equal(whyNotOn('2026-10-06', '2026-10-06'), undefined)
  })
})

describe('what a goal lacks', () => {
  it('is asked in order, and nothing else', () => {
    const goal = { forWhom: 'Grade 4', baseline: '', target: '60 %', dueOn: null, evidence: 'Their own work' }
    assert.deepEqual(holesIn(goal), ['baseline', 'dueOn'])
  })
})

describe('the goal that a place works on', () => {
  const goals = [
    { id: '1', unitId: 'district', state: 'agreed' as const },
    { id: '2', unitId: 'school', state: 'draft' as const },
    { id: '3', unitId: 'school', state: 'draft' as const },
    { id: '4', unitId: 'school', state: 'closed' as const },
    { id: '5', unitId: 'other', state: 'agreed' as const },
  ]

  it('is the adopted one, then the nearest, then the newest', () => {
    assert.equal(currentOf(goals, ['district', 'school'])?.id, '1')
    assert.equal(currentOf(goals.slice(1), ['district', 'school'])?.id, '3')
    assert.equal(currentOf([...goals, { id: '0', unitId: 'school', state: 'agreed' }], ['district', 'school'])?.id, '0')
    assert.equal(currentOf([], ['district']), undefined)
  })
})

describe('a list of goals', () => {
  it('begins with what is adopted, then what is being decided, the newest first', () => {
    const goals = GOAL_STATES.flatMap((state) => [`1${state}`, `2${state}`].map((id) => ({ id, state })))
    const order = inOrder(goals).map((goal) => goal.id)
    assert.deepEqual(order.slice(0, 4), ['2agreed', '1agreed', '2voting', '1voting'])
    assert.equal(order.at(-1), '1closed')
  })
})

describe('a long sentence', () => {
  it('is cut where a word ends', () => {
    assert.equal(shortened('Everybody explains', 40), 'Everybody explains')
    assert.equal(shortened('Everybody explains how they found it', 20), 'Everybody explains …')
    assert.equal(shortened('x'.repeat(50), 10), `${'x'.repeat(10)} …`)
  })
})
