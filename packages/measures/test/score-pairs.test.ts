import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import {
  correlationOf,
  denominatorOf,
  emptyScorePairs,
  fisherInterval,
  foldScores,
  meanCorrelation,
  mergeScorePairs,
  pairwiseCovariance,
  reverseItems,
  scoreCorrelations,
  scoreOfAnswers,
  type PairedScore,
  type ScoredAnswers,
} from '../src/measures.ts'

const item = (name: string, reversed = false) => ({ name, least: 1, categories: 5, reversed })
const scores: PairedScore[] = [
  { name: 'ask', items: [item('a1'), item('a2', true), item('a3')], leastAnswered: 2 },
  { name: 'try', items: [item('t1'), item('t2')], leastAnswered: 1 },
  { name: 'tell', items: ['l1', 'l2', 'l3', 'l4'].map((name) => item(name)), leastAnswered: 2 },
]

const answersTo = ({ items }: PairedScore) =>
  fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 5 }), { minLength: items.length, maxLength: items.length })
const person: fc.Arbitrary<ScoredAnswers> = fc.tuple(...scores.map(answersTo))
const people = fc.array(person, { maxLength: 25 })
const pairs = people.map((rows) => foldScores(emptyScorePairs(scores), rows))

function near(found: number | null, expected: number | null, where = ''): void {
  if (found === null || expected === null) return assert.equal(found, expected, where)
  assert.ok(Math.abs(found - expected) < 1e-9, `${where} ${found}, expected ${expected}`)
}

/** The scores of rows one by one, as somebody would work them out who had the rows. */
function scoresOf(rows: readonly ScoredAnswers[]): (number | null)[][] {
  return rows.map((row) =>
    row.map((answers, i) => {
      const reversed = scores[i]?.items.flatMap((one, place) => (one.reversed ? [place] : [])) ?? []
      return scoreOfAnswers(reverseItems([answers], reversed, { least: 1, most: 5 })[0] ?? [], scores[i]?.leastAnswered ?? 1)
    }),
  )
}

describe('pairs of scores', () => {
  it('of parts add up to the pairs of the whole, whatever the order', () => {
    fc.assert(
      fc.property(people, people, (one, other) => {
        const whole = foldScores(emptyScorePairs(scores), [...one, ...other])
        assert.deepEqual(mergeScorePairs(foldScores(emptyScorePairs(scores), other), foldScores(emptyScorePairs(scores), one)), whole)
        assert.deepEqual(foldScores(foldScores(emptyScorePairs(scores), other), one), whole)
      }),
    )
  })
  it('merge in any grouping and order, and with nobody to themselves', () => {
    fc.assert(
      fc.property(pairs, pairs, pairs, (a, b, c) => {
        assert.deepEqual(mergeScorePairs(mergeScorePairs(a, b), c), mergeScorePairs(a, mergeScorePairs(b, c)))
        assert.deepEqual(mergeScorePairs(a, b), mergeScorePairs(b, a))
        assert.deepEqual(mergeScorePairs(a, emptyScorePairs(scores)), a)
      }),
    )
  })
  it('give the correlations of the rows', () => {
    fc.assert(
      fc.property(people, (rows) => {
        const found = scoreCorrelations(foldScores(emptyScorePairs(scores), rows))
        assert.deepEqual(
          found.map(({ one, other }) => `${one} ${other}`),
          ['ask try', 'ask tell', 'try tell'],
        )
        const byRows = scoresOf(rows)
        for (const { one, other, n, correlation, sumsOfSquares } of found) {
          const [j, i] = [one, other].map((name) => scores.findIndex((score) => score.name === name))
          const both = byRows.flatMap((row) => (row[j ?? 0] == null || row[i ?? 0] == null ? [] : [[row[j ?? 0] ?? 0, row[i ?? 0] ?? 0]]))
          assert.equal(n, both.length)
          const covariance = pairwiseCovariance(['one', 'other'], both)
          near(sumsOfSquares.one, n < 2 ? 0 : covariance.get(0, 0) * (n - 1))
          // Of quotients, what does not vary may seem to, in the last digit.
          if (correlation !== null) near(correlation, correlationOf(covariance).get(0, 1))
          else assert.ok(n < 3 || Math.min(covariance.get(0, 0), covariance.get(1, 1)) < 1e-12)
        }
      }),
    )
  })
  it('stay exact where the squares of scores pass what a number holds', () => {
    const long = (name: string) => ({ name, items: Array.from({ length: 25 }, (_, at) => item(`${name}${at}`)), leastAnswered: 1 })
    const two = [long('x'), long('y')]
    assert.ok(denominatorOf(long('x')) ** 2n > BigInt(Number.MAX_SAFE_INTEGER))
    const answered = (n: number, value: number) => Array.from({ length: 25 }, (_, at) => (at < n ? value : null))
    // One score for all, though each is a quotient of another number of answers.
    const rows = [3, 5, 17, 23, 25].map((n) => [answered(n, 3), answered(n, (n % 5) + 1)])
    const [flat] = scoreCorrelations(foldScores(emptyScorePairs(two), rows))
    assert.deepEqual([flat?.n, flat?.correlation, flat?.sumsOfSquares.one], [5, null, 0])
    const line = scoreCorrelations(
      foldScores(
        emptyScorePairs(two),
        rows.map(([, y]) => [y ?? [], y ?? []]),
      ),
    )
    assert.equal(line[0]?.correlation, 1)
  })
  it('leave what they were folded into as it was', () => {
    const before = emptyScorePairs(scores)
    foldScores(before, [
      [
        [1, 2, 3],
        [4, 5],
        [1, 1, 2, 2],
      ],
    ])
    assert.deepEqual(before, emptyScorePairs(scores))
  })
  it('refuse answers outside the range, and scores that are none', () => {
    const fold =
      (...row: (number | null)[][]) =>
      () =>
        foldScores(emptyScorePairs(scores), [row])
    assert.throws(fold([1, 6, 1], [1, 1], [1, 1, 1, 1]), /row 1, item "a2": 6/)
    assert.throws(fold([1, 1, 1], [1, 1.5], [1, 1, 1, 1]), RangeError)
    assert.throws(fold([1, 1], [1, 1], [1, 1, 1, 1]), RangeError)
    assert.throws(fold([1, 1, 1], [1, 1]), RangeError)
    assert.throws(() => emptyScorePairs([{ name: 'none', items: [], leastAnswered: 1 }]), RangeError)
    assert.throws(
      () => emptyScorePairs([{ name: 'two', items: [item('a'), { ...item('b'), categories: 4 }], leastAnswered: 1 }]),
      RangeError,
    )
    assert.throws(() => emptyScorePairs([{ name: 'least', items: [item('a')], leastAnswered: 0 }]), RangeError)
    assert.throws(() => mergeScorePairs(emptyScorePairs(scores), emptyScorePairs(scores.slice(1))), RangeError)
  })
})

