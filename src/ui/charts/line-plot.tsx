import { labelled, lineModel, spread } from './line-model.ts'
import type { LineModel, LinePoint, Phase, Reference } from './line-model.ts'

export type PlotProps = {
  points: LinePoint[]
  phases: Phase[]
  target: Reference | undefined
  fromZero: boolean
  names: { centre: string; low: string; high: string }
  write: (value: number) => string
  labelledBy: string
}

type Drawing = PlotProps & { model: LineModel; wide: boolean }

const noteRow = 18

/** One drawing of the chart at one width; the page holds a wide and a narrow one, so that letters never shrink. */
export function LinePlot({ wide, ...props }: PlotProps & { wide: boolean }) {
  const model = lineModel({ ...props, ...geometry(props, wide) })
  const drawing = { ...props, model, wide }
  return (
    <svg class={wide ? 'plot-wide' : 'plot-narrow'} width={model.width} height={model.height} viewBox={`0 0 ${model.width} ${model.height}`} role="img" aria-labelledby={props.labelledBy}>
      <Axes {...drawing} />
      <PhaseMarks {...drawing} />
      <References {...drawing} />
      {wide ? <Notes {...drawing} /> : <NoteNumbers {...drawing} />}
      <path class="series" d={model.path} />
      <Points {...drawing} />
    </svg>
  )
}

function geometry({ points, phases, names, target, write }: PlotProps, wide: boolean) {
  const ticks = points.flatMap(({ value, high }) => [value, high]).filter((value) => value !== undefined)
  const left = 14 + 7 * Math.max(2, ...ticks.map((value) => write(Math.round(value)).length))
  const named = [names.centre, names.low, names.high, target?.label ?? ''].flatMap((name) => wrap(`${name} ${write(ticks[0] ?? 0)}`, wide)).map((part) => part.length)
  const notes = points.filter(({ note }) => note).length
  const top = 12 + (phases.length > 0 ? 20 : 0) + (wide ? Math.min(notes, 3) * noteRow : notes > 0 ? 20 : 0)
  const right = hasReferences(points, target) ? 14 + 6.7 * Math.max(6, ...named) : 10
  return wide ? { width: 760, height: 290 + top, margin: { top, right, bottom: 34, left } } : { width: 344, height: 250 + top, margin: { top, right, bottom: 34, left } }
}

function Axes({ model, points, write }: Drawing) {
  const { width, height, margin, ticks, y, x, step } = model
  const shown = labelled(points, step)
  const floor = height - margin.bottom
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <line class="grid" x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
          <text class="end" x={margin.left - 8} y={y(tick) + 4}>{write(tick)}</text>
        </g>
      ))}
      <line class="axis" x1={margin.left} x2={width - margin.right} y1={floor} y2={floor} />
      {points.map(({ label }, index) => shown.has(index) && (
        <text class="middle" x={x(index)} y={floor + 20} key={index}>{label}</text>
      ))}
    </g>
  )
}

function PhaseMarks({ model, phases }: Drawing) {
  const { margin, height, x, step } = model
  return (
    <g>
      {phases.map(({ at, label }) => {
        const left = x(at) - step / 2
        return (
          <g key={at}>
            {at > 0 && <line class="phase" x1={left} x2={left} y1={2} y2={height - margin.bottom} />}
            <text class="ink" x={left + (at > 0 ? 6 : 0)} y={14}>{label}</text>
          </g>
        )
      })}
    </g>
  )
}

