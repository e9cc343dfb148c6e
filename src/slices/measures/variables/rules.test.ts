import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ReadMeasure, Verdict } from '../signals/schema.ts'
import { tellingAbout, verdictsOf } from './rules.ts'

function read(verdict: Verdict, frameworkKey: string | null = 'one', variableKey: string | null = 'will'): ReadMeasure {
  return { measure: { frameworkKey, variableKey }, reading: { verdict } } as ReadMeasure // what the rules look at
}

describe('what is watched of a variable', () => {
  it('are the measures that name its framework and its key', () => {
    const mine = read('few')
    const all = [mine, read('few', 'other'), read('few', 'one', 'time'), read('few', null, null)]
    assert.deepEqual(tellingAbout(all, { framework: 'one', variable: 'will' }), [mine])
  })

  it('is said in each verdict once, the most frequent first', () => {
    assert.deepEqual(verdictsOf([]), [])
    assert.deepEqual(verdictsOf([read('few'), read('improved'), read('few')]), [
      { verdict: 'few', n: 2 },
      { verdict: 'improved', n: 1 },
    ])
  })
})
