import { useId } from 'preact/hooks'
import { ChartFrame } from '../../../../ui/charts/chart-frame.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { Table } from '../../../../ui/table.tsx'
import { inLanguage, optionCount } from '../../rules.ts'
import type { Mean, SaidScale } from '../schema.ts'
import { meanInWords } from '../words/rules.ts'

/** The mean on the line from the lowest answer to the highest, with its interval. */
export function MeanLine({ said, mean }: { said: SaidScale; mean: Mean }) {
  const id = useId()
  const { text, format, language } = usePage()
  const { interval } = said
  const most = optionCount(said.scale)
  const told = meanInWords(mean, format.number)
  const value = text(told.key, told.values)
  const range = interval && text('surveys.between', { low: format.number(interval.lower, 2), high: format.number(interval.upper, 2) })
  const sentence = range
    ? text('surveys.report_mean_sentence', { mean: value, most, range })
    : text('surveys.report_mean_alone', { mean: value, most })
  const rows = [
    { term: text('surveys.report_mean'), value },
    { term: text('surveys.report_interval'), value: range ?? text('surveys.report_not_said') },
    { term: text('surveys.people'), value: said.n === null ? text('surveys.report_not_said') : format.number(said.n) },
  ]
  const columns = [
    { label: text('surveys.report_figure'), cell: (row: (typeof rows)[number]) => row.term },
    { label: text('ui.table_value'), cell: (row: (typeof rows)[number]) => row.value },
  ]
  return (
    <ChartFrame
      id={id}
      sentence={sentence}
      table={<Table caption={`${inLanguage(said.scale.name, language)}: ${sentence}`} captionUnseen columns={columns} rows={rows} />}
      isSaid
    >
      <svg width="100%" height="52" role="img" aria-labelledby={id}>
        <ScaleAxis most={most} y={24} />
        {interval && <Span from={interval.lower} to={interval.upper} most={most} y={24} />}
        <MeanMark mean={mean} most={most} y={24} />
      </svg>
    </ChartFrame>
  )
}

/** Where a value lies, in shares of the width: the drawing fits every page and its letters keep their size. */
export function placeOn(value: number, most: number): string {
  return `${4 + (92 * (value - 1)) / (most - 1)}%`
}

export function ScaleAxis({ most, y }: { most: number; y: number }) {
  const { format } = usePage()
  return (
    <g>
      <line class="axis" x1={placeOn(1, most)} x2={placeOn(most, most)} y1={y} y2={y} />
      {Array.from({ length: most }, (_, at) => at + 1).map((value) => (
        <g key={value}>
          <line class="axis" x1={placeOn(value, most)} x2={placeOn(value, most)} y1={y} y2={y + 5} />
          <text class="middle" x={placeOn(value, most)} y={y + 22}>
            {format.number(value)}
          </text>
        </g>
      ))}
    </g>
  )
}

type On = { most: number; y: number }

function Span({ from, to, most, y }: On & { from: number; to: number }) {
  return <line class="report-span" x1={placeOn(from, most)} x2={placeOn(to, most)} y1={y} y2={y} />
}

/** A dot where a value may be said, and a stretch where only its range may. */
export function MeanMark({ mean, most, y }: On & { mean: Mean }) {
  if (mean.value === null) return <line class="report-range" x1={placeOn(mean.least, most)} x2={placeOn(mean.most, most)} y1={y} y2={y} />
  return <circle class="fill-ink report-dot" cx={placeOn(mean.value, most)} cy={y} r="7" />
}
