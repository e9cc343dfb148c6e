import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  cohenKappa,
  fleissKappa,
  greatestKappa,
  gwetAgreement,
  intraclass,
  kendallW,
  krippendorffAlpha,
  linearWeights,
  prevalenceAdjustedKappa,
  quadraticWeights,
} from '../src/measures.ts'

describe('ratings in numbers', () => {
  it('agree wholly where each target has one value, and consistency forgives strictness', () => {
    const strict = intraclass([
      [1, 2, 3],
      [2, 3, 4],
      [4, 5, 6],
      [7, 8, 9],
    ])
    assert.equal(strict.icc.ICC3, 1)
    assert.ok((strict.icc.ICC2 ?? 1) < 1)
  })
  it('may agree less than chance, which stays negative', () => {
    const crossed = intraclass([
      [1, 5],
      [5, 2],
      [2, 4],
      [4, 1],
    ])
    assert.ok((crossed.icc.ICC1 ?? 0) < 0 && (crossed.lower.ICC1 ?? 0) < (crossed.icc.ICC1 ?? -9))
  })
  it('are null below two targets or raters, and gaps are left out', () => {
    assert.equal(intraclass([[1, 2]]).icc.ICC1, null)
    assert.equal(intraclass([[1], [2], [3]]).icc.ICC2, null)
    assert.equal(
      intraclass([
        [1, 2],
        [2, null],
        [3, 3],
      ]).targets,
      2,
    )
    assert.equal(intraclass([]).targets, 0)
  })
  it('are ranked alike or not at all', () => {
    assert.equal(
      kendallW([
        [1, 10],
        [2, 20],
        [3, 30],
      ]).w,
      1,
    )
    assert.equal(
      kendallW([
        [1, 3],
        [2, 2],
        [3, 1],
      ]).w,
      0,
    )
    assert.equal(
      kendallW([
        [1, 1],
        [1, 1],
      ]).w,
      null,
    )
  })
})

describe('kappa', () => {
  const count = fc.integer({ min: 1, max: 40 })
  const table = fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })
  it('lies between its interval, under its ceiling, and is the same seen from the other rater', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const other = counts.map((_, i) => counts.map((row) => row[i] ?? 0))
        for (const options of [{}, { weights: linearWeights(3) }, { weights: quadraticWeights(3) }]) {
          const [one, two] = [cohenKappa(counts, options), cohenKappa(other, options)]
          assert.ok(Math.abs((one.kappa ?? 0) - (two.kappa ?? 1)) < 1e-12)
          assert.ok((one.lower ?? 1) <= (one.kappa ?? 0) && (one.kappa ?? 1) <= (one.upper ?? 0))
        }
        assert.ok((cohenKappa(counts).kappa ?? 1) <= (greatestKappa(counts) ?? 0) + 1e-12)
      }),
    )
  })
  it('is null where one category is all there is', () => {
    assert.equal(
      cohenKappa([
        [9, 0],
        [0, 0],
      ]).kappa,
      null,
    )
    assert.equal(
      prevalenceAdjustedKappa([
        [9, 0],
        [0, 0],
      ]),
      1,
    )
    assert.equal(
      fleissKappa([
        ['a', 'a'],
        ['a', 'a'],
      ]).kappa,
      null,
    )
    assert.equal(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]).observed,
      null,
    )
  })
})

describe('agreement with gaps', () => {
  const rows = [
    ['a', 'a', null],
    ['b', 'b', 'b'],
    ['a', 'b', 'a'],
    [null, 'a', null],
  ]
  it('does not count units with one rating', () => {
    assert.deepEqual([krippendorffAlpha(rows).unitsUsed, krippendorffAlpha(rows).pairableValues], [3, 8])
  })
  it('is 1 for perfect agreement, by every metric', () => {
    const perfect = [
      [1, 1],
      [2, 2],
      [3, 3],
    ]
    for (const metric of ['nominal', 'ordinal', 'interval', 'ratio'] as const) assert.equal(krippendorffAlpha(perfect, metric).alpha, 1)
    assert.equal(gwetAgreement(perfect).coefficient, 1)
  })
  it('is null without variation, and refuses distances of words', () => {
    assert.equal(
      krippendorffAlpha([
        [1, 1],
        [1, 1],
      ]).alpha,
      null,
    )
    assert.equal(gwetAgreement([]).coefficient, null)
    assert.throws(() => krippendorffAlpha(rows, 'interval'), RangeError)
  })
  it('does not depend on the order of units or raters', () => {
    const rating = fc.option(fc.integer({ min: 1, max: 4 }))
    fc.assert(
      fc.property(fc.array(fc.tuple(rating, rating, rating), { minLength: 4, maxLength: 12 }), (units) => {
        const turned = units.toReversed().map((unit) => unit.toReversed())
        for (const of of [
          (r: (number | null)[][]) => krippendorffAlpha(r, 'ordinal').alpha,
          (r: (number | null)[][]) => gwetAgreement(r).coefficient,
        ]) {
          const [one, two] = [of(units), of(turned)]
          assert.ok(one === two || Math.abs((one ?? 9) - (two ?? -9)) < 1e-9)
        }
      }),
    )
  })
})
