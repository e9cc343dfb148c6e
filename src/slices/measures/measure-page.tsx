import type { TextKey } from '../../messages/text.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState, PageHead, Section } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { DescriptionList } from '../../ui/table.tsx'
import { urls } from '../../urls.ts'
import type { VariableRef } from '../frameworks/schema.ts'
import { ChartChoice } from './parts/chart-choice.tsx'
import { VerdictWord } from './parts/finding.tsx'
import { MeasureChart } from './parts/measure-chart.tsx'
import { PhasesAndNotes, type PhaseForms } from './parts/phases-and-notes.tsx'
import { PointForms, PointTable, type PointEntry } from './parts/points.tsx'
import type { Measure, MeasureNote, MeasurePhase, MeasurePoint } from './schema.ts'
import type { Reading, Series } from './signals/schema.ts'

export type MeasurePageProps = {
  measure: Measure
  goal: { id: string; name: string } | undefined
  variable: (VariableRef & { title: string }) | undefined
  /** Who can read it, in the words of the place. */
  readBy: TextKey
  series: Series
  reading: Reading
  points: MeasurePoint[]
  phases: MeasurePhase[]
  notes: MeasureNote[]
  today: string
  whyNotWrite: string | undefined
  entry: PointEntry & PhaseForms
}

/** One measure: what may be said of it, its chart, its points, and what it means. */
export function MeasurePage(props: MeasurePageProps) {
  const { measure, points, whyNotWrite, entry } = props
  const { text, at } = usePage()
  const edit = !whyNotWrite && (
    <LinkButton icon="pencil" href={at(urls.measureEdit, { measure: measure.id })}>
      {text('measures.edit')}
    </LinkButton>
  )
  return (
    <div class="stack stack-loose">
      <PageHead title={measure.name} above={<Above {...props} />} action={edit} />
      <div class="aside-right">
        <div class="stack stack-loose">
          <Chart {...props} />
          <Section title={text('measures.add_points')} id="points">
            {whyNotWrite ? (
              <p class="soft">{text('access.not_for_your_role')}</p>
            ) : (
              <PointForms measure={measure} today={props.today} entry={entry} />
            )}
          </Section>
          {points.length > 0 && <PointTable measure={measure} points={points} whyNotWrite={whyNotWrite} />}
        </div>
        <aside class="stack stack-loose">
          <Meaning {...props} />
          <PhasesAndNotes measure={measure} phases={props.phases} notes={props.notes} whyNotWrite={whyNotWrite} forms={entry} />
        </aside>
      </div>
    </div>
  )
}

function Above({ goal }: MeasurePageProps) {
  const { text, at } = usePage()
  return (
    <>
      <a href={at(urls.measures)}>{text('measures.title')}</a>
      {goal && (
        <>
          {' · '}
          <a href={at(urls.goal, { goal: goal.id })}>{goal.name}</a>
        </>
      )}
    </>
  )
}

function Chart({ measure, series, reading, notes }: MeasurePageProps) {
  const { text } = usePage()
  if (reading.points.length === 0)
    return <EmptyState question={text('measures.no_points_question')} example={text('measures.no_points_example')} />
  return (
    <div class="stack">
      <MeasureChart measure={measure} reading={reading} notes={notes} />
      <ChartChoice measureId={measure.id} series={series} reading={reading} />
    </div>
  )
}

function Meaning({ measure, variable, readBy, reading, points }: MeasurePageProps) {
  const { text, at } = usePage()
  return (
    <Section title={text('measures.about')}>
      <DescriptionList
        facts={[
          { term: text('measures.what_it_says'), value: <VerdictWord verdict={reading.verdict} /> },
          { term: text('measures.definition'), value: measure.definition },
          variable && { term: text('measures.variable'), value: <a href={at(urls.measureVariable, variable)}>{variable.title}</a> },
          { term: text('measures.kind'), value: text(`measures.kind_${measure.kind}`) },
          { term: text('measures.better'), value: text(`measures.better_${measure.better}`) },
          { term: text('measures.owner'), value: measure.ownerName },
          { term: text('measures.points'), value: points.length },
          { term: text('measures.circle'), value: text(readBy) },
        ]}
      />
    </Section>
  )
}
