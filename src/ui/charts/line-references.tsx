import { spread, wrap } from './line-model.ts'
import type { Drawing } from './line-model.ts'

/** Centre, limits and target, each named at its end: nobody has to look for a legend. */
export function References({ model, points, names, target, write, wide }: Drawing) {
  const { margin, width, height, y } = model
  const last = points.findLast(({ centre, low, high }) => [centre, low, high].some((value) => value !== undefined))
  const wished = [
    { value: last?.high, name: names.high, look: '' },
    { value: last?.centre, name: names.centre, look: 'text-centre' },
    { value: last?.low, name: names.low, look: '' },
    { value: target?.value, name: target?.label ?? '', look: 'bold' },
  ].flatMap(({ value, name, look }) =>
    value === undefined ? [] : [{ y: y(value), lines: wrap(`${name} ${write(value)}`, wide ? 24 : 11), look }],
  )
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
      {spread(wished, wide ? 16 : 30, margin.top, height - margin.bottom).map(({ lines, look, y: at }) => (
        <text class={look} x={right + 8} y={at + 4} key={lines.join(' ')}>
          {lines.map((words, row) => (
            <tspan x={right + 8} dy={row === 0 ? 0 : 14} key={words}>
              {words}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  )
}
