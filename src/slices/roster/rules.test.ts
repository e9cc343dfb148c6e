import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { offTerm, teachingDay } from './rules.ts'

const FALL = { beginsOn: '2026-08-10', endsOn: '2026-12-18' }
const SPRING = { beginsOn: '2027-01-05', endsOn: '2027-06-04' }
const TERMS = [
  { classId: 'a', ...FALL },
  { classId: 'a', ...SPRING },
  { classId: 'b', ...SPRING },
]

describe('the day whose teaching is meant', () => {
  const cases: [today: string, day: string][] = [
    ['2026-08-10', '2026-08-10'],
    ['2026-12-18', '2026-12-18'],
    ['2026-12-25', '2026-12-18'],
    ['2027-07-04', '2027-06-04'],
    ['2026-07-04', '2026-08-10'],
  ]
  for (const [today, day] of cases) it(`is ${day} on ${today}`, () => assert.equal(teachingDay(TERMS, today), day))
  it('is today where no class has a term', () => assert.equal(teachingDay([], '2026-07-04'), '2026-07-04'))
})

it('leaves out classes whose terms are over or to come', () => {
  assert.deepEqual([...offTerm(TERMS, '2026-10-01')], ['b'])
  assert.deepEqual([...offTerm(TERMS, '2027-02-01')], [])
})