/** Centre, limits and target, each named at its end: nobody has to look for a legend. */
function References({ model, points, names, target, write, wide }: Drawing) {
  const { margin, width, height, y } = model
  const last = points.findLast(({ centre, low, high }) => [centre, low, high].some((value) => value !== undefined))
  const wished = [
    { value: last?.high, name: names.high, look: '' },
    { value: last?.centre, name: names.centre, look: 'text-centre' },
    { value: last?.low, name: names.low, look: '' },
    { value: target?.value, name: target?.label ?? '', look: 'bold' },
  ].flatMap(({ value, name, look }) => (value === undefined ? [] : [{ y: y(value), lines: wrap(`${name} ${write(value)}`, wide), look }]))
  const right = width - margin.right
  return (
    <g>
      {[...model.low, ...model.high].map((d) => <path class="limit" d={d} key={d} />)}
      {model.centre.map((d) => <path class="centre" d={d} key={d} />)}
      {target && <line class="target" x1={margin.left} x2={right} y1={y(target.value)} y2={y(target.value)} />}
      {spread(wished, wide ? 16 : 30, margin.top, height - margin.bottom).map(({ lines, look, y: at }) => (
        <text class={look} x={right + 8} y={at + 4} key={lines.join(' ')}>
          {lines.map((words, row) => <tspan x={right + 8} dy={row === 0 ? 0 : 14} key={words}>{words}</tspan>)}
        </text>
      ))}
    </g>
  )
}

function hasReferences(points: LinePoint[], target: Reference | undefined) {
  return target !== undefined || points.some(({ centre, low, high }) => [centre, low, high].some((value) => value !== undefined))
}

/** Beside a narrow drawing a label takes a line for each word or two. */
function wrap(label: string, wide: boolean): string[] {
  const longest = wide ? 24 : 11
  return label.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    return last !== undefined && `${last} ${word}`.length <= longest ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines, word]
  }, [])
}

/** What happened, in words over its moment, each on a row of its own where there is one. */
function Notes({ model, points }: Drawing) {
  const noted = points.flatMap(({ note }, index) => (note ? [{ note, index }] : []))
  const rows = Math.min(3, noted.length)
  return (
    <g>
      {noted.map(({ note, index }, order) => {
        const row = model.margin.top - 10 - (rows - 1 - (order % rows)) * noteRow
        const x = model.x(index)
        const late = index > points.length * 0.6
        return (
          <g key={index}>
            <line class="note-line" x1={x} x2={x} y1={row + 3} y2={pointTop(model, index)} />
            <text class={late ? 'end halo' : 'halo'} x={late ? x + 4 : x - 4} y={row}>{note}</text>
          </g>
        )
      })}
    </g>
  )
}

/** On a phone a number stands there, and the words under the drawing. */
function NoteNumbers({ model, points }: Drawing) {
  const noted = points.flatMap(({ note }, index) => (note ? [index] : []))
  return (
    <g>
      {noted.map((index, order) => (
        <g key={index}>
          <line class="note-line" x1={model.x(index)} x2={model.x(index)} y1={model.margin.top - 8} y2={pointTop(model, index)} />
          <text class="bold middle halo" x={model.x(index)} y={model.margin.top - 11}>{order + 1}</text>
        </g>
      ))}
    </g>
  )
}

function pointTop(model: LineModel, index: number) {
  return (model.drawn.find((point) => point.index === index)?.y ?? model.height - model.margin.bottom) - 10
}

function Points({ model, points, wide }: Drawing) {
  return (
    <g>
      {model.drawn.map(({ index, x, y }) => {
        const { signal, interval } = points[index] ?? {}
        return (
          <g key={index}>
            {interval && <path class="interval" d={`M${x} ${model.y(interval[0])}V${model.y(interval[1])}M${x - 4} ${model.y(interval[0])}h8M${x - 4} ${model.y(interval[1])}h8`} />}
            <circle class={signal ? 'point point-signal' : 'point point-full'} cx={x} cy={y} r={signal ? 4.5 : points.length > 40 ? 2 : 3} />
            {signal && <circle class="ring-signal" cx={x} cy={y} r="8.5" />}
            {signal && <SignalText x={x} y={y} model={model} wide={wide}>{signal}</SignalText>}
          </g>
        )
      })}
    </g>
  )
}

function SignalText({ x, y, model, wide, children }: { x: number; y: number; model: LineModel; wide: boolean; children: string }) {
  const below = y < model.margin.top + 26
  const late = x > model.width - model.margin.right - (wide ? 90 : 120)
  return <text class={`text-signal halo ${late ? 'end' : 'middle'}`} x={late ? x + 8 : x} y={below ? y + 26 : y - 15}>{children}</text>
}
