import assert from 'node:assert/strict'
import { it } from 'node:test'
import { bankScales } from '../../bank/rules.ts'
import { readWave } from '../rules.ts'
import { linkedPlaces } from './rules.ts'

it('how the same people changed is told so that no few follow from the place above', () => {
  const told = (own: number, large: number, small: number) => {
    const places = [
      { unitId: 'district', parentId: null, people: own },
      { unitId: 'large', parentId: 'district', people: large },
      { unitId: 'small', parentId: 'district', people: small },
    ]
    return places.map(({ unitId }) => linkedPlaces(places, unitId).length > 0)
  }
  assert.deepEqual(told(0, 20, 2), [true, false, false])
  assert.deepEqual(told(0, 20, 0), [true, true, false])
  assert.deepEqual(told(0, 20, 12), [true, true, true])
  assert.deepEqual(told(3, 20, 12), [true, true, false])
  assert.deepEqual(told(0, 6, 2), [false, false, false])
})

it('a mean that the earlier report held back stands beside no later survey either', () => {
  const [scale] = bankScales(['small_measure']).map((one) => ({ ...one, items: one.items.slice(0, 1) }))
  assert.ok(scale)
  const before = (n: number) => {
    const moments = { n, mean: 3, sumOfSquares: 2 * n }
    const summary = { scaleKey: scale.key, n, counts: [Array.from({ length: 5 }, () => n / 5)], moments, whole: null, schools: null }
    const earlier = { surveyId: 's', endedOn: '2026-03-01', fewest: 5, scales: [scale] }
    return readWave(earlier, [summary], () => []).map(({ mean }) => mean.value)
  }
  assert.deepEqual([before(25), before(50)], [[], [3]])
})
