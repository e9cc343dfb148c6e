import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { phasesIn } from './phases/rules.ts'
import { chartFor, readSeries, whyNotChart } from './rules.ts'
import type { Series } from './schema.ts'

function day(index: number): string {
  return new Date(Date.UTC(2026, 0, 5 + 7 * index)).toISOString().slice(0, 10)
}

function values(numbers: number[], more: Partial<Series> = {}): Series {
  const points = numbers.map((value, index) => ({ observedOn: day(index), value, events: null, total: null, note: '' }))
  return { kind: 'value', better: 'up', phases: [], ...more, points }
}

function shares(pairs: [number, number][], more: Partial<Series> = {}): Series {
  const points = pairs.map(([events, total], index) => ({ observedOn: day(index), value: null, events, total, note: '' }))
  return { kind: 'proportion', better: 'up', phases: [], ...more, points }
}

const WOBBLE = [10, 12, 9, 11, 10, 13, 9, 12, 10, 11]
const RISEN = [18, 19, 17, 18, 20, 18, 19, 18]
const frozen = [
  { startsOn: day(0), label: 'Before', frozen: true },
  { startsOn: day(10), label: 'New routine', frozen: false },
]

describe('the chart of a measure', () => {
  it('is a run chart while there are fewer than ten points', () => {
    assert.deepEqual(chartFor(values(WOBBLE.slice(1))), { chart: 'run', why: 'measures.why_run_few' })
    assert.equal(whyNotChart('xmr', values(WOBBLE.slice(1))), 'measures.chart_few')
  })
  it('is an XmR chart for values', () => assert.equal(chartFor(values(WOBBLE)).chart, 'xmr'))
  it('is a p chart for shares', () => {
    const series = shares(WOBBLE.map((events) => [events, 20]))
    assert.equal(chartFor(series).chart, 'p')
    assert.equal(whyNotChart('p', values(WOBBLE)), 'measures.chart_no_share')
  })
  it('is a run chart where nothing ever varies', () => {
    assert.deepEqual(chartFor(values(WOBBLE.map(() => 4))), { chart: 'run', why: 'measures.why_run_alike' })
  })
  it('is another one on demand, if that one fits', () => {
    assert.equal(readSeries(values(WOBBLE), 'run').chart, 'run')
    assert.equal(readSeries(values(WOBBLE), 'p').chart, 'xmr')
  })
})

describe('what a chart says', () => {
  it('is nothing with too few points, however high they lie', () => {
    const reading = readSeries(values([1, 2, 3, 4, 5, 6, 7, 8, 9]))
    assert.equal(reading.verdict, 'few')
    assert.equal(reading.signal, undefined)
  })

  it('is nothing but ordinary ups and downs without a signal', () => {
    assert.equal(readSeries(values(WOBBLE)).verdict, 'steady')
  })

  it('is no improvement for a mean that is merely higher', () => {
    const higher = [11, 13, 9, 12]
    assert.equal(readSeries(values([...WOBBLE, ...higher], { phases: frozen })).verdict, 'steady')
  })

  it('is an improvement where the points after a frozen baseline give a signal on the good side', () => {
    const reading = readSeries(values([...WOBBLE, ...RISEN], { phases: frozen }))
    assert.equal(reading.verdict, 'improved')
    assert.equal(reading.signal?.side, 'above')
    assert.ok((reading.signal?.from ?? 0) > 10)
    assert.equal(reading.points[17]?.centre, 10.7)
    assert.equal(reading.points[0]?.signal, false)
  })

  it('is a worsening where less would be better', () => {
    assert.equal(readSeries(values([...WOBBLE, ...RISEN], { phases: frozen, better: 'down' })).verdict, 'worsened')
  })

  it('is not about what happened within the baseline', () => {
    const low = [9, 9.5, 9, 9.2, 9, 9.4, 9, 9.3]
    const unrest = [...low, ...low.map((value) => value + 4)]
    const phases = [
      { startsOn: day(0), label: 'Before', frozen: true },
      { startsOn: day(16), label: 'After', frozen: false },
    ]
    const reading = readSeries(values([...unrest, 11, 11.3, 10.9, 11.2], { phases }))
    assert.ok(reading.signals.some((signal) => signal.rule === 'runOfEight' && signal.to === 16))
    assert.equal(reading.verdict, 'steady')
  })

  it('is no improvement when the series came back', () => {
    const back = [4, 3, 4, 5, 3, 4]
    const reading = readSeries(values([...WOBBLE, 19, 20, ...back, 12, 9, 14, 10], { phases: frozen, better: 'up' }))
    assert.notEqual(reading.verdict, 'improved')
  })

  it('is a passing move where one point stood out and the next ones lie on the other side', () => {
    const reading = readSeries(values([...WOBBLE, 19, 8, 8, 9, 8], { phases: frozen }))
    assert.equal(reading.verdict, 'passed')
  })

  it('is an improvement of a share on a p chart', () => {
    const series = shares(
      [...WOBBLE, ...RISEN].map((events) => [events, 40]),
      { phases: frozen },
    )
    const reading = readSeries(series)
    assert.equal(reading.chart, 'p')
    assert.equal(reading.verdict, 'improved')
  })

  it('is read from a run chart by too long a run', () => {
    const reading = readSeries(values([...WOBBLE, ...RISEN], { phases: frozen }), 'run')
    assert.equal(reading.verdict, 'improved')
    assert.equal(reading.signal?.rule, 'longRun')
  })

  it('is read from a run chart by too few crossings', () => {
    const reading = readSeries(values([1, 2, 1, 3, 2, 1, 9, 8, 9, 7, 8, 9]), 'run')
    assert.equal(reading.signals[0]?.rule, 'fewCrossings')
    assert.deepEqual([reading.signals[0]?.from, reading.signals[0]?.to, reading.signals[0]?.side], [7, 12, 'above'])
  })

  it('warns of a frozen baseline that is short', () => {
    const phases = [
      { startsOn: day(0), label: 'Before', frozen: true },
      { startsOn: day(4), label: 'After', frozen: false },
    ]
    assert.equal(readSeries(values(WOBBLE, { phases })).caution, 'measures.baseline_short')
    assert.equal(readSeries(values([...WOBBLE, ...RISEN], { phases: frozen })).caution, undefined)
  })
})

describe('phases', () => {
  it('begin with the first point even where none was declared for it', () => {
    const phases = phasesIn(values(WOBBLE, { phases: [{ startsOn: day(3), label: 'Coaching', frozen: false }] }))
    assert.deepEqual(
      phases.map(({ label, from, to }) => [label, from, to]),
      [
        ['', 1, 3],
        ['Coaching', 4, 10],
      ],
    )
  })
  it('without a point are left out', () => {
    const phases = phasesIn(values(WOBBLE, { phases: [{ startsOn: day(40), label: 'Later', frozen: false }] }))
    assert.equal(phases.length, 1)
  })
  it('that begin before the same point give way to the last of them', () => {
    const both = [
      { startsOn: '2025-01-01', label: 'A', frozen: false },
      { startsOn: '2025-06-01', label: 'B', frozen: false },
    ]
    assert.deepEqual(
      phasesIn(values(WOBBLE, { phases: both })).map((phase) => phase.label),
      ['B'],
    )
  })
  it('of a series without points are none', () => assert.deepEqual(phasesIn(values([])), []))
  it('of an empty series still read', () => assert.equal(readSeries(values([])).verdict, 'few'))
})
