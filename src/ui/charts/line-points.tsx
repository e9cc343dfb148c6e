import type { Drawing, LineModel } from './line-model.ts'

/** The values themselves, with their intervals, and in words what stands out. */
export function Points({ model, points, wide }: Drawing) {
  return (
    <g>
      {model.drawn.map(({ index, x, y }) => {
        const { signal, interval } = points[index] ?? {}
        return (
          <g key={index}>
            {interval && (
              <path
                class="interval"
                d={`M${x} ${model.y(interval[0])}V${model.y(interval[1])}M${x - 4} ${model.y(interval[0])}h8M${x - 4} ${model.y(interval[1])}h8`}
              />
            )}
            <circle
              class={signal ? 'point point-signal' : 'point point-full'}
              cx={x}
              cy={y}
              r={signal ? 4.5 : points.length > 40 ? 2 : 3}
            />
            {signal && <circle class="ring-signal" cx={x} cy={y} r="8.5" />}
            {signal && (
              <SignalText x={x} y={y} model={model} wide={wide}>
                {signal}
              </SignalText>
            )}
          </g>
        )
      })}
    </g>
  )
}

function SignalText({ x, y, model, wide, children }: { x: number; y: number; model: LineModel; wide: boolean; children: string }) {
  const below = y < model.margin.top + 26
  const late = x > model.width - model.margin.right - (wide ? 90 : 120)
  return (
    <text class={`text-signal halo ${late ? 'end' : 'middle'}`} x={late ? x + 8 : x} y={below ? y + 26 : y - 15}>
      {children}
    </text>
  )
}
