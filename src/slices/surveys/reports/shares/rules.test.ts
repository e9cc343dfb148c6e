import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { divisionsOf } from '../bands/rules.ts'
import { distributionInWords, rangeInWords } from '../words/rules.ts'
import { pooled, sharesOf } from './rules.ts'

const people = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 5, maxLength: 5 }).filter((counts) => sum(counts) >= 12)

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function told(questions: readonly (readonly number[])[]) {
  const spread = pooled(questions.map((counts) => ({ distribution: sharesOf(counts, divisionsOf(sum(counts))[0] ?? 3) })))
  assert.ok(spread?.middle)
  return { low: spread.low, middle: spread.middle, high: spread.high }
}

describe('how the answers to several questions lie together', () => {
  it('is a range that holds the mean of their true shares, however few answered', () => {
    fc.assert(
      fc.property(fc.array(people, { minLength: 1, maxLength: 6 }), (questions) => {
        const { low, middle, high } = told(questions)
        const share = (first: number, end: number) => sum(questions.map((one) => sum(one.slice(first, end)) / sum(one))) / questions.length
        for (const [range, truth] of [
          [low, share(0, 2)],
          [middle, share(2, 3)],
          [high, share(3, 5)],
        ] as const)
          assert.ok(range.least - 1e-6 <= truth && truth <= range.most + 1e-6, JSON.stringify({ range, truth }))
      }),
    )
  })

  it('does not make twelve of ten', () => {
    // Twenty-two people: the fewest and the most of five steps stand for none and for all as well.
    const { low, middle, high } = told([
      [1, 1, 2, 9, 9],
      [1, 1, 3, 9, 8],
    ])
    assert.ok(Math.abs(low.value + middle.value + high.value - 1) < 0.16)
    assert.deepEqual(
      [rangeInWords(low), rangeInWords(high)],
      [
        { key: 'surveys.report_share_first', values: { n: 3, parts: 10 } },
        { key: 'surveys.report_share_last', values: { n: 7, parts: 10 } },
      ],
    )
  })

  it('is said in tenths of many, and as far as it is known of few', () => {
    const many = told([[10, 20, 40, 80, 50]])
    assert.deepEqual(rangeInWords(many.high), { key: 'surveys.report_share', values: { n: 7, parts: 10 } })
    const few = told([
      [2, 1, 7, 5, 5],
      [2, 2, 6, 6, 6],
    ])
    assert.deepEqual(rangeInWords(few.high), { key: 'surveys.report_share_range', values: { least: 5, most: 9, parts: 10 } })
    assert.equal(rangeInWords(told([[2, 2, 3, 3, 3]]).low).key, 'surveys.report_share_under_half')
  })
  it('is never said to be from none, nor up to all, in tenths', () => {
    assert.deepEqual(rangeInWords({ value: 0.2, least: 0.05, most: 0.35 }).values, { n: 3, parts: 10 })
    assert.equal(rangeInWords({ value: 0.2, least: 0.05, most: 0.35 }).key, 'surveys.report_share_first')
    assert.deepEqual(rangeInWords({ value: 0.8, least: 0.65, most: 0.95 }).key, 'surveys.report_share_last')
  })

  it('is called mixed only where that follows', () => {
    const fewer = [4, 4, 5, 3, 4]
    const more = [3, 3, 3, 6, 5]
    assert.equal(distributionInWords(told([fewer, fewer])).key, 'surveys.report_mixed')
    assert.equal(distributionInWords(told([fewer, more])).key, 'surveys.report_rough')
    assert.equal(distributionInWords(told([more, more])).key, 'surveys.report_half_favorable')
    assert.equal(distributionInWords(told([[2, 2, 12, 2, 2]])).key, 'surveys.report_half_between')
  })
})
