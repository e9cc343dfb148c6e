import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { againstKnown, readPasted } from './rules.ts'

const today = '2026-11-20'

function read(kind: 'value' | 'proportion', text: string) {
  const { points, bad } = readPasted(kind, text, today)
  return {
    points: points.map((one) => [one.observedOn, one.value ?? `${one.events}/${one.total}`, one.note]),
    bad: bad.map((one) => [one.row, one.expected, one.found]),
  }
}

describe('pasted lines', () => {
  it('are read with a header, blank lines, a byte-order mark and the day as spreadsheets write it', () => {
    const text = '\uFEFFdate,value,note\n2026-09-01,12.5,first week\n\n9/8/2026,13\n'
    assert.deepEqual(read('value', text), {
      points: [
        ['2026-09-01', 12.5, 'first week'],
        ['2026-09-08', 13, ''],
      ],
      bad: [],
    })
  })

  it('are read with a decimal comma between tabs or semicolons', () => {
    assert.deepEqual(read('value', '2026-09-01\t12,5\n2026-09-08;13,25').points, [
      ['2026-09-01', 12.5, ''],
      ['2026-09-08', 13.25, ''],
    ])
  })

  it('are read as counts out of totals', () => {
    assert.deepEqual(read('proportion', '2026-09-01,12,24').points, [['2026-09-01', '12/24', '']])
  })

  const faults = [
    ['value', '2026-13-01,4', 'measures.expected_day', '2026-13-01'],
    ['value', '2026-02-30,4', 'measures.expected_day', '2026-02-30'],
    ['value', '0000-05-05,4', 'measures.expected_day', '0000-05-05'],
    ['value', '2026-09-01,', 'measures.expected_number', ''],
    ['value', '2026-09-01,many', 'measures.expected_number', 'many'],
    ['value', '2026-09-01,3,5', 'measures.expected_number', '3,5'],
    ['value', '2026-12-01,4', 'measures.day_ahead', '2026-12-01,4'],
    ['proportion', '2026-09-01,1.5,20', 'measures.expected_count', '1.5'],
    ['proportion', '2026-09-01,12', 'measures.expected_total', ''],
    ['proportion', '2026-09-01,12,0', 'measures.expected_total', '0'],
    ['proportion', '2026-09-01,25,24', 'measures.more_than_all', '2026-09-01,25,24'],
  ] as const
  for (const [kind, text, expected, found] of faults) {
    it(`name what is wrong with ${text}`, () => {
      const good = kind === 'value' ? '2026-08-01,1' : '2026-08-01,1,2'
      assert.deepEqual(read(kind, `${good}\n${text}`).bad, [[2, expected, found]])
    })
  }

  it('name a day that comes twice', () => {
    assert.deepEqual(read('value', '2026-09-01,1\n2026-09-01,2').bad, [[2, 'measures.expected_day_once', '2026-09-01']])
  })

  it('pasted a second time change nothing, and another figure for a known day is a fault', () => {
    const { points } = readPasted('value', '2026-09-01,1\n2026-09-08,2', today)
    const known = [{ observedOn: '2026-09-01', value: 1, events: null, total: null, note: '' }]
    assert.deepEqual(
      againstKnown(points, known).fresh.map((one) => one.row),
      [2],
    )
    const other = againstKnown(points, [{ observedOn: '2026-09-01', value: 5, events: null, total: null, note: '' }])
    assert.deepEqual(other.bad, [{ row: 1, expected: 'measures.expected_same_figure', found: '2026-09-01' }])
  })
})
