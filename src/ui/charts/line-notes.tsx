import type { Drawing, LineModel } from './line-model.ts'

/** The height of a row of notes. */
export const noteRow = 18

/** What happened, in words over its moment, each on a row of its own where there is one. */
export function Notes({ model, points }: Drawing) {
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
            <text class={late ? 'end halo' : 'halo'} x={late ? x + 4 : x - 4} y={row}>
              {note}
            </text>
          </g>
        )
      })}
    </g>
  )
}

/** On a phone a number stands there, and the words under the drawing. */
export function NoteNumbers({ model, points }: Drawing) {
  const noted = points.flatMap(({ note }, index) => (note ? [index] : []))
  return (
    <g>
      {noted.map((index, order) => (
        <g key={index}>
          <line class="note-line" x1={model.x(index)} x2={model.x(index)} y1={model.margin.top - 8} y2={pointTop(model, index)} />
          <text class="bold middle halo" x={model.x(index)} y={model.margin.top - 11}>
            {order + 1}
          </text>
        </g>
      ))}
    </g>
  )
}

function pointTop(model: LineModel, index: number) {
  return (model.drawn.find((point) => point.index === index)?.y ?? model.height - model.margin.bottom) - 10
}
