import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { cronbachAlpha, crossedDesign, dStudy, effectSquares, gStudy, momentsOfRows, varianceComponents } from '../src/measures.ts'

const score = fc.integer({ min: 0, max: 9 })
const table = fc.array(fc.array(score, { minLength: 3, maxLength: 3 }), { minLength: 4, maxLength: 8 })
const long = (rows: number[][]) => rows.flatMap((row, p) => row.map((value, i) => ({ levels: [`p${p}`, `i${i}`], score: value })))

describe('a generalizability study', () => {
  it('of persons by items gives alpha for the items there are', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const study = gStudy(crossedDesign(['p', 'i'], long(rows)))
        const { generalizability } = dStudy(study.components, study.sizes)
        const { alpha } = cronbachAlpha(momentsOfRows(['a', 'b', 'c'], rows))
        if (alpha === null || alpha <= 0 || generalizability === null) return
        assert.ok(Math.abs(generalizability - alpha) < 1e-9)
      }),
    )
  })
  it('shares all squares out among its effects', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const design = crossedDesign(['p', 'i'], long(rows))
        const mean = rows.flat().reduce((total, value) => total + value, 0) / rows.flat().length
        const all = rows.flat().reduce((total, value) => total + (value - mean) ** 2, 0)
        const shared = effectSquares(design).reduce((total, effect) => total + effect.sumOfSquares, 0)
        assert.ok(Math.abs(all - shared) < 1e-8)
      }),
    )
  })
  it('keeps a negative component, says so, and counts it as zero', () => {
    const study = gStudy(
      crossedDesign(
        ['p', 'i'],
        long([
          [1, 5],
          [5, 1],
          [1, 5],
          [5, 1],
        ]),
      ),
    )
    assert.ok((study.components[0]?.variance ?? 0) < 0)
    assert.deepEqual(study.warnings, ['negative_component'])
    assert.equal(dStudy(study.components, study.sizes).generalizability, 0)
  })
  it('refuses a design with holes or doubled cells', () => {
    const cells = long([
      [1, 2, 3],
      [4, 5, 6],
    ])
    assert.throws(() => crossedDesign(['p', 'i'], cells.slice(1)), RangeError)
    assert.throws(() => crossedDesign(['p', 'i'], [...cells, ...cells.slice(0, 1)]), RangeError)
  })
  it('is the more dependable the more conditions, and ranking asks less than a standard does', () => {
    const study = gStudy(
      crossedDesign(
        ['p', 'i'],
        long([
          [1, 2, 2],
          [3, 5, 4],
          [6, 7, 9],
          [2, 2, 4],
        ]),
      ),
    )
    const [few, many] = [dStudy(study.components, [1, 2]), dStudy(study.components, [1, 20])]
    assert.ok((many.dependability ?? 0) > (few.dependability ?? 1))
    assert.ok((few.generalizability ?? 0) >= (few.dependability ?? 1))
  })
})

describe('variance components by REML', () => {
  it('are those of mean squares where the design is balanced and none is negative', () => {
    const rows = [
      [1, 2, 4],
      [3, 5, 6],
      [6, 7, 9],
      [2, 2, 5],
      [5, 8, 7],
    ]
    const cells = long(rows)
    const study = gStudy(crossedDesign(['p', 'i'], cells))
    const found = varianceComponents(
      cells.map((cell) => cell.score),
      [0, 1].map((f) => cells.map((cell) => cell.levels[f] ?? '')),
    )
    const both = [...(found?.components ?? []), found?.residual ?? 0]
    for (const [i, value] of both.entries()) assert.ok(Math.abs(value - (study.components[i]?.variance ?? -9)) < 1e-3)
  })
  it('stop at zero, leave gaps out, and are null without spread', () => {
    const cells = long([
      [1, 5],
      [5, 1],
      [1, 5],
      [5, 1],
    ])
    const of = (scores: (number | null)[]) => varianceComponents(scores, [cells.map((cell) => cell.levels[0] ?? '')])
    assert.equal(of(cells.map((cell) => cell.score))?.components[0], 0)
    assert.equal(of(cells.map((cell, i) => (i === 0 ? null : cell.score)))?.n, 7)
    assert.equal(of(cells.map(() => 3)), null)
  })
})
