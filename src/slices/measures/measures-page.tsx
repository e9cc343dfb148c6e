import { LinkButton } from '../../ui/button.tsx'
import { Sparkline } from '../../ui/charts/sparkline.tsx'
import { EmptyState, PageHead } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { Table } from '../../ui/table.tsx'
import { urls } from '../../urls.ts'
import { OwnScores, type OutsideGlance } from './outside/parts/own-scores.tsx'
import { EvidenceTabs } from './parts/evidence-tabs.tsx'
import { useFinding, VerdictWord } from './parts/finding.tsx'
import type { Measure } from './schema.ts'
import type { Reading } from './signals/schema.ts'

export type ReadMeasure = { measure: Measure; reading: Reading }

type MeasuresPageProps = {
  measures: ReadMeasure[]
  /** Where only the measures of one goal are shown. */
  goal: { id: string; name: string } | undefined
  /** What others compute about the place. */
  outside: OutsideGlance | undefined
  whyNotWrite: string | undefined
}

/** Everything that a place watches over time, each with what may be said of it. */
export function MeasuresPage({ measures, goal, outside, whyNotWrite }: MeasuresPageProps) {
  const { text, at } = usePage()
  const add = !whyNotWrite && (
    <LinkButton kind="main" icon="plus" href={at(urls.measureNew, {}, goal ? { goal: goal.id } : {})}>
      {text('measures.add')}
    </LinkButton>
  )
  return (
    <div class="stack stack-loose">
      <PageHead title={text('measures.title')} lead={text('measures.lead')} action={measures.length > 0 && add} />
      <EvidenceTabs view="measures" />
      {goal && (
        <p>
          {text('measures.of_goal')} <a href={at(urls.goal, { goal: goal.id })}>{goal.name}</a> ·{' '}
          <a href={at(urls.measures)}>{text('measures.all')}</a>
        </p>
      )}
      {measures.length === 0 ? (
        <EmptyState question={text('measures.empty_question')} example={text('measures.empty_example')}>
          {add}
        </EmptyState>
      ) : (
        <MeasureTable measures={measures} />
      )}
      {outside && <OwnScores {...outside} />}
    </div>
  )
}

function MeasureTable({ measures }: { measures: ReadMeasure[] }) {
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
