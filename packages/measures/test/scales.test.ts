import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Matrix } from 'ml-matrix'
import {
  cronbachAlpha,
  guttmanLambdas,
  itemStatistics,
  lambda4,
  mcdonaldOmega,
  momentsOfRows,
  omegaHierarchical,
  oneFactorMl,
  ordinalScale,
  pairTablesOfRows,
  pairwiseAlpha,
  polychoricCorrelation,
  splitHalf,
} from '../src/measures.ts'

const items = ['a', 'b', 'c']
const row = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 })
const rows = fc.array(row, { minLength: 8, maxLength: 40 })
const near = (one: number | null, other: number | null) =>
  assert.ok(one === other || Math.abs((one ?? Infinity) - (other ?? -Infinity)) < 1e-9, `${one} is not ${other}`)

describe('alpha', () => {
  it('does not depend on the order of people or of items', () => {
    fc.assert(
      fc.property(rows, (answers) => {
        const turned = answers.toReversed().map((one) => one.toReversed())
        near(cronbachAlpha(momentsOfRows(items, turned)).alpha, cronbachAlpha(momentsOfRows(items, answers)).alpha)
      }),
    )
  })
  it('is lambda 3, and the mean of all halves of an even number of items', () => {
    fc.assert(
      fc.property(rows, (answers) => {
        const doubled = answers.map((one) => [...one, (one[0] ?? 0) + (one[1] ?? 0)])
        const moments = momentsOfRows([...items, 'd'], doubled)
        near(guttmanLambdas(moments.covariance).lambda3, cronbachAlpha(moments).alpha)
        near(lambda4(moments.covariance).mean, cronbachAlpha(moments).alpha)
      }),
    )
  })
  it('stays negative where items pull against each other, and says so', () => {
    const alpha = cronbachAlpha(
      momentsOfRows(
        ['a', 'b'],
        [
          [1, 5],
          [2, 3],
          [3, 3],
          [5, 2],
        ],
      ),
    )
    assert.ok((alpha.alpha ?? 0) < 0)
    assert.deepEqual(alpha.warnings, ['negative'])
  })
  it('is null for one item, for nobody, and where nothing varies', () => {
    assert.equal(cronbachAlpha(momentsOfRows(['a'], [[1], [2]])).alpha, null)
    assert.equal(cronbachAlpha(momentsOfRows(items, [])).alpha, null)
    const flat = cronbachAlpha(
      momentsOfRows(items, [
        [2, 2, 2],
        [2, 2, 2],
      ]),
    )
    assert.deepEqual([flat.alpha, flat.standardized, flat.lambda6, flat.feldt.lower], [null, null, null, null])
  })
  it('leaves out people with gaps, or uses their pairs', () => {
    const answers = [
      [1, 2, null],
      [2, 2, 3],
      [4, 5, 4],
      [5, 3, 5],
    ]
    assert.equal(momentsOfRows(items, answers).n, 3)
    assert.notEqual(pairwiseAlpha(items, answers), cronbachAlpha(momentsOfRows(items, answers)).alpha)
    assert.throws(() => momentsOfRows(items, [[1, 2]]), RangeError)
  })
})

describe('items and halves', () => {
  it('give an item that does not vary no correlation', () => {
    const [first] = itemStatistics(
      momentsOfRows(items, [
        [1, 2, 3],
        [1, 4, 4],
        [1, 3, 5],
      ]),
    )
    assert.deepEqual([first?.correlationWithRest, first?.skewness, first?.sd], [null, null, 0])
  })
  it('need no correction for unequal halves where halves are equal', () => {
    const { covariance } = momentsOfRows(
      [...items, 'd'],
      [
        [1, 2, 3, 3],
        [4, 4, 5, 5],
        [2, 1, 3, 2],
        [5, 3, 3, 4],
      ],
    )
    const half = splitHalf(covariance, [0, 2])
    near(half.horst, half.spearmanBrown)
  })
  it('do not visit millions of splits', () => {
    const many = lambda4(Matrix.add(Matrix.eye(30), 0.3))
    assert.deepEqual([many.exact, many.max], [false, null])
    assert.ok((many.mean ?? 0) > 0.9)
  })
})

describe('one factor', () => {
  it('is found exactly for three items, with a negative residual where the items ask for one', () => {
    const factor = oneFactorMl(
      new Matrix([
        [1, 0.9, 0.9],
        [0.9, 1, 0.7],
        [0.9, 0.7, 1],
      ]),
    )
    near(Math.round((factor?.residuals[0] ?? 0) * 1e8) / 1e8, -0.15714286)
    near(Math.round((factor?.discrepancy ?? 1) * 1e8), 0)
  })
  it('keeps its omega when an item is measured in other units, but for that item', () => {
    const answers = [
      [1, 2, 2, 1],
      [2, 2, 3, 3],
      [4, 5, 4, 4],
      [5, 3, 5, 4],
      [3, 3, 2, 4],
      [1, 1, 3, 2],
      [4, 4, 4, 5],
    ]
    const omega = mcdonaldOmega(momentsOfRows([...items, 'd'], answers))
    const doubled = mcdonaldOmega(
      momentsOfRows(
        [...items, 'd'],
        answers.map((one) => one.map((value) => 2 * value)),
      ),
    )
    near(Math.round((omega?.omega ?? 0) * 1e6), Math.round((doubled?.omega ?? 1) * 1e6))
  })
  it('is null for two items and for items that repeat each other', () => {
    assert.equal(
      mcdonaldOmega(
        momentsOfRows(
          ['a', 'b'],
          [
            [1, 2],
            [3, 3],
            [4, 5],
          ],
        ),
      ),
      null,
    )
    assert.equal(
      mcdonaldOmega(
        momentsOfRows(items, [
          [1, 1, 2],
          [3, 3, 3],
          [4, 4, 1],
          [2, 2, 2],
        ]),
      ),
      null,
    )
    assert.equal(omegaHierarchical(Matrix.ones(4, 4)), null)
  })
})

describe('polychoric correlations', () => {
  it('are 0 for independence, nearly 1 for a perfect table, and turn with the table', () => {
    near(
      polychoricCorrelation([
        [10, 20],
        [20, 40],
      ]),
      0,
    )
    assert.ok(
      (polychoricCorrelation([
        [50, 0],
        [0, 50],
      ]) ?? 0) > 0.999,
    )
    const table = [
      [20, 5, 1],
      [6, 12, 7],
      [1, 8, 22],
    ]
    const turned = table.map((line) => line.toReversed())
    assert.ok(Math.abs((polychoricCorrelation(table) ?? 1) + (polychoricCorrelation(turned) ?? 0)) < 1e-8)
  })
  it('are null for one category, and categories that nobody chose change nothing', () => {
    assert.equal(polychoricCorrelation([[3, 4]]), null)
    const table = [
      [20, 5, 1],
      [6, 12, 7],
      [1, 8, 22],
    ]
    near(polychoricCorrelation([...table, [0, 0, 0]]), polychoricCorrelation(table))
    const flat = ordinalScale(
      pairTablesOfRows(items, [
        [1, 1, 2],
        [1, 2, 1],
        [1, 2, 2],
      ]),
    )
    assert.deepEqual([flat.ordinalAlpha, flat.polychoric[0]?.[1]], [null, null])
  })
})
