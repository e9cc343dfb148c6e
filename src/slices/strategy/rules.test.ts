import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Driver } from './diagram/schema.ts'
import { holesIn, orderWith, whyNotRemoveIdea } from './diagram/rules.ts'
import { progressOf } from './progress/rules.ts'
import { standingOf, whyNotDraw, whyNotWriteInto } from './rules.ts'

describe('where a strategy stands', () => {
  const cases = [
    [{ number: 2, newestNumber: 2, lastOutcome: null }, 'current', undefined],
    [{ number: 2, newestNumber: 2, lastOutcome: 'adapt' }, 'current', undefined],
    [{ number: 2, newestNumber: 2, lastOutcome: 'stop' }, 'stopped', 'strategy.is_stopped'],
    [{ number: 1, newestNumber: 2, lastOutcome: null }, 'replaced', 'strategy.is_replaced'],
    [{ number: 1, newestNumber: 2, lastOutcome: 'stop' }, 'replaced', 'strategy.is_replaced'],
  ] as const
  for (const [strategy, standing, whyNot] of cases) {
    it(`${strategy.number} of ${strategy.newestNumber}, ${strategy.lastOutcome ?? 'not reviewed'}: ${standing}`, () => {
      assert.equal(standingOf(strategy), standing)
      assert.equal(whyNotWriteInto(strategy), whyNot)
    })
  }

  it('is drawn for a goal that is open', () => {
    assert.equal(whyNotDraw({ state: 'agreed' }), undefined)
    assert.equal(whyNotDraw({ state: 'closed' }), 'strategy.goal_closed')
  })
})

const idea = (id: string, links: number) => ({
  id,
  driverId: 'd',
  statement: id,
  version: 1,
  links: Array.from({ length: links }, () => link),
})
const link = { id: 'l', ideaId: 'i', resourceId: 'r', way: 'uses', how: '', kind: 'tools', name: 'r' } as const
const driver = (id: string, measureId: string | null, ideas: Driver['ideas']): Driver => ({
  id,
  statement: id,
  why: '',
  measureId,
  version: 1,
  ideas,
})

describe('the holes of a strategy', () => {
  it('are named in the order of the diagram', () => {
    const drivers = [driver('d1', null, [idea('i1', 0)]), driver('d2', 'm', [])]
    const named = holesIn(drivers, new Set()).map(
      (hole) => `${hole.kind} ${'driver' in hole ? hole.driver.id : 'idea' in hole ? hole.idea.id : ''}`,
    )
    assert.deepEqual(named, [
      'driver_without_measure d1',
      'idea_without_resource i1',
      'idea_without_commitment i1',
      'driver_without_ideas d2',
    ])
  })
  it('begin with the drivers', () => assert.deepEqual(holesIn([], new Set()), [{ kind: 'no_drivers' }]))
  it('are none where everything is said', () => assert.deepEqual(holesIn([driver('d', 'm', [idea('i', 1)])], new Set(['i'])), []))
})

describe('an order', () => {
  const cases = [
    ['c', 'a', 'c a b'],
    ['a', 'end', 'b c a'],
    ['a', 'c', 'b a c'],
    ['x', 'b', 'a x b c'],
    ['x', 'unknown', 'a b c x'],
  ] as const
  for (const [moved, before, expected] of cases)
    it(`puts ${moved} before ${before}`, () => assert.equal(orderWith(['a', 'b', 'c'], moved, before).join(' '), expected))
})

describe('taking out a change idea', () => {
  it('is refused where people promised or tried something for it', () => {
    assert.equal(whyNotRemoveIdea({ commitments: 1, cycles: 0 }), 'strategy.idea_has_commitments')
    assert.equal(whyNotRemoveIdea({ commitments: 0, cycles: 1 }), 'strategy.idea_has_cycles')
    assert.equal(whyNotRemoveIdea({ commitments: 0, cycles: 0 }), undefined)
  })
})

describe('progress', () => {
  const promise = (personId: string, dueOn: string, keptOn: string | null = null, releasedOn: string | null = null) => ({
    id: dueOn,
    ideaId: 'i',
    idea: '',
    strategyId: 's',
    unitId: 'u',
    personId,
    personName: personId,
    what: '',
    dueOn,
    keptOn,
    cameOf: null,
    releasedOn,
    releaseReason: null,
  })
  const commitments = [
    promise('lucia', '2026-10-01', '2026-10-01'),
    promise('lucia', '2026-10-05'),
    promise('ben', '2026-10-05'),
    promise('ben', '2026-10-20'),
    promise('ben', '2026-10-02', null, '2026-10-03'),
  ]

  it('is told from what was done and seen, and of others’ lateness only after their grace', () => {
    const review = { id: 'r', heldOn: '2026-10-01', outcome: 'keep', reason: '', evidence: '', byName: null } as const
    const facts = { commitments, verdicts: ['improved', 'few', 'worsened'] as const, reviews: [review], today: '2026-10-06' }
    const mine = progressOf({ ...facts, reader: { personId: 'lucia' } })
    assert.deepEqual(mine.commitments, { kept: 1, open: 3, late: 1, released: 1 })
    assert.deepEqual(mine.measures, { all: 3, improved: 1, worsened: 1, few: 1 })
    assert.equal(mine.lastReview?.outcome, 'keep')
    assert.equal(progressOf({ ...facts, reader: { personId: 'maria' } }).commitments.late, 0)
    assert.equal(progressOf({ ...facts, today: '2026-10-09', reader: { personId: 'maria' } }).commitments.late, 2)
  })
})
