import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readBellSchedule } from './rules.ts'

describe('a bell schedule from a file', () => {
  it('reads weekdays by name or number, and teaching as yes where it is left out', () => {
    const { periods, defects } = readBellSchedule(
      '\uFEFFperiod,weekday,begins_at,ends_at,teaching\r\n1,Mon,8:30,09:15,\r\nLunch,2,11:30,12:00,no\r\n',
    )
    assert.deepEqual(defects, [])
    assert.deepEqual(periods, [
      { period: '1', weekday: 1, beginsAt: '08:30', endsAt: '09:15', teaching: true },
      { period: 'Lunch', weekday: 2, beginsAt: '11:30', endsAt: '12:00', teaching: false },
    ])
  })

  it('names the row and what was expected', () => {
    const { defects } = readBellSchedule('period,weekday,begins_at,ends_at\n1,Someday,8:30,9:15\n2,Mon,10:00,9:00\n3,Tue,half past,12:00\n')
    assert.deepEqual(
      defects.map(({ row, expected }) => [row, expected]),
      [
        [2, 'weekday: Mon–Sun, 1–7'],
        [3, 'ends_at > 10:00'],
        [4, 'begins_at: 08:30'],
      ],
    )
  })

  it('says which column is missing', () => {
    assert.deepEqual(
      readBellSchedule('period,weekday\n1,Mon\n').defects.map((defect) => defect.expected),
      ['begins_at', 'ends_at'],
    )
  })

  it('refuses the same period twice on a day', () => {
    assert.equal(readBellSchedule('period,weekday,begins_at,ends_at\n1,Mon,8:00,9:00\n1,1,9:00,10:00\n').defects.length, 1)
  })

  it('answers a file that is no CSV with a defect', () => {
    assert.equal(readBellSchedule('period,"weekday\n').defects.length, 1)
  })
})
