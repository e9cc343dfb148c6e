import { useId } from 'preact/hooks'
import { usePage } from '../page-context.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { ChartFrame } from './chart-frame.tsx'
import type { LinePoint, Phase, Reference } from './line-model.ts'
import { LinePlot } from './line-plot.tsx'

export type { LinePoint, Phase, Reference } from './line-model.ts'

type LineChartProps = {
  /** What is to be seen. */
  sentence: string
  points: LinePoint[]
  phases?: Phase[]
  target?: Reference
  fromZero?: boolean
  format?: (value: number) => string
  /** The same for the axis, where a unit at every line would be too much. */
  tick?: (value: number) => string
  centreLabel?: string
  lowLabel?: string
  highLabel?: string
  valueLabel?: string
  periodLabel?: string
}

/** Values over time, with their centre, limits, phases, signals and notes, named where they are. */
export function LineChart({ sentence, points, phases = [], target, fromZero = false, format, tick, ...labels }: LineChartProps) {
  const id = useId()
  const page = usePage()
  const write = format ?? page.format.number
  const names = {
    centre: labels.centreLabel ?? page.text('ui.table_centre'),
    low: labels.lowLabel ?? page.text('ui.table_low'),
    high: labels.highLabel ?? page.text('ui.table_high'),
  }
  const plot = { points, phases, target, fromZero, names, write, writeTick: tick ?? write, labelledBy: id }
  const columns = lineColumns({
    points,
    names,
    write,
    value: labels.valueLabel ?? page.text('ui.table_value'),
    period: labels.periodLabel ?? page.text('ui.period'),
    note: page.text('ui.table_note'),
    none: page.text('ui.no_value'),
  })
  return (
    <ChartFrame id={id} sentence={sentence} table={<Table caption={sentence} captionUnseen columns={columns} rows={points} />}>
      <LinePlot {...plot} size="large" />
      <LinePlot {...plot} size="wide" />
      <LinePlot {...plot} size="narrow" />
    </ChartFrame>
  )
}

type ColumnsFor = {
  points: LinePoint[]
  names: { centre: string; low: string; high: string }
  write: (value: number) => string
  value: string
  period: string
  note: string
  none: string
}

/** Only the columns that hold something. */
function lineColumns({ points, names, write, value, period, note, none }: ColumnsFor): Column<LinePoint>[] {
  const written = (number: number | undefined) => (number === undefined ? none : write(number))
  const has = (key: keyof LinePoint) => points.some((point) => point[key] !== undefined)
  const optional = (['centre', 'low', 'high'] as const)
    .filter(has)
    .map((key) => ({ label: names[key], numeric: true, cell: (point: LinePoint) => written(point[key]) }))
  const notes = { label: note, cell: ({ signal, note }: LinePoint) => [signal, note].filter(Boolean).join(' · ') }
  return [
    { label: period, cell: ({ label }) => label },
    {
      label: value,
      numeric: true,
      cell: ({ value, interval }) => (interval ? `${written(value)} (${write(interval[0])} – ${write(interval[1])})` : written(value)),
    },
    ...optional,
    ...(has('signal') || has('note') ? [notes] : []),
  ]
}
