import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bankScales } from '../bank/rules.ts'
import { isSameScale, pointOf, whyNotWatch } from './rules.ts'

const [scale] = bankScales(['small_measure'])
assert.ok(scale)

describe('the point of a close', () => {
  const spread = Array.from({ length: scale.items.length }, () => [5, 5, 5, 5, 5])
  const wave = (n: number, mean: number, counts = spread) => ({
    surveyId: 's',
    scale,
    endedOn: '2026-10-20',
    n,
    moments: { n, mean, sumOfSquares: n / 4 },
    counts,
  })

  it('is the mean with its interval, of ten people or more, rounded so that their answers do not add up', () => {
    assert.equal(pointOf(wave(9, 3)), undefined)
    assert.deepEqual(pointOf(wave(25, 3.456)), { value: 3.5, n: 25, interval: { lower: 3.2, upper: 3.8 } })
    assert.deepEqual(pointOf(wave(25, 3.473)), pointOf(wave(25, 3.456)))
  })

  it('has no interval where nearly all answered alike', () => {
    const alike = spread.map(() => [0, 0, 0, 25, 0])
    assert.equal(pointOf(wave(25, 4, alike))?.interval, null)
  })

  it('is nothing of a single question of a few, whose mean the report does not say beside how its answers lie', () => {
    const one = (n: number) => ({
      ...wave(n, 3, [[n / 5, n / 5, n / 5, n / 5, n / 5]]),
      scale: { ...scale, items: scale.items.slice(0, 1) },
    })
    assert.deepEqual([pointOf(one(25)), pointOf(one(50))?.value, pointOf(one(50))?.interval], [undefined, 3, null])
  })

  it('is nothing where the mean would tell what each of them said', () => {
    assert.equal(pointOf(wave(25, 4.9)), undefined)
    assert.equal(pointOf(wave(25, 1)), undefined)
  })
})

describe('a scale', () => {
  it('is the same where it asks the same in the same way', () => {
    assert.ok(isSameScale(scale, { ...scale, purpose: { en: 'Something else.' } }))
    assert.ok(!isSameScale(scale, { ...scale, items: scale.items.slice(1) }))
    assert.ok(!isSameScale(scale, { ...scale, options: scale.options === 'agreement' ? 'frequency' : 'agreement' }))
  })

  it('is watched once, and only where it adds up', () => {
    const watched = { scale }
    assert.equal(whyNotWatch(scale, []), undefined)
    assert.equal(whyNotWatch(scale, [watched]), 'surveys.watched_already')
    assert.equal(whyNotWatch({ ...scale, kind: 'choice' }, []), 'surveys.watch_scales_only')
  })
})
