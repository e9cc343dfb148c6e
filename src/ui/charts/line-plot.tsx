import { hasReferences, labelled, lineModel, phaseSpans, valueTicks, wrap } from './line-model.ts'
import type { Drawing, PlotProps } from './line-model.ts'
import { NoteNumbers, Notes, noteRow } from './line-notes.tsx'
import { Points } from './line-points.tsx'
import { References } from './line-references.tsx'

/** One drawing of the chart at one width; the page holds a wide and a narrow one, so that letters never shrink. */
export function LinePlot({ wide, ...props }: PlotProps & { wide: boolean }) {
  const { phaseLabels, ...place } = geometry(props, wide)
  const model = lineModel({ ...props, ...place })
  const drawing = { ...props, model, wide }
  return (
    <svg
      class={wide ? 'plot-wide' : 'plot-narrow'}
      width={model.width}
      height={model.height}
      viewBox={`0 0 ${model.width} ${model.height}`}
      role="img"
      aria-labelledby={props.labelledBy}
    >
      <Axes {...drawing} />
      <PhaseMarks model={model} labels={phaseLabels} />
      <References {...drawing} />
      {wide ? <Notes {...drawing} /> : <NoteNumbers {...drawing} />}
      <path class="series" d={model.path} />
      <Points {...drawing} />
    </svg>
  )
}

/** Room for what is written around the drawing: ticks at the left, names at the right, phases and notes above. */
function geometry(props: PlotProps, wide: boolean) {
  const { points, names, target, write, fromZero } = props
  const ticks = valueTicks(points, target, fromZero).map(write)
  const left = 12 + 6.8 * Math.max(2, ...ticks.map((tick) => tick.length))
  const named = [names.centre, names.low, names.high, target?.label ?? ''].flatMap((name) =>
    wrap(`${name} ${ticks.at(-1)}`, wide ? 24 : 11),
  )
  const right = hasReferences(points, target) ? 14 + 6.7 * Math.max(...named.map((part) => part.length)) : 10
  const [width, height] = wide ? [760, 290] : [344, 250]
  const step = (width - left - right) / Math.max(1, points.length)
  const phaseLabels = phaseLines(props, step)
  const notes = points.filter(({ note }) => note).length
  const phaseRows = Math.max(0, ...phaseLabels.map(({ lines }) => lines.length))
  const top = 12 + phaseRows * 15 + (phaseRows > 0 ? 6 : 0) + (wide ? Math.min(notes, 3) * noteRow : notes > 0 ? 20 : 0)
  return { width, height: height + top, margin: { top, right, bottom: 34, left }, phaseLabels }
}

/** The name of each phase in as many rows as its own stretch needs. */
function phaseLines({ points, phases }: PlotProps, step: number) {
  const spans = phaseSpans(points.length, phases)
  return phases.map(({ at, label }) => {
    const [from, to] = spans.find(([start]) => start === at) ?? [at, points.length]
    return { at, lines: wrap(label, ((to - from) * step) / 6.6) }
  })
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
          <text class="end" x={margin.left - 8} y={y(tick) + 4}>
            {write(tick)}
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
