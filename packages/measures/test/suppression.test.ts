import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import {
  attackerIntervals,
  complementsByPaths,
  differencing,
  hiddenCountsOf,
  intervalInTable,
  isSafe,
  loadSolver,
  primaryCells,
  suppressList,
  suppressTable,
  type LinearSolver,
} from '../src/measures.ts'

const table = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )

describe('hiding small counts', () => {
  let solver: LinearSolver
  before(async () => {
    solver = await loadSolver()
  })

  it('gives the attacker the same interval by flow and by linear program', () => {
    fc.assert(
      fc.property(table, fc.infiniteStream(fc.boolean()), (counts, coin) => {
        const hidden = counts.flatMap((row, r) => row.flatMap((_, c) => (coin.next().value ? [{ row: r, column: c }] : [])))
        const byProgram = attackerIntervals(hiddenCountsOf(counts, hidden), solver)
        assert.deepEqual(
          hidden.map((cell) => intervalInTable(counts, hidden, cell)),
          byProgram,
        )
      }),
      { numRuns: 40 },
    )
  })
  it('is safe wherever hiding everything would be, and says so', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const primary = primaryCells(counts, 10)
        const others = counts.flatMap((row, r) => row.flatMap((count, c) => (count >= 10 ? [{ row: r, column: c }] : [])))
        for (const width of [1, 6]) {
          const possible = isSafe(counts, primary, others, width)
          assert.equal(suppressTable(counts, { minimum: 10, width }).safe, possible)
          assert.equal(isSafe(counts, primary, complementsByPaths(counts, primary, width), width), possible)
        }
      }),
      { numRuns: 60 },
    )
  })
  it('hides a second group of a list, and more where the hidden ones are few', () => {
    const groups = [
      { group: 'a', n: 40 },
      { group: 'b', n: 12 },
      { group: 'c', n: 3 },
      { group: 'd', n: 0 },
    ]
    assert.deepEqual(suppressList(groups, 10), { primary: ['c'], complementary: ['b'], hiddenSum: 3 })
    assert.deepEqual(suppressList(groups.slice(0, 2), 10).complementary, [])
    const few = [
      { group: 'a', n: 40 },
      { group: 'b', n: 2 },
      { group: 'c', n: 3 },
    ]
    assert.deepEqual(suppressList(few, 10).complementary, ['a'])
  })
  it('refuses the second of two releases that differ by a few', () => {
    assert.equal(differencing({ n: 14, mean: 3.5 }, { n: 13, mean: 46 / 13 }, 10).disclosive, true)
    assert.equal(differencing({ n: 14, mean: 3.5 }, { n: 14, mean: 3.5 }, 10).disclosive, false)
    assert.equal(differencing({ n: 14, mean: 3.5 }, { n: 14, mean: 3.5 }, 10).mean, null)
  })
  it('refuses tables that are none, and sums that contradict each other', () => {
    assert.throws(() => suppressTable([[1, 2], [3]], { minimum: 10 }), RangeError)
    assert.throws(() => suppressTable([[1.5, 2]], { minimum: 10 }), RangeError)
    const impossible = {
      size: 1,
      sums: [
        { cells: [0], total: 3 },
        { cells: [0], total: 4 },
      ],
    }
    assert.throws(() => attackerIntervals(impossible, solver), RangeError)
  })
})
