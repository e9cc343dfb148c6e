import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isSchoolDay, schoolDaysBetween } from './rules.ts'

describe('school days', () => {
  const closed = new Set(['2026-11-26', '2026-11-27'])

  it('are not the weekend and not a closed day', () => {
    const days = ['2026-11-25', '2026-11-26', '2026-11-28', '2026-11-30']
    assert.deepEqual(
      days.map((day) => isSchoolDay(day, closed)),
      [true, false, false, true],
    )
  })

  it('are counted from the day after, so that an answer on the same day took none', () => {
    assert.equal(schoolDaysBetween('2026-11-25', '2026-11-25', closed), 0)
    assert.equal(schoolDaysBetween('2026-11-25', '2026-12-01', closed), 2)
  })
})
