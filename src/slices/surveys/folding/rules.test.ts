import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bankScales } from '../bank/rules.ts'
import { foldSurvey, keptBeside } from './rules.ts'

const part = (unitId: string, n: number) => ({ unitId, n })

describe('what is kept beside the whole', () => {
  it('is every part that is large enough, where nobody remains or enough do', () => {
    assert.deepEqual([...keptBeside([part('a', 40), part('b', 35)], 'all', 30)], ['a', 'b'])
    assert.deepEqual([...keptBeside([part('a', 40), part('b', 20), part('c', 12)], 'all', 30)], ['a'])
  })

  it('lets the smallest go where the rest could be taken from the whole', () => {
    assert.deepEqual([...keptBeside([part('a', 40), part('b', 35), part('c', 7)], 'all', 30)], ['a'])
    assert.deepEqual([...keptBeside([part('a', 40), part('c', 7)], 'all', 30)], [])
    assert.deepEqual([...keptBeside([part('a', 40), part('all', 3)], 'all', 5)], [])
  })
})

describe('folding', () => {
  const scales = bankScales(['small_measure'])
  const answers = (unitId: string, n: number) => Array.from({ length: n }, () => ({ surveyId: 's', unitId, values: [1, 5, null] }))

  it('keeps nothing of fewer than five, and joint counts of thirty alone', () => {
    assert.deepEqual(foldSurvey(scales, answers('a', 4), 'all'), [])
    const folded = foldSurvey(scales, [...answers('a', 31), ...answers('b', 6), ...answers('c', 30)], 'all')
    assert.deepEqual(
      folded.map(({ unitId, n, whole }) => [unitId, n, whole !== null]),
      [
        ['all', 67, true],
        ['a', 31, true],
        ['b', 6, false],
        ['c', 30, false],
      ],
    )
    assert.deepEqual(
      folded[0]?.counts.map((item) => item.join(' ')),
      ['67 0 0 0 0', '0 0 0 0 67', '0 0 0 0 0'],
    )
  })
})
