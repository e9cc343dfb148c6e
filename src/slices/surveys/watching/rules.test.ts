import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bankScales } from '../bank/rules.ts'
import { isSameScale, pointOf, whyNotWatch } from './rules.ts'

const [scale] = bankScales(['small_measure'])
assert.ok(scale)

describe('the point of a close', () => {
  const wave = (n: number, mean: number) => ({ surveyId: 's', scale, endedOn: '2026-10-20', n, moments: { n, mean, sumOfSquares: n / 4 } })

  it('is the mean with its interval, of ten people or more', () => {
    assert.equal(pointOf(wave(9, 3)), undefined)
    assert.deepEqual(pointOf(wave(25, 3.456)), { value: 3.46, n: 25, lower: 3.25, upper: 3.67 })
  })

  it('is nothing where the mean would tell what each of them said', () => {
    assert.equal(pointOf(wave(25, 4.9)), undefined)
    assert.equal(pointOf(wave(25, 1)), undefined)
    assert.ok(pointOf(wave(25, 4.88)))
  })
})

describe('a scale', () => {
  it('is the same where it asks the same in the same way', () => {
    assert.ok(isSameScale(scale, { ...scale, purpose: { en: 'Something else.' } }))
    assert.ok(!isSameScale(scale, { ...scale, items: scale.items.slice(1) }))
    assert.ok(!isSameScale(scale, { ...scale, options: scale.options === 'agreement' ? 'frequency' : 'agreement' }))
  })

  it('is watched once, and only where it adds up', () => {
    const watched = { measureId: 'm', measureName: '', goalId: null, scale }
    assert.equal(whyNotWatch(scale, []), undefined)
    assert.equal(whyNotWatch(scale, [watched]), 'surveys.watched_already')
    assert.equal(whyNotWatch({ ...scale, kind: 'choice' }, []), 'surveys.watch_scales_only')
  })
})
