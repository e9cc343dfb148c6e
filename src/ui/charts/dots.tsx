import { useId } from 'preact/hooks'
import { usePage } from '../page-context.tsx'
import { Table } from '../table.tsx'
import { ChartFrame } from './chart-frame.tsx'

type DotsProps = {
  sentence: string
  values: number[]
  min: number
  max: number
  /** What the two ends mean. */
  ends: [string, string]
  median?: boolean
  valueLabel?: string
  format?: (value: number) => string
}

/** One dot for each value, stacked on a line: the spread before any mean. */
export function Dots({ sentence, values, min, max, ends, median = true, valueLabel, format }: DotsProps) {
  const id = useId()
  const { text, format: formats } = usePage()
  const write = format ?? formats.number
  const counts = countOf(values)
  const columns = [
    { label: valueLabel ?? text('ui.table_value'), cell: ([value]: [number, number]) => write(value) },
    { label: text('ui.table_count'), numeric: true, cell: ([, count]: [number, number]) => formats.number(count) },
  ]
  const middle = median ? medianOf(values) : undefined
  return (
    <ChartFrame id={id} sentence={sentence} table={<Table caption={sentence} captionUnseen columns={columns} rows={counts} />}>
      <div class="dots">
        <DotLine
          counts={counts}
          min={min}
          max={max}
          labelledBy={id}
          write={write}
          middle={middle}
          middleText={middle === undefined ? '' : text('ui.median_is', { value: write(middle) })}
        />
        <p class="dots-ends">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </p>
      </div>
    </ChartFrame>
  )
}

type DotLineProps = {
  counts: [number, number][]
  min: number
  max: number
  labelledBy: string
  write: (value: number) => string
  middle: number | undefined
  middleText: string
}

/** Drawn in shares of the width, so that it fits every page and its letters keep their size. */
function DotLine({ counts, min, max, labelledBy, write, middle, middleText }: DotLineProps) {
  const tallest = Math.max(1, ...counts.map(([, count]) => count))
  const gap = Math.min(18, 180 / tallest)
  const base = tallest * gap + 30
  const at = (value: number) => `${4 + (92 * (value - min)) / (max - min || 1)}%`
  const whole = Number.isInteger(min) && max - min <= 10 ? Array.from({ length: max - min + 1 }, (_, step) => min + step) : [min, max]
  return (
    <svg width="100%" height={base + 26} role="img" aria-labelledby={labelledBy}>
      <line class="axis" x1="1%" x2="99%" y1={base} y2={base} />
      {whole.map((value) => (
        <g key={value}>
          <line class="axis" x1={at(value)} x2={at(value)} y1={base} y2={base + 5} />
          <text class="middle" x={at(value)} y={base + 21}>
            {write(value)}
          </text>
        </g>
      ))}
      {counts.flatMap(([value, count]) =>
        Array.from({ length: count }, (_, height) => (
          <circle class="fill-ink" cx={at(value)} cy={base - gap * (height + 0.6)} r={gap * 0.4} key={`${value}-${height}`} />
        )),
      )}
      {middle !== undefined && (
        <g>
          <line class="centre" x1={at(middle)} x2={at(middle)} y1={20} y2={base + 5} />
          <text
            class={`text-centre halo ${share(middle, min, max) > 0.8 ? 'end' : share(middle, min, max) < 0.2 ? '' : 'middle'}`}
            x={at(middle)}
            y={14}
          >
            {middleText}
          </text>
        </g>
      )}
    </svg>
  )
}

function share(value: number, min: number, max: number) {
  return (value - min) / (max - min || 1)
}

function countOf(values: number[]): [number, number][] {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([a], [b]) => a - b)
}

function medianOf(values: number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}
