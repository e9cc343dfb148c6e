import { Sparkline } from '../../../ui/charts/sparkline.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { Table } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import type { ReadMeasure } from '../signals/schema.ts'
import { useFinding, VerdictWord } from './finding.tsx'

/** Measures with their course, the latest value, and what may be said of them. */
export function MeasureTable({ measures }: { measures: ReadMeasure[] }) {
  const { text, at, format } = usePage()
  return (
    <Table
      caption={text('measures.title')}
      captionUnseen
      stack
      roomy
      rows={measures}
      rowKey={({ measure }) => measure.id}
      columns={[
        { label: text('measures.name'), cell: ({ measure }) => <a href={at(urls.measure, { measure: measure.id })}>{measure.name}</a> },
        { label: text('measures.course'), cell: (row) => <Course {...row} /> },
        { label: text('measures.latest'), numeric: true, cell: (row) => <Latest {...row} /> },
        {
          label: text('measures.observed'),
          cell: ({ reading }) => (reading.points.length > 0 ? format.day(reading.points.at(-1)?.observedOn ?? '') : '–'),
        },
        { label: text('measures.what_it_says'), cell: ({ reading }) => <VerdictWord verdict={reading.verdict} /> },
      ]}
    />
  )
}

function Course({ measure, reading }: ReadMeasure) {
  const values = reading.points.flatMap((point) => (point.value === null ? [] : [point.value]))
  return values.length > 1 ? <Sparkline values={values} label={measure.name} /> : <>–</>
}

function Latest({ measure, reading }: ReadMeasure) {
  const { write } = useFinding(measure)
  const value = reading.points.at(-1)?.value
  return <>{value == null ? '–' : write(value)}</>
}
