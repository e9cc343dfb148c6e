import { LinkButton } from '../../../ui/button.tsx'
import { EmptyState, PageHead, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { DescriptionList } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import { refText } from '../../frameworks/rules.ts'
import type { ToldFramework, ToldStep, ToldVariable } from '../../frameworks/schema.ts'
import { MeasureTable } from '../parts/measure-table.tsx'
import type { ReadMeasure } from '../signals/schema.ts'
import { Provenance } from './parts/provenance.tsx'

type VariablePageProps = {
  framework: ToldFramework
  step: ToldStep
  variable: ToldVariable
  measures: ReadMeasure[]
  whyNotWatch: string | undefined
}

/** One variable: what it means, what it leans on, and what the place watches of it. */
export function VariablePage(props: VariablePageProps) {
  const { framework, step, variable, measures } = props
  const { text, at } = usePage()
  const above = (
    <>
      <a href={at(urls.measureVariables)}>{text('measures.variables_tab')}</a> · {framework.title} · {step.title}
    </>
  )
  return (
    <div class="stack stack-loose">
      <PageHead title={variable.title} lead={variable.description} above={above} action={measures.length > 0 && <Watch {...props} />} />
      <div class="aside-right">
        <Section title={text('measures.title')} id="measures">
          {measures.length === 0 ? (
            <EmptyState question={text('measures.variable_empty_question')} example={text('measures.variable_empty_example')}>
              <Watch {...props} />
            </EmptyState>
          ) : (
            <MeasureTable measures={measures} />
          )}
        </Section>
        <aside class="stack stack-loose">
          <Leaning {...props} />
        </aside>
      </div>
    </div>
  )
}

function Watch({ framework, variable, whyNotWatch }: VariablePageProps) {
  const { text, at } = usePage()
  const chosen = refText({ framework: framework.key, variable: variable.key })
  return (
    <LinkButton kind="main" icon="plus" href={at(urls.measureNew, {}, { variable: chosen })} whyNot={whyNotWatch}>
      {text('measures.variable_watch')}
    </LinkButton>
  )
}

function Leaning({ framework, variable }: VariablePageProps) {
  const { text } = usePage()
  const fact = (term: string, keys: string[]) => keys.length > 0 && { term, value: <Others framework={framework} keys={keys} /> }
  return (
    <Section title={text('measures.variable_links')}>
      <DescriptionList
        facts={[
          fact(text('measures.variable_rests_on'), variable.restsOn),
          fact(text('measures.variable_carries'), variable.carries),
          fact(text('measures.variable_together'), variable.together),
        ]}
      />
      <Provenance framework={framework} />
    </Section>
  )
}

function Others({ framework, keys }: { framework: ToldFramework; keys: string[] }) {
  const { at } = usePage()
  const others = framework.steps.flatMap((step) => step.variables).filter(({ key }) => keys.includes(key))
  return (
    <ul class="variable-links">
      {others.map(({ key, title }) => (
        <li key={key}>
          <a href={at(urls.measureVariable, { framework: framework.key, variable: key })}>{title}</a>
        </li>
      ))}
    </ul>
  )
}
