import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Role } from '../../access/roles.ts'
import type { Scope } from '../../access/scope.ts'
import { isAboveSchools, shownValue, variableOf, whyNotAnotherPoint, whyNotPhase, whyNotPoint, whyNotWatch } from './rules.ts'

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

describe('what a place watches', () => {
  const school = { kind: 'school', path: ['district', 'school'] }
  const district = { kind: 'district', path: ['district'] }
  const region = { kind: 'region', path: ['district', 'region'] }
  const as = (role: Role, unitId: string) => ({ memberships: [{ role, unitId, unitPath: [] }] }) as unknown as Scope // what the rule looks at
  const cases = [
    ['a principal at the school', 'principal', 'school', school, true],
    ['a teacher at the school', 'teacher', 'school', school, false],
    ['a district leader at the district', 'district_leader', 'district', district, true],
    ['a district leader at a region', 'district_leader', 'district', region, true],
    ['a leader of one region at the district', 'district_leader', 'region', district, false],
    ['a district leader at a school', 'district_leader', 'district', school, false],
    ['a coach at the district', 'coach', 'district', district, false],
  ] as const
  for (const [name, role, unitId, place, may] of cases)
    it(`is ${may ? 'written' : 'only read'} by ${name}`, () => {
      assert.equal(whyNotWatch(as(role, unitId), place), may ? undefined : 'access.not_for_your_role')
    })

  it('is a school’s own in the school and in all that is below it', () => {
    const above = ['district', 'region', 'school', 'department', 'grade_level', 'team'].filter((kind) => isAboveSchools({ kind }))
    assert.deepEqual(above, ['district', 'region'])
  })

  it('tells about a variable where both of its keys are there', () => {
    assert.deepEqual(variableOf({ frameworkKey: 'one', variableKey: 'will' }), { framework: 'one', variable: 'will' })
    assert.equal(variableOf({ frameworkKey: null, variableKey: null }), undefined)
  })
})
