import { wrap } from './line-model.ts'
import type { Drawing } from './line-model.ts'

/** The values themselves, with their intervals, and in words what stands out. */
export function Points(drawing: Drawing) {
  const { model, points } = drawing
  return (
    <g>
      {model.drawn.map((point) => {
        const { signal, interval } = points[point.index] ?? {}
        const saidOnce = signal !== undefined && points[point.index + 1]?.signal !== signal
        return (
          <g key={point.index}>
            {interval && <path class="interval" d={whiskers(point.x, model.y(interval[0]), model.y(interval[1]))} />}
            <circle
              class={signal ? 'point point-signal' : 'point point-full'}
              cx={point.x}
              cy={point.y}
              r={radius(signal, points.length)}
            />
            {signal && <circle class="ring-signal" cx={point.x} cy={point.y} r="8.5" />}
            {saidOnce && <SignalText {...drawing} point={point} signal={signal} />}
          </g>
        )
      })}
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

type Point = Drawing['model']['drawn'][number]

/** On the side that the line leaves free, and never out of the drawing; of a run of one signal only the last point is named. */
function SignalText({ model, point, signal }: Drawing & { point: Point; signal: string }) {
  const { margin, width } = model
  const room = width - margin.left - margin.right
  const lines = wrap(signal, room / 7)
  const half = Math.max(...lines.map(({ length }) => length)) * 3.4
  const x = Math.min(Math.max(point.x, margin.left + half), width - margin.right - half)
  const first = isBelow(model, point) ? point.y + 25 : point.y - 15 - 15 * (lines.length - 1)
  return (
    <text class="text-signal halo middle" x={x} y={first}>
      {lines.map((words, row) => (
        <tspan x={x} dy={row === 0 ? 0 : 15} key={words}>
          {words}
        </tspan>
      ))}
    </text>
  )
}

function isBelow({ drawn, margin, height }: Drawing['model'], { index, y }: Point) {
  if (y < margin.top + 26) return true
  if (y > height - margin.bottom - 40) return false
  const around = drawn.filter((other) => Math.abs(other.index - index) <= 3)
  return around.reduce((sum, other) => sum + other.y - y, 0) < 0
}