describe('a district’s four scales', () => {
  const folder = join(import.meta.dirname, '../fixtures/end_to_end_survey')
  type Table = { rows: string[]; values: number[][] }
  type Expected = { scales: Record<string, { items: string[]; reversed: string[] }> } & Record<
    'scale_correlations_staff' | 'scale_correlations_school_means',
    Table
  >
  const { expected }: { expected: Expected } = JSON.parse(readFileSync(join(folder, 'district_a.json'), 'utf8'))
  const rows: Record<string, string>[] = parse(readFileSync(join(folder, 'district_a.csv')), { columns: true })
  const four = Object.entries(expected.scales).map(([name, { items, reversed }]) => ({
    name,
    items: items.map((one) => item(one, reversed.includes(one))),
    leastAnswered: 3,
  }))
  const answersOf = (row: Record<string, string>) =>
    four.map(({ items }) => items.map(({ name }) => (row[name] ? Number(row[name]) : null)))

  it('go together over its staff and over its schools as R finds', () => {
    const bySchool = [...Map.groupBy(rows, ({ school }) => school).values()].map((own) => own.map(answersOf))
    const whole = bySchool.map((own) => foldScores(emptyScorePairs(four), own)).reduce(mergeScorePairs)
    const meansOf = (at: number) =>
      bySchool.map((own) => {
        const known = own.flatMap((row) => {
          const reversed = four[at]?.items.flatMap((one, place) => (one.reversed ? [place] : [])) ?? []
          return scoreOfAnswers(reverseItems([row[at] ?? []], reversed, { least: 1, most: 5 })[0] ?? [], 3) ?? []
        })
        return known.reduce((sum, one) => sum + one, 0) / known.length
      })
    for (const { one, other, correlation } of scoreCorrelations(whole)) {
      const [j, i] = [four.findIndex(({ name }) => name === one), four.findIndex(({ name }) => name === other)]
      assert.ok(Math.abs((correlation ?? 9) - (expected.scale_correlations_staff.values[i]?.[j] ?? 0)) < 1e-9, `${one} ${other}`)
      const others = meansOf(i)
      const means = meanCorrelation(meansOf(j).map((mean, at) => ({ one: mean, other: others[at] ?? null })))
      assert.ok(
        Math.abs((means.correlation ?? 9) - (expected.scale_correlations_school_means.values[i]?.[j] ?? 0)) < 1e-9,
        `${one} ${other}`,
      )
    }
  })
})

describe('the correlation of means', () => {
  it('is nothing of two groups, nor where means do not vary but for their last digit', () => {
    const of = (...means: [number | null, number | null][]) => meanCorrelation(means.map(([one, other]) => ({ one, other }))).correlation
    assert.equal(of([1, 2], [3, 4]), null)
    assert.equal(of([1, 2], [3, 4], [null, 5]), null)
    assert.equal(of([0.1 + 0.2, 1], [0.3, 2], [0.3, 3]), null)
    near(of([1, 2], [2, 4], [3, 9]), 7 / Math.sqrt(2 * 26))
  })
  it('counts each group once, whatever its size', () => {
    const { n, correlation, interval } = meanCorrelation([
      { one: 1, other: 2 },
      { one: 2, other: 1 },
      { one: 3, other: 4 },
      { one: 4, other: 3 },
    ])
    assert.equal(n, 4)
    near(correlation, 0.6)
    near(interval.lower, Math.tanh(Math.atanh(0.6) - 1.959963984540054))
  })
})

describe('Fisher’s interval', () => {
  it('is that of cor.test(mtcars$mpg, mtcars$wt)', () => {
    const { lower, upper } = fisherInterval(-0.8676593765172278, 32)
    assert.deepEqual([lower?.toFixed(7), upper?.toFixed(7)], ['-0.9338264', '-0.7440872'])
  })
  it('is nothing of three pairs or of no correlation, and both ends of a perfect one', () => {
    assert.deepEqual(fisherInterval(0.5, 3), { lower: null, upper: null })
    assert.deepEqual(fisherInterval(null, 30), { lower: null, upper: null })
    assert.deepEqual(fisherInterval(1, 30), { lower: 1, upper: 1 })
  })
})
