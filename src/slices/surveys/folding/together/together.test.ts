import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { mergeScorePairs } from '@groundwork/measures/summary/merge-score-pairs.ts'
import type { Scale } from '../../schema.ts'
import { publish, tallyOf } from '../rules.ts'
import type { Counted } from '../schema.ts'
import { pairedScales, pairsOf, publishTogether } from './rules.ts'

const part = (key: string, more: Partial<Scale> = {}): Scale => ({
  key,
  options: 'agreement',
  name: { en: key },
  purpose: { en: key },
  items: [1, 2, 3].map((at) => ({ key: `${key}${at}`, text: { en: `Item ${at}` } })),
  ...more,
})
const scales = [part('one'), part('other')]
const units = ['all', 'a', 'b', 'c', 'd', 'e'].map((unitId) => ({
  unitId,
  path: unitId === 'all' ? ['all'] : ['all', unitId],
  isSchool: unitId !== 'all',
}))

type Answers = Counted[]

/** So many people of many minds, whose second part goes along with the first as far as they are not moved by chance. */
function people(unitId: string, n: number, without?: 'one' | 'other'): Answers {
  let state = 7 + n * 31 + unitId.charCodeAt(0)
  const chance = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  return Array.from({ length: n }, () => {
    const own = chance() * 4
    const answers = (skipped: boolean) => [1, 2, 3].map(() => (skipped ? null : Math.min(5, Math.max(1, Math.round(own + chance() * 2)))))
    return { unitId, role: null, values: [...answers(without === 'one'), ...answers(without === 'other')] }
  })
}

function left(answers: Answers, { isSealed = false, fewest = 5, of = scales } = {}) {
  const tallies = tallyOf(of, answers, false)
  const published = of.flatMap((scale) => publish(scale, { tallies: tallies.get(scale.key) ?? new Map(), units }, { fewest, isSealed }))
  return publishTogether(of, { pairs: pairsOf(of, answers), tallies, units, published, isSealed })
}

const placesOf = (found: ReturnType<typeof left>) => found.filter((one) => one.people).map(({ unitId }) => unitId)

describe('how two parts go together over people', () => {
  it('is the same of all answers at once and of batches that are put together', () => {
    const answers = [...people('a', 21), ...people('a', 4, 'other')]
    const [all, some, rest] = [answers, answers.slice(0, 9), answers.slice(9)].map((own) => pairsOf(scales, own).get('a'))
    assert.ok(all && some && rest)
    assert.deepEqual(mergeScorePairs(rest, some), all)
    assert.equal(all.sums[0]?.n, 21n)
  })

  it('is said exactly of thirty people or more, of whom each has both scores', () => {
    const [whole, own] = left(people('a', 31))
    assert.deepEqual([whole?.unitId, own?.unitId, own?.people?.n, own?.people?.step], ['all', 'a', 31, null])
    assert.ok(own?.people?.lower && own.people.upper && own.people.lower < own.people.value && own.people.value < own.people.upper)
    assert.deepEqual(placesOf(left(people('a', 29))), [])
  })

  it('is not said of a place beside which one to twenty-nine would remain', () => {
    assert.deepEqual(placesOf(left([...people('a', 34), ...people('b', 8)])), ['all'])
    assert.deepEqual(placesOf(left([...people('a', 34), ...people('b', 30)])), ['all', 'a', 'b'])
    assert.deepEqual(placesOf(left([...people('a', 34), ...people('b', 8, 'other')])), ['all'])
    // Each part leaves thirty, but only eight of them have both scores.
    const apart = [...people('a', 34), ...people('b', 8), ...people('b', 22, 'other'), ...people('c', 22, 'one')]
    assert.deepEqual(placesOf(left(apart)), ['all'])
  })

  it('is rounded, and its number of people not told, where somebody has one score and not the other', () => {
    const [whole] = left([...people('a', 60), ...people('a', 1, 'other')])
    const { n, value, step, lower, upper } = whole?.people ?? assert.fail()
    assert.deepEqual([n, step], [null, 0.05])
    assert.equal(value, Math.round(value * 20) / 20)
    // Of fifty at least, for all that it tells: from the interval nobody learns that it was sixty.
    const half = (Math.atanh(upper ?? 0) - Math.atanh(lower ?? 0)) / 2
    const people50 = Math.atanh(value + 0.025) - Math.atanh(value - 0.025) + (2 * 1.959963984540054) / Math.sqrt(47)
    assert.ok(Math.abs(2 * half - people50) < 1e-9)
  })

  it('is not said where scores are so alike that one tells the other', () => {
    const twice = people('a', 40).map((one) => ({ ...one, values: [...one.values.slice(0, 3), ...one.values.slice(0, 3)] }))
    assert.deepEqual(placesOf(left(twice)), [])
    const against = twice.map((one) => ({
      ...one,
      values: [...one.values.slice(0, 3), ...one.values.slice(3).map((value) => 6 - Number(value))],
    }))
    assert.deepEqual(placesOf(left(against)), [])
  })

  it('is a matter of scales that everybody is asked', () => {
    const when = { item: 'one1', values: [1] }
    const some = [
      part('one'),
      part('choice', { kind: 'choice' }),
      part('text', { kind: 'text' }),
      part('some', { when }),
      part('partly', { items: [{ key: 'p1', text: { en: 'Item' }, when }] }),
      part('other'),
    ]
    assert.deepEqual(
      pairedScales(some).map(({ key }) => key),
      ['one', 'other'],
    )
    assert.deepEqual([...pairsOf([part('one')], people('a', 40))], [])
    assert.deepEqual(left(people('a', 40), { of: [part('one'), part('choice', { kind: 'choice' })] }), [])
  })
})

describe('how two parts go together over schools', () => {
  const schools = (answers: Answers, how: Parameters<typeof left>[1] = {}) =>
    left(answers, how).find(({ unitId }) => unitId === 'all')?.schools ?? null
  const three = [...people('a', 31), ...people('b', 12), ...people('c', 9)]

  it('is said where what sets them apart is kept of both parts, from three schools on', () => {
    assert.equal(schools(three)?.count, 3)
    assert.equal(schools([...people('a', 31), ...people('b', 12)]), null)
    // One hidden school, and two: the model is not kept, so neither is this.
    assert.equal(schools([...three, ...people('d', 4)]), null)
    assert.equal(schools([...three, ...people('d', 4), ...people('e', 4)]), null)
  })

  it('counts hidden schools too where three are, and is not said of them where answers were sealed', () => {
    const hidden = [...people('a', 31), ...people('b', 12), ...people('c', 8), ...people('d', 7), ...people('e', 6)]
    assert.equal(schools(hidden, { fewest: 10 })?.count, 5)
    assert.equal(schools(hidden, { fewest: 10, isSealed: true }), null)
    assert.equal(schools(hidden, { isSealed: true })?.count, 5)
  })

  it('is not said where nobody at a school has one of the scores', () => {
    const hardly = people('d', 12).map((one) => ({ ...one, values: [...one.values.slice(0, 4), null, null] }))
    assert.equal(schools([...three, ...hardly]), null)
    assert.equal(schools([...three, ...people('d', 12)])?.count, 4)
  })
})
