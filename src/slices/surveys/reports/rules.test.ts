import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bankScales } from '../bank/rules.ts'
import { readScales, sharesOf } from './rules.ts'

const scales = bankScales(['small_measure'])
const summary = (n: number) => ({
  scaleKey: 'small_measure',
  n,
  counts: [[0, 0, 0, 0, n]],
  moments: { n, mean: 4.5, sumOfSquares: n / 4 },
  whole: null,
})

describe('a report', () => {
  it('says nothing of fewer than five, and no shares of fewer than ten', () => {
    assert.equal(readScales(scales, [])[0]?.said, undefined)
    assert.equal(readScales(scales, [summary(4)])[0]?.said, undefined)
    assert.equal(readScales(scales, [summary(9)])[0]?.said?.shares, undefined)
    assert.ok(readScales(scales, [summary(10)])[0]?.said?.shares)
  })

  it('gives the interval of a mean as t.test does', () => {
    const said = readScales(scales, [{ ...summary(9), moments: { n: 9, mean: 3, sumOfSquares: 8 } }])[0]?.said
    assert.ok(said && Math.abs(said.lower - 2.231332) < 1e-6 && Math.abs(said.upper - 3.768668) < 1e-6)
  })

  it('never shows none or all, and no middle where there is none', () => {
    assert.deepEqual(sharesOf([[0, 0, 0, 0, 50]]), { low: 0.1, middle: 0.1, high: 0.9 })
    assert.deepEqual(sharesOf([[10, 10, 10, 20]]), { low: 0.4, middle: undefined, high: 0.6 })
  })
})
