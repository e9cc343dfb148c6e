import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { h } from 'preact'
import { rendered } from '../../../test/support/render.ts'
import { Dots } from './dots.tsx'
import { Flow } from './flow.tsx'
import { LineChart } from './line-chart.tsx'
import type { LinePoint } from './line-chart.tsx'
import { Matrix } from './matrix.tsx'
import { spread } from './line-model.ts'
import { Sparkline } from './sparkline.tsx'
import { StackBar } from './stack-bar.tsx'

const points: LinePoint[] = [
  { label: 'May', value: 3, centre: 4, low: 1, high: 7 },
  { label: 'June', value: undefined, centre: 4, low: 1, high: 7 },
  { label: 'July', value: 9, centre: 4, low: 1, high: 7, signal: 'Beyond the limit', note: 'New <b>room</b>' },
]

/** The cells of the table below a chart, row by row. */
function cellsOf(html: string) {
  const body = /<tbody>(.*)<\/tbody>/.exec(html)?.[1] ?? ''
  return [...body.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell),
  )
}

describe('The table of a chart', () => {
  it('of values over time has all that the drawing has', () => {
    assert.deepEqual(cellsOf(rendered(h(LineChart, { sentence: 'It rose.', points }))), [
      ['May', '3', '4', '1', '7', ''],
      ['June', 'no value', '4', '1', '7', ''],
      ['July', '9', '4', '1', '7', 'Beyond the limit · New &lt;b>room&lt;/b>'],
    ])
  })

  it('has no column for what no point has', () => {
    assert.deepEqual(cellsOf(rendered(h(LineChart, { sentence: 'One.', points: [{ label: 'May', value: 3, interval: [2, 4] }] }))), [
      ['May', '3 (2 – 4)'],
    ])
  })

  it('of a spread counts each value', () => {
    assert.deepEqual(cellsOf(rendered(h(Dots, { sentence: 'S', values: [5, 1, 5], min: 1, max: 5, ends: ['no', 'yes'] }))), [
      ['1', '1'],
      ['5', '2'],
    ])
  })

  it('of parts has their shares', () => {
    const parts = [
      { label: 'A', value: 3, hue: 1 as const },
      { label: 'B', value: 1 },
    ]
    assert.deepEqual(cellsOf(rendered(h(StackBar, { sentence: 'S', parts }))), [
      ['A', '3', '75%'],
      ['B', '1', '25%'],
    ])
  })

  it('of a flow has its stages', () => {
    const stages = [
      { label: 'Found', value: 4 },
      { label: 'Read', value: 1, rate: 'a quarter' },
    ]
    assert.deepEqual(cellsOf(rendered(h(Flow, { sentence: 'S', stages }))), [
      ['Found', '4', ''],
      ['Read', '1', 'a quarter'],
    ])
  })
})

describe('A drawing', () => {
  it('is named by the sentence above it', () => {
    const html = rendered(h(LineChart, { sentence: 'It rose.', points }))
    const [, id] = /<figcaption id="([^"]+)">It rose\.<\/figcaption>/.exec(html) ?? []
    assert.equal(html.split(`role="img" aria-labelledby="${id}"`).length - 1, 3)
  })

  it('has one mark for each value, and a break where there is none', () => {
    const html = rendered(h(LineChart, { sentence: 'S', points }))
    assert.equal(html.split('class="point ').length - 1, 3 * 2)
    assert.equal(/class="series" d="([^"]+)"/.exec(html)?.[1]?.split('M').length, 3)
  })

  it('names a run of one signal once, at its last point', () => {
    const run = [1, 2, 3, 4].map((value) => ({ label: `${value}`, value, signal: value > 1 ? 'Above' : undefined }))
    const html = rendered(h(LineChart, { sentence: 'S', points: run }))
    assert.equal(html.split('ring-signal').length - 1, 3 * 3)
    assert.equal(html.split('class="text-signal').length - 1, 3)
  })

  it('lets no words of two signals touch, and says below what has no room', () => {
    const crowd = Array.from({ length: 12 }, (_, index) => ({
      label: `W${index}`,
      value: 5 + (index % 2) / 10,
      signal: `Signal of a kind that is ${index}`,
    }))
    const html = rendered(h(LineChart, { sentence: 'S', points: crowd }))
    const [narrow = ''] = /<div class="plot-narrow">.*?<\/div>/.exec(html) ?? []
    const drawn = narrow.split('class="text-signal').length - 1
    const below = narrow.split('<b class="needs">').length - 1
    assert.ok(drawn > 0 && drawn < 5, `${drawn} drawn`)
    assert.equal(drawn + below, 12)
  })

  it('lets no two names of lines touch', () => {
    const places = (wished: number[]) =>
      spread(
        wished.map((y) => ({ y, height: 17 })),
        10,
        100,
      ).map(({ y }) => y)
    assert.deepEqual(places([4, 5, 6, 90]), [10, 27, 44, 83])
    assert.deepEqual(places([95, 80, 85]), [49, 66, 83])
  })

  it('has a dot for each answer', () => {
    const html = rendered(h(Dots, { sentence: 'S', values: [1, 2, 2, 3, 3, 3], min: 1, max: 5, ends: ['no', 'yes'] }))
    assert.equal(html.split('<circle').length - 1, 6)
    assert.match(html, />Median 2\.5</)
  })

  it('says in words what an empty crossing is', () => {
    const rows = [{ label: 'Row', cells: [{ level: 0 as const, text: 'none', needs: true }] }]
    assert.match(rendered(h(Matrix, { caption: 'C', columns: ['One'], rows })), /<td class="cell-0 cell-needs">none<\/td>/)
  })

  it('holds no broken number, whatever it is given', () => {
    const value = fc.oneof(fc.constant(undefined), fc.double({ min: -1e6, max: 1e6, noNaN: true }))
    const point = fc.record({ label: fc.string({ maxLength: 20 }), value, centre: value, low: value, high: value })
    fc.assert(
      fc.property(fc.array(point, { maxLength: 50 }), fc.boolean(), (points, fromZero) => {
        assert.doesNotMatch(
          rendered(h(LineChart, { sentence: 'S', points, fromZero, phases: [{ at: 2, label: 'Two' }] })),
          /="[^"]*(NaN|Infinity|undefined)/,
        )
      }),
      { numRuns: 60 },
    )
  })

  it('of nothing or of one value stands, too', () => {
    const ends: [string, string] = ['no', 'yes']
    const nodes = [
      h(Sparkline, { values: [], label: 'L' }),
      h(Sparkline, { values: [2], label: 'L' }),
      h(Dots, { sentence: 'S', values: [], min: 0, max: 0, ends }),
      h(StackBar, { sentence: 'S', parts: [] }),
      h(Flow, { sentence: 'S', stages: [{ label: 'A', value: 0 }] }),
    ]
    for (const node of nodes) assert.doesNotMatch(rendered(node), /NaN|Infinity|undefined/)
  })
})
