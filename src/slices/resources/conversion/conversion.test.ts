import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { LifeFacts } from '../schema.ts'
import { type Lived, rateOf, standingsByKind, standingsOf } from './rules.ts'

const YEAR = { from: '2026-08-10', to: '2026-11-20' }
const NOTHING: LifeFacts = { recognizedOn: [], uses: [], generatedOn: null, retiredOn: null }
const use = { goalId: 'g', beganOn: '2026-09-15', endedOn: null, evidenceOn: ['2026-10-31'], repurposed: false }

const lives: Lived[] = [
  { kind: 'tools', life: { ...NOTHING, recognizedOn: ['2026-08-31'], uses: [use] } },
  { kind: 'tools', life: { ...NOTHING, recognizedOn: ['2026-09-01'] } },
  { kind: 'structures', life: { ...NOTHING, uses: [{ ...use, goalId: null }] } },
  { kind: 'knowledge', life: { ...NOTHING, recognizedOn: ['2026-10-02'], generatedOn: '2026-10-02' } },
  { kind: 'relationships', life: NOTHING },
]

describe('from recognized to used to generated', () => {
  it('counts up to the end of each month, the last being today', () => {
    assert.deepEqual(standingsOf(lives, YEAR, '2026-10-10'), [
      { on: '2026-08-31', recognized: 1, used: 0, wellUsed: 0, generated: 0 },
      { on: '2026-09-30', recognized: 3, used: 2, wellUsed: 0, generated: 0 },
      { on: '2026-10-10', recognized: 4, used: 2, wellUsed: 0, generated: 1 },
    ])
  })

  it('ends with the period when that is over', () => {
    const days = standingsOf(lives, YEAR, '2027-03-01').map((one) => one.on)
    assert.deepEqual(days, ['2026-08-31', '2026-09-30', '2026-10-31', '2026-11-20'])
  })

  it('is empty before the period begins', () => {
    assert.deepEqual(standingsOf(lives, YEAR, '2026-07-01'), [])
  })

  it('counts an effect only of a use for a goal', () => {
    assert.equal(standingsOf(lives, YEAR, '2026-10-31').at(-1)?.wellUsed, 1)
  })

  it('never falls', () => {
    const standings = standingsOf(lives, YEAR, '2026-11-20')
    for (const key of ['recognized', 'used', 'wellUsed', 'generated'] as const) {
      const values = standings.map((one) => one[key])
      assert.deepEqual(
        values,
        values.toSorted((a, b) => a - b),
      )
    }
  })

  it('adds up over the kinds', () => {
    const byKind = standingsByKind(lives, '2026-10-31')
    assert.deepEqual(
      byKind.map((one) => [one.kind, one.recognized, one.used]),
      [
        ['knowledge', 1, 0],
        ['tools', 2, 1],
        ['structures', 1, 1],
        ['relationships', 0, 0],
      ],
    )
  })

  it('has no rate of nothing', () => {
    assert.deepEqual([rateOf(1, 4), rateOf(0, 0)], [0.25, undefined])
  })
})
