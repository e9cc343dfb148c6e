import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { shownValue, whyNotAnotherPoint, whyNotPhase, whyNotPoint } from './rules.ts'

const today = '2026-11-20'
const empty = { observedOn: '2026-11-20', value: null, events: null, total: null, note: '' }

describe('a point of a measure', () => {
  const cases = [
    ['a value', 'value', { value: 3.5 }, undefined],
    ['a share', 'proportion', { events: 7, total: 20 }, undefined],
    ['nobody out of some', 'proportion', { events: 0, total: 20 }, undefined],
    ['no value', 'value', { events: 7, total: 20 }, 'value measures.value_needed'],
    ['a share without its count', 'proportion', { total: 20 }, 'events measures.events_needed'],
    ['a share without its total', 'proportion', { events: 7 }, 'total measures.total_needed'],
    ['more than all', 'proportion', { events: 21, total: 20 }, 'events measures.more_than_all'],
    ['a day that has not come', 'value', { value: 1, observedOn: '2026-11-21' }, 'observedOn measures.day_ahead'],
  ] as const
  for (const [name, kind, given, expected] of cases) {
    it(`${expected ? 'is refused' : 'is taken'}: ${name}`, () => {
      const why = whyNotPoint(kind, { ...empty, ...given }, today)
      assert.equal(why && `${why.field} ${why.reason}`, expected)
    })
  }

  it('is one a day', () => {
    assert.equal(whyNotAnotherPoint([empty], '2026-11-20'), 'measures.day_taken')
    assert.equal(whyNotAnotherPoint([empty], '2026-11-19'), undefined)
  })

  it('shows the share of a count, and nothing where the total is missing', () => {
    assert.equal(shownValue('proportion', { value: null, events: 5, total: 20 }), 0.25)
    assert.equal(shownValue('proportion', { value: null, events: 5, total: null }), null)
  })
})

describe('a phase', () => {
  const phases = [{ startsOn: '2026-09-01', frozen: true }]
  it('begins on a day of its own', () =>
    assert.equal(whyNotPhase(phases, { startsOn: '2026-09-01', frozen: false }), 'measures.phase_taken'))
  it('freezes limits once', () => assert.equal(whyNotPhase(phases, { startsOn: '2026-10-01', frozen: true }), 'measures.baseline_frozen'))
  it('is otherwise taken', () => assert.equal(whyNotPhase(phases, { startsOn: '2026-10-01', frozen: false }), undefined))
})
