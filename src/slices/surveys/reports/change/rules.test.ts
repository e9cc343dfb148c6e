import assert from 'node:assert/strict'
import { it } from 'node:test'
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
