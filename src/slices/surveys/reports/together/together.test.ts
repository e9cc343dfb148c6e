import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Scale } from '../../schema.ts'
import { readScales } from '../rules.ts'
import type { LeftTogether, SaidScale } from '../schema.ts'
import { closenessInWords, closestOf, readTogether } from './rules.ts'

const part = (key: string): Scale => ({ key, options: 'agreement', name: { en: key }, purpose: {}, items: [{ key: `${key}1`, text: {} }] })

/** A part of which all is said. */
function said(key: string): SaidScale {
  const [nothing] = readScales([part(key)], { fewest: 5, summaries: [], below: [], waves: [] })
  const schools = { count: 3, icc1: 0.1, icc2: 0.4, agreement: 0.8, between: 0.1, within: 0.6, grandMean: 3 }
  return { ...(nothing ?? assert.fail()), suppressed: false, interval: { lower: 3, upper: 4 }, schools }
}

const people = { n: 40, value: 0.4, lower: 0.1, upper: 0.6, step: null }
const schools = { count: 3, value: 0.5, lower: null, upper: null }
const left: LeftTogether[] = [
  { oneKey: 'b', otherKey: 'c', people, schools: null },
  { oneKey: 'a', otherKey: 'c', people: { ...people, value: 0.6 }, schools },
]

describe('how parts go together', () => {
  it('is read in the order of the parts, and where nothing was left nothing is said', () => {
    const found = readTogether(left, ['a', 'b', 'c'].map(said))
    assert.deepEqual(
      found.map(({ one, other }) => `${one.key} ${other.key}`),
      ['a c', 'b c'],
    )
    assert.deepEqual(readTogether([], ['a', 'b', 'c'].map(said)), [])
  })

  it('is not said of a part whose mean or interval is held back, nor over schools where what sets them apart is', () => {
    const [a, b, c] = [said('a'), said('b'), said('c')]
    const pairs = (...all: SaidScale[]) =>
      readTogether(left, all).map((pair) => [pair.one.key, pair.other.key, pair.people !== null, pair.schools !== null].join(' '))
    assert.deepEqual(pairs(a, b, c), ['a c true true', 'b c true false'])
    assert.deepEqual(pairs({ ...a, interval: null }, b, c), ['a c false true', 'b c true false'])
    assert.deepEqual(pairs(a, b, { ...c, interval: null }), ['a c false true'])
    assert.deepEqual(pairs({ ...a, schools: null }, b, c), ['a c true false', 'b c true false'])
    assert.deepEqual(pairs(a, b, { ...c, interval: null, schools: null }), [])
  })

  it('is told in a word no stronger than its interval', () => {
    const word = (value: number, lower: number | null, upper: number | null) => closenessInWords({ value, lower, upper })
    assert.equal(word(0.4, -0.1, 0.7), 'surveys.together_unclear')
    assert.equal(word(0.9, null, null), 'surveys.together_unclear')
    assert.equal(word(0.1, 0.02, 0.18), 'surveys.together_hardly')
    assert.equal(word(-0.1, -0.18, -0.02), 'surveys.together_hardly')
    assert.equal(word(0.4, 0.1, 0.6), 'surveys.together_somewhat')
    assert.equal(word(0.5, 0.3, 0.6), 'surveys.together_closely')
    assert.equal(word(0.97, 0.09, 0.99), 'surveys.together_somewhat')
    assert.equal(word(-0.5, -0.6, -0.3), 'surveys.together_opposed')
  })

  it('names the closest pair, if one is clear', () => {
    const all = ['a', 'b', 'c'].map(said)
    assert.equal(closestOf(readTogether(left, all))?.one.key, 'a')
    const unclear = left.map((one) => ({ ...one, people: { ...people, lower: -0.1 } }))
    assert.equal(closestOf(readTogether(unclear, all)), undefined)
    const faint = left.map((one) => ({ ...one, people: { n: 900, value: 0.1, lower: 0.03, upper: 0.17, step: null } }))
    assert.equal(closestOf(readTogether(faint, all)), undefined, 'what hardly goes together is no closest pair')
  })
})
