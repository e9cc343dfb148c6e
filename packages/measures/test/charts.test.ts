import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { cChart, laneyPChart, nelsonRules, pChart, runChart, uChart, xmrChart } from '../src/measures.ts'

const steady = [4, 6, 5, 5, 4, 6, 5, 4, 6, 5]

describe('an XmR chart', () => {
  it('freezes its limits at the baseline, and judges later points by them', () => {
    const chart = xmrChart([...steady, 30], { baseline: steady.length })
    assert.equal(chart.points[10]?.upper, xmrChart(steady).phases[0]?.upper)
    assert.deepEqual(chart.beyondLimits, [11])
  })
  it('gives each phase its own limits and lets no run cross the start of a phase', () => {
    const shifted = [...steady, ...steady.map((value) => value + 20)]
    const chart = xmrChart(shifted, { phases: [11] })
    assert.deepEqual(
      chart.phases.map((phase) => phase.mean),
      [5, 25],
    )
    assert.deepEqual(chart.beyondLimits, [])
    assert.equal(chart.movingRanges[9], null)
  })
  it('takes limits from a named phase', () => {
    const chart = xmrChart([...steady, 50, 50], { phases: [11], baseline: { phase: 1 } })
    assert.deepEqual(
      chart.phases.map((phase) => phase.mean),
      [5, 5],
    )
    assert.deepEqual(chart.beyondLimits, [11, 12])
  })
  it('has no limits for one value, and null centre for none', () => {
    assert.equal(xmrChart([3]).points[0]?.upper, null)
    assert.equal(xmrChart([]).phases[0]?.mean, null)
    assert.equal(xmrChart([null, null]).phases[0]?.mean, null)
  })
  it('finds nothing in equal values', () => {
    const chart = xmrChart(Array.from({ length: 20 }, () => 0.1))
    assert.deepEqual([chart.beyondLimits, chart.rules.runOfEight.points, chart.phases[0]?.sigma], [[], [], 0])
  })
  it('keeps the place of a missing value and takes no moving range across it', () => {
    const chart = xmrChart([1, 2, null, 4, 5])
    assert.deepEqual(chart.movingRanges, [1, null, null, 1])
    assert.equal(chart.points[3]?.position, 4)
  })
  it('refuses phases and baselines that do not fit', () => {
    assert.throws(() => xmrChart(steady, { phases: [5, 3] }), RangeError)
    assert.throws(() => xmrChart(steady, { baseline: 40 }), RangeError)
  })
  it('moves and stretches with its values', () => {
    const series = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 40 })
    fc.assert(
      fc.property(series, (values) => {
        const moved = xmrChart(values.map((value) => 2 * value + 7))
        assert.deepEqual(moved.beyondLimits, xmrChart(values).beyondLimits)
      }),
    )
  })
})

describe('charts of counts', () => {
  it('keep limits within what a share can be', () => {
    const chart = pChart([0, 1, 4, 3], [4, 4, 4, 4])
    assert.ok(chart.points.every((point) => point.lower === 0 && point.upper === 1))
  })
  it('refuse more events than people, and leave a size of zero without a value', () => {
    assert.throws(() => pChart([3], [2]), RangeError)
    assert.equal(pChart([0, 1], [0, 4]).points[0]?.value, null)
  })
  it('are the same for c and for u with areas of one', () => {
    assert.deepEqual(cChart([3, 4, 9]), uChart([3, 4, 9], [1, 1, 1]))
  })
  it('widen with the variation that is really there', () => {
    const sizes = [1000, 1000, 1000, 1000]
    const wide = laneyPChart([100, 300, 100, 300], sizes).points[0]
    assert.ok((wide?.sigma ?? 0) > (pChart([100, 300, 100, 300], sizes).points[0]?.sigma ?? 1))
  })
})

describe('the rules', () => {
  it('break a run at a point exactly on the centre', () => {
    const run = Array.from({ length: 8 }, () => 1)
    assert.deepEqual(nelsonRules(run, 0, 2).runOfEight.ends, [8])
    assert.deepEqual(nelsonRules([...run.slice(1), 0], 0, 2).runOfEight.ends, [])
  })
  it('see the same patterns in a series turned upside down', () => {
    const series = fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 60 })
    fc.assert(
      fc.property(series, (values) => {
        assert.deepEqual(
          nelsonRules(
            values.map((value) => -value),
            0,
            1,
          ),
          nelsonRules(values, 0, 1),
        )
      }),
    )
  })
})

describe('a run chart', () => {
  it('passes over points on the median and equal neighbours', () => {
    const phase = runChart([1, 2, 2, 3, 4, 5, 9, 9]).phases[0]
    assert.deepEqual(phase?.trends, [{ from: 1, to: 7, length: 6 }])
    assert.deepEqual(runChart([5, 5, 5]).phases[0]?.useful, 0)
    assert.equal(runChart([5, 5, 5]).phases[0]?.longestRunLimit, null)
  })
  it('calls six on one side a shift, and five none', () => {
    const five = [1, 9, 1, 9, 1, 9, 9, 9, 9, 1, 1]
    assert.deepEqual(runChart(five, { centre: 5 }).phases[0]?.shifts, [])
    assert.deepEqual(runChart([...five, 1, 1, 1, 1], { centre: 5 }).phases[0]?.shifts, [{ from: 10, to: 15, length: 6 }])
  })
  it('gives run probabilities that overlap in the run count itself alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 60 }), (values) => {
        const phase = runChart(values).phases[0]
        if (phase?.probabilityOfSoFewRuns == null || phase.probabilityOfSoManyRuns === null) return
        assert.ok(phase.probabilityOfSoFewRuns + phase.probabilityOfSoManyRuns >= 1 - 1e-9)
      }),
    )
  })
})
