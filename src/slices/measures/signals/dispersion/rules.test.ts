import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { chartFor, readSeries, whyNotChart } from '../rules.ts'
import type { Series } from '../schema.ts'
import { dispersionOf } from './rules.ts'

function shares(pairs: readonly (readonly [number, number])[], more: Partial<Series> = {}): Series {
  const points = pairs.map(([events, total], index) => ({ observedOn: day(index), value: null, events, total, note: '' }))
  return { kind: 'proportion', better: 'down', phases: [], ...more, points }
}

function day(index: number): string {
  return new Date(Date.UTC(2026, 0, 5 + 7 * index)).toISOString().slice(0, 10)
}

/** Montgomery 2009, Table 7.1: leaking cans among fifty, whose sigma z is 1.66. */
const CANS = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6]
const cans = shares(CANS.map((events) => [events, 50]))

/** Of fifty, as even chances of three in ten fall. */
const EVEN = [15, 17, 12, 16, 14, 18, 11, 15, 13, 17, 16, 12, 14, 19, 15, 13]

describe('shares that vary more than chance', () => {
  it('get Laney’s limits by themselves, and the chart says so', () => {
    const reading = readSeries(cans)
    assert.deepEqual([reading.chart, reading.why, reading.dispersion, reading.verdict], ['laney', 'measures.why_laney', 'more', 'steady'])
    assert.ok(Math.abs((reading.points[0]?.upper ?? 0) - 0.528471998043532) < 1e-12)
    assert.deepEqual(
      reading.signals.filter(({ rule }) => rule === 'beyondThreeSigma'),
      [],
    )
  })

  it('can be read by plain limits, whose signals then count', () => {
    const reading = readSeries(cans, 'p')
    assert.deepEqual([reading.chart, reading.why, reading.dispersion], ['p', 'measures.why_asked', 'more'])
    assert.ok(Math.abs((reading.points[0]?.upper ?? 0) - 0.410239118594738) < 1e-12)
    assert.deepEqual(
      reading.signals.filter(({ rule }) => rule === 'beyondThreeSigma').map(({ to }) => to),
      [15, 23],
    )
    assert.notEqual(reading.verdict, 'steady')
  })

  it('are what large counts nearly always are', () => {
    const many = [0.412, 0.431, 0.405, 0.44, 0.418, 0.426, 0.399, 0.437, 0.41, 0.429, 0.42, 0.404]
    const series = shares(many.map((share) => [Math.round(share * 8000), 8000]))
    assert.equal(readSeries(series).chart, 'laney')
    assert.equal(readSeries(series).verdict, 'steady')
    assert.notEqual(readSeries(series, 'p').signals.length, 0)
  })

  it('are judged by the frozen baseline alone', () => {
    const phases = [
      { startsOn: day(0), label: 'Before', frozen: true },
      { startsOn: day(EVEN.length), label: 'After', frozen: false },
    ]
    const wild = [4, 30, 6, 28, 3, 31]
    const both = [...EVEN, ...wild].map((events) => [events, 50] as const)
    assert.deepEqual([dispersionOf(shares(both, { phases })), dispersionOf(shares(both))], [undefined, 'more'])
    const calm = [...CANS.slice(0, EVEN.length), 11, 12, 11].map((events) => [events, 50] as const)
    assert.deepEqual([dispersionOf(shares(calm, { phases })), readSeries(shares(calm, { phases })).chart], ['more', 'laney'])
  })
})

describe('shares that vary less than chance', () => {
  it('get narrower limits, and the chart says so', () => {
    const reading = readSeries(shares(EVEN.map((_, at) => [20 + (at % 2), 50])))
    assert.deepEqual([reading.chart, reading.dispersion], ['laney', 'less'])
  })

  it('have none where they never change', () => {
    const alike = shares(EVEN.map(() => [20, 50]))
    assert.deepEqual([chartFor(alike).chart, whyNotChart('laney', alike)], ['p', 'measures.chart_all_alike'])
    assert.equal(readSeries(alike, 'laney').chart, 'p')
  })
})

describe('shares that vary as chance does', () => {
  it('keep the plain chart, and Laney’s can be asked for', () => {
    const series = shares(EVEN.map((events) => [events, 50]))
    assert.deepEqual([readSeries(series).chart, readSeries(series).dispersion], ['p', undefined])
    assert.equal(readSeries(series, 'laney').chart, 'laney')
  })

  it('keep it in the published example of purchase orders', () => {
    const file = join(import.meta.dirname, '../../../../../packages/measures/fixtures/spc_p/montgomery_purchase_orders.csv')
    const rows: Record<'events' | 'n', string>[] = parse(readFileSync(file), { columns: true })
    assert.equal(readSeries(shares(rows.map(({ events, n }) => [Number(events), Number(n)]))).chart, 'p')
  })

  it('keep it over a lasting step, which is what a chart is to find', () => {
    const step = [...EVEN, ...EVEN.map((events) => events + 14)]
    const reading = readSeries(shares(step.map((events) => [events, 50])))
    assert.deepEqual([reading.chart, reading.verdict], ['p', 'worsened'])
  })

  it('keep it where too few are counted to tell', () => {
    assert.equal(dispersionOf(shares(EVEN.map((_, at) => [at % 4 === 0 ? 6 : 0, 20]))), undefined)
    assert.equal(dispersionOf(shares(CANS.slice(10, 17).map((events) => [events, 50]))), undefined)
  })
})
