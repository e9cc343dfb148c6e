import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  covarianceOfSummary,
  cronbachAlpha,
  emptySummary,
  foldAnswers,
  itemStatistics,
  mergeSummaries,
  momentsOfRows,
  momentsOfSummary,
  ordinalScale,
  pairTablesOfRows,
  pairTablesOfSummary,
  pairwiseCovariance,
  reverseItems,
  scoresOfSummary,
  summaryFromBytes,
  summaryToBytes,
  type Answers,
} from '../src/measures.ts'

const shape = {
  items: [
    { name: 'a', least: 1, categories: 4 },
    { name: 'b', least: 1, categories: 4, reversed: true },
    { name: 'c', least: 1, categories: 4 },
  ],
  groups: ['staff', 'leader'],
}

const person: fc.Arbitrary<Answers> = fc.record({
  answers: fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { freq: 6 }), { minLength: 3, maxLength: 3 }),
  group: fc.constantFrom('staff', 'leader'),
})
const people = fc.array(person, { maxLength: 30 })
const summary = people.map((rows) => foldAnswers(emptySummary(shape), rows))

describe('a summary', () => {
  it('of parts adds up to the summary of the whole, whatever the order', () => {
    fc.assert(
      fc.property(people, people, (one, other) => {
        const whole = foldAnswers(emptySummary(shape), [...one, ...other])
        const parts = [one, other].map((rows) => foldAnswers(emptySummary(shape), rows))
        assert.deepEqual(
          parts.reduceRight((a, b) => mergeSummaries(b, a)),
          whole,
        )
        assert.deepEqual(foldAnswers(foldAnswers(emptySummary(shape), other), one), whole)
      }),
    )
  })
  it('merges in any grouping and order, and with nothing to itself', () => {
    fc.assert(
      fc.property(summary, summary, summary, (a, b, c) => {
        assert.deepEqual(mergeSummaries(mergeSummaries(a, b), c), mergeSummaries(a, mergeSummaries(b, c)))
        assert.deepEqual(mergeSummaries(a, b), mergeSummaries(b, a))
        assert.deepEqual(mergeSummaries(a, emptySummary(shape)), a)
      }),
    )
  })
  it('comes back from its bytes, and refuses others', () => {
    fc.assert(fc.property(summary, (one) => assert.deepEqual(summaryFromBytes(summaryToBytes(one)), one)))
    const bytes = summaryToBytes(emptySummary(shape))
    assert.throws(() => summaryFromBytes(bytes.slice(0, -1)), RangeError)
    assert.throws(() => summaryFromBytes(Uint8Array.from([...bytes, 1])), RangeError)
    assert.throws(() => summaryFromBytes(Uint8Array.from([9, ...bytes])), RangeError)
  })
  it('leaves what it was folded into as it was', () => {
    const before = emptySummary(shape)
    foldAnswers(before, [{ answers: [1, 2, 3], group: 'staff' }])
    assert.deepEqual(before, emptySummary(shape))
  })
  it('refuses answers outside the options, naming row and item', () => {
    const fold = (answers: (number | null)[]) => () => foldAnswers(emptySummary(shape), [{ answers, group: 'staff' }])
    assert.throws(fold([1, 5, 1]), /row 1, item "b": 5/)
    assert.throws(fold([1, 2.5, 1]), RangeError)
    assert.throws(fold([1, 2]), RangeError)
    assert.throws(() => foldAnswers(emptySummary(shape), [{ answers: [1, 1, 1], group: 'guest' }]), RangeError)
    assert.throws(() => emptySummary({ items: [] }), RangeError)
  })
})

/** Equal but for rounding, wherever a number stands. */
function close(one: unknown, other: unknown): void {
  if (typeof one === 'number' && typeof other === 'number') {
    assert.ok(Math.abs(one - other) <= 1e-7 * Math.max(1, Math.abs(one)) || Object.is(one, other), `${one} is not ${other}`)
  } else if (typeof one === 'object' && one !== null && typeof other === 'object' && other !== null) {
    const [ours, theirs] = [Object.entries(one), Object.entries(other)]
    assert.equal(ours.length, theirs.length)
    for (const [place, [key, value]] of ours.entries()) {
      assert.equal(key, theirs[place]?.[0])
      close(value, theirs[place]?.[1])
    }
  } else assert.equal(one, other)
}

describe('figures from a summary', () => {
  const many = fc.array(person, { minLength: 12, maxLength: 60 })
  it('are those from its rows', () => {
    fc.assert(
      fc.property(many, (rows) => {
        const folded = foldAnswers(emptySummary(shape), rows)
        const scored = reverseItems(
          rows.map((row) => row.answers),
          [1],
          { least: 1, most: 4 },
        )
        const fromRows = momentsOfRows(['a', 'b', 'c'], scored)
        const fromSummary = momentsOfSummary(folded)
        if (fromRows.n < 3) return
        close(cronbachAlpha(fromSummary), cronbachAlpha(fromRows))
        close(itemStatistics(fromSummary), itemStatistics(fromRows))
        close(covarianceOfSummary(folded, 'available').to2DArray(), pairwiseCovariance(['a', 'b', 'c'], scored).to2DArray())
        close(ordinalScale(pairTablesOfSummary(folded)).thresholds, ordinalScale(pairTablesOfRows(['a', 'b', 'c'], scored)).thresholds)
      }),
    )
  })
  it('are those from its rows where alpha is nothing, to a hair', () => {
    const answers = [
      [2, 3, 4],
      [4, 1, 3],
      [2, 3, 4],
      [2, 2, 1],
      [3, 2, 4],
      [4, 1, 1],
      [4, 3, 4],
      [3, 4, 1],
      [1, 3, 3],
      [4, 4, 1],
      [2, 4, 4],
      [2, 1, 4],
      [4, 3, 4],
      [3, 4, 1],
    ]
    const folded = foldAnswers(
      emptySummary(shape),
      answers.map((row) => ({ answers: row, group: 'staff' })),
    )
    const fromRows = cronbachAlpha(momentsOfRows(['a', 'b', 'c'], reverseItems(answers, [1], { least: 1, most: 4 })))
    const fromSummary = cronbachAlpha(momentsOfSummary(folded))
    assert.ok(Math.abs(fromSummary.alpha ?? 1) < 1e-12)
    assert.deepEqual([fromRows.warnings, fromSummary.warnings], [[], []])
  })
  it('count scores of those who answered enough', () => {
    const rows = [
      [1, 4, 1],
      [4, null, 4],
      [2, null, null],
    ].map((answers) => ({ answers, group: 'staff' }))
    const scores = scoresOfSummary(foldAnswers(emptySummary(shape), rows), 2)
    assert.deepEqual(scores, { n: 2, mean: 2.5, sumOfSquares: 4.5 })
  })
})
