import { LinkButton } from '../../../ui/button.tsx'
import { EmptyState, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import type { ReadMeasure } from '../signals/schema.ts'
import { MeasureTable } from './measure-table.tsx'

const MOST_SHOWN = 6

type WatchedProps = {
  goal: { id: string; isClosed: boolean }
  measures: ReadMeasure[]
  whyNotWatch: string | undefined
}

/** What is watched for a goal, on the page of the goal. */
export function Watched({ goal, measures, whyNotWatch }: WatchedProps) {
  const { text, at } = usePage()
  if (measures.length === 0 && goal.isClosed) return null
  const all = <a href={at(urls.measures, {}, { goal: goal.id })}>{text('measures.goal_all', { n: measures.length })}</a>
  return (
    <Section title={text('measures.title')} id="measures" action={measures.length > 0 && all}>
      {measures.length === 0 ? (
        <EmptyState small question={text('measures.goal_empty_question')} example={text('measures.empty_example')}>
          <LinkButton icon="plus" href={at(urls.measureNew, {}, { goal: goal.id })} whyNot={whyNotWatch}>
            {text('measures.add')}
          </LinkButton>
        </EmptyState>
      ) : (
        <MeasureTable measures={measures.slice(0, MOST_SHOWN)} />
      )}
    </Section>
  )
}
