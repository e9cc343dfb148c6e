import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pchisq, pnorm } from 'lib-r-math.js'
import { noncentrality } from '../src/measures.ts'
import { noncentralChiSquare } from '../src/numbers/noncentral-chi-square.ts'

describe('the noncentral chi-square distribution', () => {
  it('is that of the square of a shifted normal value for one degree of freedom, however large', () => {
    for (const x of [0.1, 1, 5, 50, 300, 1000, 5000, 50_000, 1_000_000]) {
      for (const share of [0, 0.1, 0.5, 0.9, 0.95, 1, 1.05, 1.5]) {
        const [root, shift] = [Math.sqrt(x), Math.sqrt(x * share)]
        const exact = pnorm(root - shift) - pnorm(-root - shift)
        assert.ok(Math.abs(noncentralChiSquare(x, 1, x * share) - exact) < 1e-13, `${x}, ${x * share}`)
      }
    }
  })
  it('is the central one without a shift, and R’s for small values', () => {
    assert.equal(noncentralChiSquare(7, 5, 0), pchisq(7, 5))
    for (const df of [2, 35, 275]) {
      for (const shift of [0.5, 50, 200]) {
        assert.ok(Math.abs(noncentralChiSquare(300, df, shift) - pchisq(300, df, shift)) < 1e-12)
      }
    }
  })
  it('gives back its value from the shift that was looked for', () => {
    for (const chiSquare of [400, 5000, 1_000_000]) {
      for (const probability of [0.95, 0.05]) {
        const found = noncentralChiSquare(chiSquare, 275, noncentrality(chiSquare, 275, probability))
        assert.ok(Math.abs(found - probability) < 1e-9)
      }
    }
    assert.equal(noncentrality(300, 275, 0.95), 0)
  })
})
