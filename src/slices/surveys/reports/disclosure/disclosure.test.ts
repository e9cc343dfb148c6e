import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sayChoices } from '../choices/rules.ts'
import { isSpread, maySayExactly, meanOf, say } from './rules.ts'

/** All ways in which so many people can answer a question. */
function tables(n: number, answers: number): number[][] {
  if (answers === 1) return [[n]]
  return Array.from({ length: n + 1 }, (_, first) => first).flatMap((first) =>
    tables(n - first, answers - 1).map((rest) => [first, ...rest]),
  )
}

/** What is said of which of them, and the answers whose count is told to within less than three by it. */
function narrow(n: number, answers: number, said: (table: number[]) => unknown): string[] {
  const alike = new Map<string, { least: number[]; most: number[] }>()
  for (const table of tables(n, answers)) {
    const key = JSON.stringify(said(table))
    const known = alike.get(key) ?? { least: [...table], most: [...table] }
    alike.set(key, {
      least: known.least.map((least, at) => Math.min(least, table[at] ?? 0)),
      most: known.most.map((most, at) => Math.max(most, table[at] ?? 0)),
    })
  }
  return [...alike].flatMap(([key, { least, most }]) => (most.some((one, at) => one - (least[at] ?? 0) < 3) ? [`${n} people: ${key}`] : []))
}

function countedOf(...counts: number[][]) {
  const n = counts[0]?.reduce((all, people) => all + people, 0) ?? 0
  const sum = counts.flatMap((own) => own.map((people, at) => people * at)).reduce((all, one) => all + one, 0)
  return { n, mean: 1 + sum / (n * counts.length), counts }
}

/** Sizes at which something else begins to be said; of five answers there are too many tables for the larger ones. */
const SIZES = [5, 9, 10, 11, 12, 13, 16, 20, 21, 24, 30, 37, 40, 41, 45, 60]
const sizesOf = (answers: number) => SIZES.filter((n) => n <= (MOST_TRIED[answers] ?? 60))
const MOST_TRIED: Record<number, number> = { 4: 24, 5: 12 }

describe('what is said of a single question', () => {
  for (const answers of [2, 3, 4, 5])
    it(`leaves all counts of ${answers} answers open by three, even to whoever knows how it comes about`, () => {
      for (const n of sizesOf(answers))
        assert.deepEqual(
          narrow(n, answers, (table) => say(countedOf(table), 5)),
          [],
        )
    })

  it('would be found to tell too much', () => {
    assert.notDeepEqual(
      narrow(12, 5, (table) => [say(countedOf(table), 5), table[4]]),
      [],
    )
    assert.notDeepEqual(
      narrow(12, 5, (table) => countedOf(table).mean),
      [],
    )
  })
})

it('what is said of answers without an order leaves their counts open as well', () => {
  const scale = { key: 'c', options: 'agreement' as const, name: {}, purpose: {}, items: [{ key: 'c1', text: {} }] }
  for (const answers of [2, 3, 4])
    for (const n of sizesOf(answers))
      assert.deepEqual(
        narrow(n, answers, (table) => sayChoices(scale, [table], 5)),
        [],
      )
})

describe('a mean', () => {
  it('is exact of ten or more, away from both ends, and of more than one question', () => {
    const middle = [2, 2, 2, 2, 2]
    assert.equal(meanOf(countedOf(middle, middle), 5)?.exact, true)
    assert.equal(meanOf(countedOf(middle), 5)?.exact, false)
    assert.equal(meanOf(countedOf([1, 2, 2, 2, 2], [1, 2, 2, 2, 2]), 5)?.exact, false)
    assert.equal(meanOf(countedOf(middle, middle), 11), null)
  })

  it('is a range near an end, wide enough for three people at the other end of a question', () => {
    const mean = meanOf(countedOf([0, 0, 0, 0, 20], [0, 0, 0, 1, 19]), 5)
    assert.ok(mean && mean.value === null && mean.most === 5 && (5 - mean.least) * 40 >= 12)
  })

  it('may not be worked out exactly for what others leave, if that is few or of one mind', () => {
    assert.equal(maySayExactly(countedOf([0, 0, 0, 0, 0], [0, 0, 0, 0, 0])), true)
    assert.equal(maySayExactly(countedOf([1, 2, 2, 2, 2], [1, 2, 2, 2, 2])), false)
    assert.equal(maySayExactly(countedOf([0, 0, 0, 0, 20], [0, 0, 0, 0, 20])), false)
    assert.equal(maySayExactly(countedOf([4, 4, 4, 4, 4], [4, 4, 4, 4, 4])), true)
  })
})

describe('what is said beside a mean', () => {
  it('is how the answers lie of twelve or more, and the mean of each question of forty', () => {
    const said = (each: number) => say(countedOf(...Array.from({ length: 3 }, () => Array<number>(5).fill(each))), 5).items[0]
    assert.deepEqual([said(2)?.distribution, said(2)?.mean], [null, null])
    assert.deepEqual([said(3)?.distribution?.step, said(3)?.mean], [1 / 3, null])
    assert.deepEqual([said(8)?.distribution?.step, said(8)?.mean?.value], [0.1, 3])
  })

  it('is held back where the questions together would tell of one', () => {
    const [first] = say(countedOf([0, 0, 0, 30, 10], [0, 0, 0, 0, 40], [0, 0, 0, 0, 40]), 5).items
    assert.ok(first && (first.distribution === null || first.distribution.high > 0.5))
  })

  it('is a spread only where at every question three answers have three people', () => {
    assert.equal(isSpread([[3, 3, 3, 0, 0]]), true)
    assert.equal(
      isSpread([
        [3, 3, 3, 0, 0],
        [0, 0, 40, 0, 0],
      ]),
      false,
    )
    assert.equal(isSpread([[3, 3]]), true)
    assert.equal(isSpread([[2, 30]]), false)
  })
})
