import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  agreementOfVariances,
  averageDeviation,
  changeOfPeople,
  groupMomentsOfRows,
  knownVariance,
  oneWay,
  rwg,
  rwgJ,
  shrunkenMeans,
} from '../src/measures.ts'

const groups = ['x', 'x', 'x', 'y', 'y', 'z', null]
const values = [1, 2, 3, 4, 6, 5, 100]

describe('groups', () => {
  it('leave out rows without a group or a value', () => {
    const found = groupMomentsOfRows(groups, values.with(1, null as never)) // A missing value among numbers.
    assert.deepEqual(
      found.map(({ group, n }) => [group, n]),
      [
        ['x', 2],
        ['y', 2],
        ['z', 1],
      ],
    )
  })
  it('keep ICC(1) between −1/(n−1) and 1', () => {
    const score = fc.integer({ min: 0, max: 9 })
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score, score), { minLength: 2, maxLength: 9 }), (members) => {
        const rows = members.flatMap((three, group) => three.map((value) => ({ group: String(group), value })))
        const { icc1 } = oneWay(
          groupMomentsOfRows(
            rows.map((row) => row.group),
            rows.map((row) => row.value),
          ),
        )
        assert.ok(icc1 === null || (icc1 >= -0.5 - 1e-9 && icc1 <= 1 + 1e-9))
      }),
    )
  })
  it('have no figures where there is one group, or nobody twice', () => {
    assert.equal(oneWay(groupMomentsOfRows(['a', 'a'], [1, 2])).icc1, null)
    assert.equal(oneWay(groupMomentsOfRows(['a', 'b'], [1, 2])).icc2, null)
    assert.equal(shrunkenMeans(groupMomentsOfRows(['a', 'b'], [1, 2])), null)
    assert.equal(oneWay([]).grandMean, null)
  })
  it('agree wholly when all answer alike, not at all beyond chance, and a group of one is null', () => {
    const agreement = rwg(['a', 'a', 'b', 'b', 'c'], [3, 3, 1, 5, 2], 5)
    assert.deepEqual(agreement.byGroup, { a: 1, b: 0, c: null })
    assert.equal(
      rwgJ(
        ['a', 'a'],
        [
          [1, 1],
          [null, 5],
        ],
        5,
      ).byGroup['a'],
      null,
    )
    assert.equal(averageDeviation(['a'], [3]).mean, null)
    assert.equal(agreementOfVariances([], 5), null)
  })
})

describe('shrunken means', () => {
  it('lie between the group’s mean and the grand mean, nearer to it the smaller the group', () => {
    const found = shrunkenMeans([
      { group: 'small', n: 2, mean: 5, sumOfSquares: 2 },
      { group: 'large', n: 60, mean: 5, sumOfSquares: 60 },
      { group: 'other', n: 30, mean: 2, sumOfSquares: 30 },
      { group: 'more', n: 30, mean: 3, sumOfSquares: 30 },
    ])
    const [small, large] = found?.groups ?? []
    assert.ok((small?.shrunken ?? 9) < (large?.shrunken ?? 0) && (large?.shrunken ?? 9) < 5)
    assert.ok((small?.shrunken ?? 0) > (found?.grandMean ?? 9))
  })
  it('are all the grand mean where groups do not differ beyond chance, and say so', () => {
    const alike = shrunkenMeans(groupMomentsOfRows(['a', 'a', 'b', 'b', 'c', 'c'], [1, 5, 2, 4, 0, 6]))
    assert.equal(alike?.between, 0)
    assert.deepEqual(alike?.warnings, ['no_difference_between_groups'])
    assert.ok((alike?.byAnova.between ?? 0) < 0)
  })
  it('hold for estimates of known variance too', () => {
    const alike = knownVariance([
      { value: 1, variance: 1 },
      { value: 1.1, variance: 2 },
    ])
    assert.deepEqual([alike?.reml.between, alike?.derSimonianLaird.between, alike?.iSquared], [0, 0, 0])
    assert.equal(knownVariance([{ value: 1, variance: 1 }]), null)
    assert.throws(
      () =>
        knownVariance([
          { value: 1, variance: 0 },
          { value: 2, variance: 1 },
        ]),
      RangeError,
    )
  })
})

describe('change', () => {
  it('of people without both scores does not count', () => {
    assert.equal(
      changeOfPeople(
        [
          { before: 1, after: null },
          { before: 1, after: 2 },
          { before: 3, after: 3 },
        ],
        0.8,
      ).n,
      2,
    )
  })
  it('has no index where there is no error or no spread', () => {
    const pairs = [
      { before: 1, after: 2 },
      { before: 3, after: 3 },
    ]
    assert.deepEqual(changeOfPeople(pairs, 1).reliableChange, [null, null])
    assert.equal(
      changeOfPeople(
        [
          { before: 1, after: 2 },
          { before: 1, after: 2 },
        ],
        0.8,
      ).pairedT,
      null,
    )
    assert.equal(changeOfPeople([], 0.8).meanChange, null)
  })
  it('is held against the spread of more people where that is known', () => {
    const pairs = [1, 2, 3, 4].map((before) => ({ before, after: before + 1 }))
    const [own, wide] = [changeOfPeople(pairs, 0.8), changeOfPeople(pairs, 0.8, { spread: 5 })]
    assert.equal(wide.minimalDetectable95, 1.96 * Math.SQRT2 * 5 * Math.sqrt(1 - 0.8))
    assert.deepEqual([own.sdBefore === wide.sdBefore, own.glass === wide.glass], [true, true])
  })
  it('of one person must pass twice the root of two errors', () => {
    const pairs = [0, 1, 2, 3, 4, 5, 6, 7].map((before) => ({ before, after: before + (before === 7 ? 9 : 0) }))
    const change = changeOfPeople(pairs, 0.9)
    assert.deepEqual([change.improved, change.worsened, change.unchanged], [1, 0, 7])
  })
})
