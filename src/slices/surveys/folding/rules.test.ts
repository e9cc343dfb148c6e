import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bankScales } from '../bank/rules.ts'
import { keptOf } from './kept/rules.ts'
import { publish, tallyOf } from './rules.ts'
import { wordsOf } from './texts/rules.ts'

const node = (unitId: string, n: number, parentId: string | null = 'all') => ({ unitId, parentId: unitId === 'all' ? null : parentId, n })

describe('what is kept beside the whole', () => {
  const kept = (fewest: number, ...nodes: ReturnType<typeof node>[]) => [...keptOf(nodes, fewest)].toSorted()

  it('is every part that is large enough, where nobody remains or enough do', () => {
    assert.deepEqual(kept(30, node('all', 75), node('a', 40), node('b', 35)), ['a', 'all', 'b'])
    assert.deepEqual(kept(30, node('all', 72), node('a', 40), node('b', 20), node('c', 12)), ['a', 'all'])
  })

  it('lets the smallest go where the rest could be taken from the whole', () => {
    assert.deepEqual(kept(30, node('all', 82), node('a', 40), node('b', 35), node('c', 7)), ['a', 'all'])
    assert.deepEqual(kept(30, node('all', 47), node('a', 40), node('c', 7)), ['all'])
    assert.deepEqual(kept(5, node('all', 43), node('a', 40)), ['all'])
  })

  it('holds for parts of parts: a hidden district does not show through its schools', () => {
    const nodes = [node('all', 100), node('west', 96), node('east', 4), node('w1', 50, 'west'), node('w2', 46, 'west')]
    assert.deepEqual(kept(5, ...nodes), ['all', 'w1'])
  })
})

describe('folding', () => {
  const scales = bankScales(['small_measure'])
  const [scale] = scales
  const units = ['all', 'a', 'b', 'c'].map((unitId) => ({
    unitId,
    path: unitId === 'all' ? ['all'] : ['all', unitId],
    isSchool: unitId !== 'all',
  }))
  const answers = (unitId: string, n: number, values: (number | string | null)[] = [1, 5, null]) =>
    Array.from({ length: n }, () => ({ unitId, role: null, values }))
  const publishedAs = (isSealed: boolean, ...given: ReturnType<typeof answers>[]) => {
    assert.ok(scale)
    return publish(scale, { tallies: tallyOf(scales, given.flat(), false).get(scale.key) ?? new Map(), units }, { fewest: 5, isSealed })
  }
  const publishedOf = (...given: ReturnType<typeof answers>[]) => publishedAs(false, ...given)

  it('keeps nothing of fewer than five, and joint counts of thirty alone', () => {
    assert.deepEqual(publishedOf(answers('a', 4)), [])
    const published = publishedOf(answers('a', 31), answers('b', 6), answers('c', 30))
    assert.deepEqual(
      published.map(({ unitId, n, whole }) => [unitId, n, whole !== null]),
      [
        ['all', 67, true],
        ['a', 31, true],
        ['b', 6, false],
        ['c', 30, false],
      ],
    )
    assert.deepEqual(
      published[0]?.counts.map((item) => item.join(' ')),
      ['67 0 0 0 0', '0 0 0 0 67', '0 0 0 0 0'],
    )
  })

  it('counts only people who answered: who skipped a part does not make it large enough', () => {
    assert.deepEqual(publishedOf(answers('a', 4), answers('a', 9, [null, null, null])), [])
  })

  it('says nothing of what sets schools apart where that would tell of one or two hidden ones', () => {
    const model = (...given: ReturnType<typeof answers>[]) => publishedOf(...given).find(({ unitId }) => unitId === 'all')?.schools
    assert.equal(model(answers('a', 31), answers('b', 4), answers('c', 4)), null)
    assert.equal(model(answers('a', 31), answers('b', 6), answers('c', 7, [2, 2, 2]))?.schools, 3)
  })

  it('says it where three are hidden, unless the sum of one that could be found out would tell of single answers', () => {
    const hidden = (last: number[]) => publishedOf(answers('a', 4, [3, 3, 3]), answers('b', 4, [2, 3, 4]), answers('c', 4, last))
    assert.equal(hidden([3, 3, 2]).find(({ unitId }) => unitId === 'all')?.schools?.schools, 3)
    assert.equal(hidden([5, 5, 5]).find(({ unitId }) => unitId === 'all')?.schools, null)
  })

  it('tells it of sealed answers to two places, where exact figures would lead to the means of hidden schools', () => {
    const given = [answers('a', 3, [3, 2, 3]), answers('a', 1, [2, 5, 3]), answers('b', 4, [2, 3, 4]), answers('c', 4, [3, 3, 2])]
    const figures = (isSealed: boolean) => {
      const whole = publishedAs(isSealed, ...given).find(({ unitId }) => unitId === 'all')
      return Object.values(whole?.schools ?? {})
    }
    const isExact = (figure: number | null) => figure !== null && Math.abs(figure * 100 - Math.round(figure * 100)) > 1e-9
    assert.ok(figures(false).some(isExact))
    assert.ok(figures(true).length === figures(false).length && !figures(true).some(isExact))
  })

  it('keeps words of ten or more, each on its own and with the place above where there are fewer', () => {
    const text = {
      key: 't',
      kind: 'text' as const,
      options: 'agreement' as const,
      name: {},
      purpose: {},
      items: [{ key: 't1', text: { en: 'Why?' } }],
    }
    const words = wordsOf([text], [...answers('a', 11, ['a']), ...answers('b', 10, ['b']), ...answers('c', 4, ['c'])], units, 5)
    assert.deepEqual(
      [...Map.groupBy(words, ({ unitId, body }) => `${unitId} ${body}`)].map(([where, own]) => [where, own.length]),
      [
        ['a a', 11],
        ['all b', 10],
        ['all c', 4],
      ],
    )
    assert.deepEqual(wordsOf([text], answers('a', 9, ['a']), units, 5), [])
  })
})
