import { LinkButton } from '../../ui/button.tsx'
import { EmptyState, PageHead } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { urls } from '../../urls.ts'
import { OwnScores, type OutsideGlance } from './outside/parts/own-scores.tsx'
import { EvidenceTabs } from './parts/evidence-tabs.tsx'
import { MeasureTable } from './parts/measure-table.tsx'
import type { ReadMeasure } from './signals/schema.ts'

type MeasuresPageProps = {
  measures: ReadMeasure[]
  /** Where only the measures of one goal are shown. */
  goal: { id: string; name: string } | undefined
  /** Whether the place has a page of the variables that its measures tell about. */
  variables: boolean
  /** What others compute about the place. */
  outside: OutsideGlance | undefined
  whyNotWrite: string | undefined
}

/** Everything that a place watches over time, each with what may be said of it. */
export function MeasuresPage({ measures, goal, variables, outside, whyNotWrite }: MeasuresPageProps) {
  const { text, at } = usePage()
  const add = (
    <LinkButton kind="main" icon="plus" href={at(urls.measureNew, {}, goal ? { goal: goal.id } : {})} whyNot={whyNotWrite}>
      {text('measures.add')}
    </LinkButton>
  )
  return (
    <div class="stack stack-loose">
      <PageHead title={text('measures.title')} lead={text('measures.lead')} action={measures.length > 0 && add} />
      <EvidenceTabs view="measures" variables={variables} />
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
