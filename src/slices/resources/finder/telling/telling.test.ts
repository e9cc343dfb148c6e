import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Finding, GroupLabel, Tray } from '../schema.ts'
import { clockIn, groupIn, hasSomething, nameIn, toldFinding, toldTray } from './rules.ts'

const GRADE: GroupLabel = { kind: 'grade', name: '04' }

function finding(more: Partial<Finding> = {}): Finding {
  const group = { key: 'grade:04', label: GRADE, unitId: null, teacherIds: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }
  const time = { key: 'k', group, weekday: 2, periods: ['5'], beginsAt: '12:15:00', endsAt: '13:05:00', minutes: 50 }
  return {
    id: 'i',
    ...time,
    freeIds: ['a', 'b', 'c', 'd', 'e', 'f'],
    missing: { personId: 'g', why: 'teaching' },
    missingName: 'Greta Holm',
    ...more,
  }
}

function tray(more: Partial<Tray> = {}): Tray {
  return { schoolId: 's', findings: [], gaps: [], withoutSchedule: false, ...more }
}

describe('a finding in words', () => {
  it('says who is free when, and who is not', () => {
    const told = toldFinding('en', finding())
    assert.equal(told.sentence, '6 of the 7 teachers of grade 4 have no class in period 5 on Tuesdays.')
    assert.match(told.detail, /^12:15\sPM to 1:05\sPM, 50 minutes\. Greta Holm teaches then\.$/)
  })

  it('says that all are free, over several periods', () => {
    const { sentence } = toldFinding(
      'en',
      finding({ missing: null, freeIds: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], periods: ['2', '3'], weekday: 5 }),
    )
    assert.equal(sentence, 'All 7 teachers of grade 4 have no class in periods 2 and 3 on Fridays.')
  })

  it('does not call somebody busy of whom nothing is known', () => {
    assert.match(
      toldFinding('en', finding({ missing: { personId: 'g', why: 'unknown' } })).detail,
      /The periods of Greta Holm are not known/,
    )
  })

  it('speaks Spanish', () => {
    assert.equal(toldFinding('es', finding()).sentence, '6 de los 7 docentes de grado 4 no tienen clase en la hora 5 los martes.')
    assert.equal(nameIn('es', finding()), 'Tiempo común de grado 4, los martes de 12:15 a 13:05')
    assert.equal(clockIn('es', '08:00:00'), '8:00')
  })

  it('calls groups as people do', () => {
    const names: GroupLabel[] = [
      GRADE,
      { kind: 'grade', name: 'KG' },
      { kind: 'grade', name: '10' },
      { kind: 'subject', name: 'Science' },
      { kind: 'unit', name: 'Room 04' },
    ]
    assert.deepEqual(
      names.map((label) => groupIn('en', label)),
      ['grade 4', 'grade K', 'grade 10', 'Science', 'Room 04'],
    )
  })
})

describe('a tray in words', () => {
  it('tells six at most and counts all', () => {
    const told = toldTray('en', tray({ findings: Array.from({ length: 9 }, () => finding()) }), undefined)
    assert.deepEqual([told.count, told.findings.length], [9, 6])
  })

  it('tells what is missing instead, never rounding up what is known', () => {
    const gap = { group: finding().group, knownShare: 0.7999, unknownIds: ['a', 'b'] }
    assert.deepEqual(toldTray('en', tray({ gaps: [gap] }), undefined).missing, [
      'grade 4: only 79 % of its teachers’ periods are known. Missing for 2 teachers.',
    ])
    assert.equal(toldTray('en', tray({ withoutSchedule: true }), undefined).missing.length, 1)
  })

  it('is not there when there is nothing to tell', () => {
    assert.deepEqual(
      [hasSomething(tray()), hasSomething(tray({ withoutSchedule: true })), hasSomething(tray({ findings: [finding()] }))],
      [false, true, true],
    )
  })
})
