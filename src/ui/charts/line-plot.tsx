import { hasReferences, labelled, lineModel, phaseSpans, valueTicks, wrap } from './line-model.ts'
import type { Drawing, LinePoint, PlotProps } from './line-model.ts'
import { NoteNumbers, Notes, noteRow } from './line-notes.tsx'
import { Points } from './line-points.tsx'
import { References } from './line-references.tsx'
import { placeSignals } from './line-signals.ts'

export type PlotSize = 'large' | 'wide' | 'narrow'

const sizes = { large: [760, 290, 24], wide: [608, 280, 16], narrow: [344, 250, 11] } as const

/** One drawing of the chart at one width; the page holds three, of which the fitting one is shown, so that letters never shrink. */
export function LinePlot({ size, ...props }: PlotProps & { size: PlotSize }) {
  const { phaseLabels, ...place } = geometry(props, size)
  const model = lineModel({ ...props, ...place })
  const { placed, left } = placeSignals(model, props.points)
  const drawing = { ...props, model, nameLength: sizes[size][2] }
  return (
    <div class={`plot-${size}`}>
      <svg width={`${model.width / 16}rem`} viewBox={`0 0 ${model.width} ${model.height}`} role="img" aria-labelledby={props.labelledBy}>
        <Axes {...drawing} />
        <PhaseMarks model={model} labels={phaseLabels} />
        <References {...drawing} />
        {size === 'narrow' ? <NoteNumbers {...drawing} /> : <Notes {...drawing} />}
        <path class="series" d={model.path} />
        <Points {...drawing} signals={placed} />
      </svg>
      <Below points={size === 'narrow' ? props.points : []} left={left} />
    </div>
  )
}

/** The words for which the drawing has no room: of the numbers in the narrow one, and of signals that stand too close. */
function Below({ points, left }: { points: LinePoint[]; left: { signal: string; labels: string[] }[] }) {
  const noted = points.filter(({ note }) => note)
  return (
    <>
      {noted.length > 0 && (
        <ol class="chart-notes">
          {noted.map(({ label, note }) => (
            <li key={label}>
              {label}: {note}
            </li>
          ))}
        </ol>
      )}
      {left.length > 0 && (
        <ul class="chart-notes">
          {left.map(({ signal, labels }) => (
            <li key={signal}>
              <b class="needs">{signal}</b>: {labels.join(', ')}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Room for what is written around the drawing: ticks at the left, names at the right, phases and notes above. */
function geometry(props: PlotProps, size: PlotSize) {
  const { points, names, target, writeTick, fromZero } = props
  const [width, height, nameLength] = sizes[size]
  const ticks = valueTicks(points, target, fromZero).map(writeTick)
  const left = 12 + 6.8 * Math.max(2, ...ticks.map((tick) => tick.length))
  const named = [names.centre, names.low, names.high, target?.label ?? ''].flatMap((name) => wrap(`${name} ${props.write(0)}`, nameLength))
  const right = hasReferences(points, target) ? 14 + 6.7 * Math.max(...named.map((part) => part.length)) : 10
  const step = (width - left - right) / Math.max(1, points.length)
  const phaseLabels = phaseLines(props, step)
  const phaseRows = Math.max(0, ...phaseLabels.map(({ lines }) => lines.length))
  const top = 12 + phaseRows * 15 + (phaseRows > 0 ? 6 : 0) + noteRoom(points, size)
  return { width, height: height + top, margin: { top, right, bottom: 34, left }, phaseLabels }
}

function noteRoom(points: LinePoint[], size: PlotSize) {
  const notes = points.filter(({ note }) => note).length
  if (size === 'narrow') return notes > 0 ? 20 : 0
  return Math.min(notes, 3) * noteRow
}

/** The name of each phase in as many rows as its own stretch needs. */
function phaseLines({ points, phases }: PlotProps, step: number) {
  const spans = phaseSpans(points.length, phases)
  return phases.map(({ at, label }) => {
    const [from, to] = spans.find(([start]) => start === at) ?? [at, points.length]
    return { at, lines: wrap(label, ((to - from) * step) / 6.6) }
  })
}

function Axes({ model, points, writeTick }: Drawing) {
  const { width, height, margin, ticks, y, x, step } = model
  const shown = labelled(points, step)
  const floor = height - margin.bottom
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <line class="grid" x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
          <text class="end" x={margin.left - 8} y={y(tick) + 4}>
            {writeTick(tick)}
          </text>
        </g>
      ))}
      <line class="axis" x1={margin.left} x2={width - margin.right} y1={floor} y2={floor} />
      {points.map(
        ({ label }, index) =>
          shown.has(index) && (
            <text class="middle" x={x(index)} y={floor + 20} key={index}>
              {label}
            </text>
          ),
      )}
    </g>
  )
}

function PhaseMarks({ model, labels }: Pick<Drawing, 'model'> & { labels: { at: number; lines: string[] }[] }) {
  const { margin, height, x, step } = model
  return (
    <g>
      {labels.map(({ at, lines }) => {
        const left = x(at) - step / 2
        return (
          <g key={at}>
            {at > 0 && <line class="phase" x1={left} x2={left} y1={2} y2={height - margin.bottom} />}
            {lines.map((words, row) => (
              <text class="ink" x={left + (at > 0 ? 6 : 0)} y={13 + 15 * row} key={words}>
                {words}
              </text>
            ))}
          </g>
        )
      })}
    </g>
  )
}
