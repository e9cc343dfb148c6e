import { spread, wrap } from './line-model.ts'
import type { Drawing } from './line-model.ts'

/** Centre, limits and target, each named at its end: nobody has to look for a legend. */
export function References(drawing: Drawing) {
  const { model, target } = drawing
  const { margin, width, height, y } = model
  const right = width - margin.right
  return (
    <g>
      {[...model.low, ...model.high].map((d, index) => (
        <path class="limit" d={d} key={index} />
      ))}
      {model.centre.map((d, index) => (
        <path class="centre" d={d} key={index} />
      ))}
      {target && <line class="target" x1={margin.left} x2={right} y1={y(target.value)} y2={y(target.value)} />}
      {spread(labelsOf(drawing), margin.top, height - margin.bottom + 12).map(({ lines, look, y: at }) => (
        <text class={look} x={right + 8} y={at + 4} key={look + lines.join(' ')}>
          {lines.map((words, row) => (
            <tspan x={right + 8} dy={row === 0 ? 0 : lineHeight} key={words}>
              {words}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  )
}

const lineHeight = 14

function labelsOf({ model, points, names, target, write, nameLength }: Drawing) {
  const last = points.findLast(({ centre, low, high }) => [centre, low, high].some((value) => value !== undefined))
  const all = [
    { value: last?.high, name: names.high, look: '' },
    { value: last?.centre, name: names.centre, look: 'text-centre' },
    { value: last?.low, name: names.low, look: '' },
    { value: target?.value, name: target?.label ?? '', look: 'bold' },
  ]
  return all.flatMap(({ value, name, look }) => {
    if (value === undefined) return []
    const lines = wrap(`${name} ${unbroken(write(value))}`, nameLength)
    return [{ y: model.y(value), height: lines.length * lineHeight + 3, lines, look }]
  })
}

/** A number and its unit stay on one line. */
function unbroken(written: string) {
  return written.replaceAll(' ', '\u00a0')
}
