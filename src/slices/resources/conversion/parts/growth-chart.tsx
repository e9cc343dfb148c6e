import { useId } from 'preact/hooks'
import { ChartFrame } from '../../../../ui/charts/chart-frame.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { Table } from '../../../../ui/table.tsx'
import type { Standing } from '../schema.ts'

const SERIES = [
  { key: 'recognized', dash: undefined },
  { key: 'used', dash: '8 3' },
  { key: 'generated', dash: '2 3' },
] as const

type Key = (typeof SERIES)[number]['key']

const WIDE = { width: 760, height: 280, left: 36, right: 150, top: 14, bottom: 34 }
const NARROW = { width: 344, height: 260, left: 30, right: 96, top: 14, bottom: 34 }
const LEAST_BETWEEN_NAMES = 17

/** Three lines that only rise: what was recognized, what was used, what was generated, month by month. */
export function GrowthChart({ standings }: { standings: Standing[] }) {
  const id = useId()
  const { text, format } = usePage()
  const [first, last] = [standings[0], standings.at(-1)]
  if (!first || !last) return null
  const sentence = text('resources.growth_sentence', {
    more: last.recognized - first.recognized,
    used: last.used - first.used,
    generated: last.generated - first.generated,
  })
  const columns = [
    { label: text('ui.period'), cell: (row: Standing) => format.day(row.on) },
    ...SERIES.map(({ key }) => ({
      label: text(`resources.stage_${key}`),
      numeric: true,
      cell: (row: Standing) => format.number(row[key]),
    })),
  ]
  return (
    <ChartFrame
      id={id}
      sentence={sentence}
      table={<Table caption={sentence} captionUnseen columns={columns} rows={standings} rowKey={(row) => row.on} />}
    >
      <Plot standings={standings} size={WIDE} look="plot-wide" labelledBy={id} />
      <Plot standings={standings} size={NARROW} look="plot-narrow" labelledBy={id} />
    </ChartFrame>
  )
}

type PlotProps = { standings: Standing[]; size: typeof WIDE; look: string; labelledBy: string }

function Plot({ standings, size, look, labelledBy }: PlotProps) {
  const { text, format } = usePage()
  const { width, height, left, right, top, bottom } = size
  const most = Math.max(1, ...standings.flatMap((one) => SERIES.map(({ key }) => one[key])))
  const x = (index: number) => left + (index * (width - left - right)) / Math.max(1, standings.length - 1)
  const y = (value: number) => height - bottom - (value * (height - top - bottom)) / most
  const names = namesApart(standings.at(-1), y)
  const every = Math.ceil(standings.length / (width > 500 ? 12 : 4))
  return (
    <svg class={look} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={labelledBy}>
      {[0, Math.round(most / 2), most].map((tick) => (
        <g key={tick}>
          <line class="grid" x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
          <text class="end" x={left - 8} y={y(tick) + 4}>
            {format.number(tick)}
          </text>
        </g>
      ))}
      {standings.map(
        (one, index) =>
          index % every === 0 && (
            <text class="middle" x={x(index)} y={height - 12} key={one.on}>
              {format.day(one.on)}
            </text>
          ),
      )}
      {SERIES.map(({ key, dash }) => (
        <path
          class="series"
          stroke-dasharray={dash}
          d={standings.map((one, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y(one[key])}`).join('')}
          key={key}
        />
      ))}
      {names.map(({ key, value, at }) => (
        <text class="ink" x={width - right + 8} y={at + 4} key={key}>{`${format.number(value)} ${text(`resources.growth_${key}`)}`}</text>
      ))}
    </svg>
  )
}

/** The name of each line at its end, pushed apart where lines end together. */
function namesApart(last: Standing | undefined, y: (value: number) => number): { key: Key; value: number; at: number }[] {
  const names = SERIES.map(({ key }) => ({ key, value: last?.[key] ?? 0, at: y(last?.[key] ?? 0) })).sort((a, b) => b.at - a.at)
  for (const [index, name] of names.entries()) {
    const below = names[index - 1]
    if (below && below.at - name.at < LEAST_BETWEEN_NAMES) name.at = below.at - LEAST_BETWEEN_NAMES
  }
  return names
}
