import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  eightyPercentIndex,
  meanGap,
  percentagePointGap,
  proportionalityIndex,
  rateGap,
  resourceDistribution,
  riskRatios,
  wilsonInterval,
} from '../src/measures.ts'

const count = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }))
  .map(([n, successes]) => ({ n, successes: Math.min(n, successes) }))

describe('rates', () => {
  it('lie within their interval, which lies within 0 and 1', () => {
    fc.assert(
      fc.property(count, ({ n, successes }) => {
        const { lower, upper } = wilsonInterval(successes, n)
        assert.ok(
          (lower ?? -1) >= 0 && (upper ?? 2) <= 1 && (lower ?? 2) <= successes / n + 1e-12 && (upper ?? -1) >= successes / n - 1e-12,
        )
      }),
    )
    assert.deepEqual(wilsonInterval(0, 0), { lower: null, upper: null })
  })
  it('have no ratio over a zero', () => {
    const gap = rateGap({ group: 'a', n: 10, successes: 0 }, { group: 'b', n: 10, successes: 5 })
    assert.deepEqual([gap.riskRatio, gap.oddsRatio, gap.riskRatioInterval.lower], [null, null, null])
    assert.equal(gap.gap, -0.5)
  })
  it('differ the other way seen from the other group', () => {
    fc.assert(
      fc.property(count, count, (one, other) => {
        const there = rateGap({ group: 'a', ...one }, { group: 'b', ...other })
        const back = rateGap({ group: 'b', ...other }, { group: 'a', ...one })
        assert.ok(Math.abs((there.newcombe.lower ?? 0) + (back.newcombe.upper ?? 1)) < 1e-12)
      }),
    )
  })
})

describe('disproportionate impact', () => {
  const groups = [
    { group: 'a', n: 500, successes: 100 },
    { group: 'b', n: 500, successes: 400 },
  ]
  it('ends with the successes that are said to be needed', () => {
    for (const judge of [proportionalityIndex, eightyPercentIndex]) {
      const [found] = judge(groups)
      const helped = judge([{ group: 'a', n: 500, successes: 100 + (found?.neededToEndImpact ?? 0) }, ...groups.slice(1)])
      assert.deepEqual([found?.impact, helped[0]?.impact], [true, false])
    }
    const [gap] = percentagePointGap(groups, { reference: 'all but current' })
    assert.equal(gap?.impact, true)
    assert.equal(percentagePointGap([]).length + eightyPercentIndex([]).length, 0)
  })
  it('takes the state’s others where the district has too few', () => {
    const state = [
      { group: 'a', n: 1000, successes: 100 },
      { group: 'b', n: 1000, successes: 200 },
    ]
    const [only] = riskRatios(
      [
        { group: 'a', n: 100, successes: 20 },
        { group: 'b', n: 5, successes: 0 },
      ],
      state,
      { smallestCell: 10, smallestNumber: 30 },
    )
    assert.deepEqual([only?.calculated, only?.useAlternate, only?.alternate, only?.riskRatio], [true, true, 1, null])
  })
})

describe('means and resources', () => {
  it('are the same distance apart in other units', () => {
    const [one, two] = [
      [1, 2, 3, 4],
      [3, 4, 5, 9],
    ]
    const gap = meanGap(one, two)
    const scaled = meanGap(
      one.map((value) => value * 10),
      two.map((value) => value * 10),
    )
    assert.ok(Math.abs((gap.hedgesG ?? 0) - (scaled.hedgesG ?? 1)) < 1e-12)
    assert.deepEqual([meanGap([1], [2]).cohenD, meanGap([], [2]).mean], [null, null])
  })
  it('are even where all have the same, and Theil’s parts add up', () => {
    const even = resourceDistribution([
      { group: 'x', people: 3, value: 5 },
      { group: 'y', people: 9, value: 5 },
    ])
    assert.deepEqual([even.gini, even.theil, even.rangeRatio], [0, 0, 1])
    const share = fc.record({
      group: fc.constantFrom('x', 'y'),
      people: fc.integer({ min: 1, max: 90 }),
      value: fc.integer({ min: 1, max: 50 }),
    })
    fc.assert(
      fc.property(fc.array(share, { minLength: 2, maxLength: 12 }), (shares) => {
        const found = resourceDistribution(shares)
        const whole = resourceDistribution(shares.map((unit) => ({ ...unit, group: 'all' })))
        assert.ok(Math.abs((found.theil ?? 0) - (whole.theil ?? 1)) < 1e-9)
        assert.ok((found.gini ?? -1) >= -1e-12 && (found.gini ?? 2) <= 1)
      }),
    )
    assert.equal(resourceDistribution([]).mean, null)
  })
})
