import { Dots } from '../charts/dots.tsx'
import { Flow } from '../charts/flow.tsx'
import { LineChart } from '../charts/line-chart.tsx'
import type { LinePoint } from '../charts/line-chart.tsx'
import { Matrix } from '../charts/matrix.tsx'
import { StackBar } from '../charts/stack-bar.tsx'
import { Specimen } from './specimen.tsx'

const weekly = [21, 24, 19, 26, 22, 20, 25, 23, 31, 34, 30, 36, 33, 44, 35, 32]

const loans: LinePoint[] = weekly.map((value, index) => {
  const limits = index < 8 ? { centre: 22.5, low: 14.2, high: 30.8 } : { centre: 33.2, low: 24.9, high: 41.5 }
  const said = { 8: { note: 'Evening hours begin' }, 11: { note: 'First reading aloud' }, 13: { signal: 'Beyond the limit' } }[index] ?? {}
  return { label: `W${index + 36}`, value, ...limits, ...said }
})

const shares: LinePoint[] = [
  { label: 'Fall', value: 0.42, interval: [0.35, 0.49] },
  { label: 'Winter', value: undefined },
  { label: 'Spring', value: 0.51, interval: [0.44, 0.58] },
  { label: 'Summer', value: 0.63, interval: [0.55, 0.71] },
]

/** Every chart. */
export function FigureSpecimens() {
  return (
    <Specimen title="Figures">
      <LineChart
        sentence="Loans a week rose from about 23 to about 33 when the evening hours began, and one week stands out above what chance would give."
        points={loans}
        phases={[
          { at: 0, label: 'Day hours' },
          { at: 8, label: 'With evening hours' },
        ]}
        target={{ value: 38, label: 'Aim' }}
        centreLabel="Mean"
        valueLabel="Loans"
        periodLabel="Week"
        format={(value) => String(Math.round(value))}
      />
      <LineChart
        sentence="The share of readers who come back grew; nobody counted in winter."
        points={shares}
        fromZero
        format={(value) => `${Math.round(value * 100)} %`}
      />
      <Dots
        sentence="Most give the evening hours a 4 or a 5, and two of eleven do not."
        values={[4, 5, 4, 2, 5, 4, 3, 5, 4, 1, 4]}
        min={1}
        max={5}
        ends={['not at all', 'very much']}
      />
      <StackBar
        sentence="Half of the shelf is stories; letters are few."
        parts={[
          { label: 'Stories', value: 24, hue: 1 },
          { label: 'Handbooks', value: 11, hue: 2 },
          { label: 'Almanacs', value: 9, hue: 3 },
          { label: 'Letters', value: 4, hue: 4 },
        ]}
      />
      <Flow
        sentence="Of forty-eight books found, nineteen are read, and five led to another."
        stages={[
          { label: 'Found', value: 48 },
          { label: 'Read', value: 19, rate: '40 % are read' },
          { label: 'Led on', value: 5, rate: 'every fourth of them led on' },
        ]}
      />
      <Matrix
        caption="What each evening draws on"
        columns={['Stories', 'Handbooks', 'Almanacs', 'Letters']}
        rows={[
          {
            label: 'Reading aloud',
            cells: [
              { level: 3, text: '9', href: '#a' },
              { level: 0, text: 'none' },
              { level: 1, text: '1', href: '#b' },
              { level: 2, text: '4', href: '#c' },
            ],
          },
          {
            label: 'Repair table',
            cells: [
              { level: 0, text: 'none' },
              { level: 2, text: '5', href: '#d' },
              { level: 0, text: 'none', needs: true },
              { level: 0, text: 'none' },
            ],
          },
        ]}
      />
    </Specimen>
  )
}
