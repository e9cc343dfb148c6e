import type { Drawing } from './line-model.ts'
import type { placeSignals } from './line-signals.ts'

type Signals = ReturnType<typeof placeSignals>['placed']

/** The values themselves, with their intervals, and in words what stands out. */
export function Points({ model, points, signals }: Drawing & { signals: Signals }) {
  return (
    <g>
      {model.drawn.map(({ index, x, y }) => {
        const { signal, interval } = points[index] ?? {}
        return (
          <g key={index}>
            {interval && <path class="interval" d={whiskers(x, model.y(interval[0]), model.y(interval[1]))} />}
            <circle class={signal ? 'point point-signal' : 'point point-full'} cx={x} cy={y} r={radius(signal, points.length)} />
            {signal && <circle class="ring-signal" cx={x} cy={y} r="8.5" />}
          </g>
        )
      })}
      {signals.map(({ index, lines, x, y }) => (
        <text class="text-signal halo middle" x={x} y={y} key={index}>
          {lines.map((words, row) => (
            <tspan x={x} dy={row === 0 ? 0 : 15} key={words}>
              {words}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  )
}

function radius(signal: string | undefined, count: number) {
  if (signal) return 4.5
  return count > 40 ? 2.25 : 3
}

function whiskers(x: number, low: number, high: number) {
  return `M${x} ${low}V${high}M${x - 4} ${low}h8M${x - 4} ${high}h8`
}
