import { ActionForm, Button } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { TextArea, TextField } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormState } from '../../ui/form-context.ts'
import { EmptyState, PageHead, Section } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { urls } from '../../urls.ts'
import { MeasureTable } from '../measures/parts/measure-table.tsx'
import type { ReadMeasure } from '../measures/signals/schema.ts'
import { whyNotRemoveDriver } from './diagram/rules.ts'
import type { Driver } from './diagram/schema.ts'
import type { Strategy } from './schema.ts'
import type { Named } from './strategy-page.tsx'

export type DriverPageProps = {
  strategy: Strategy
  driver: Driver
  others: Named[]
  measures: Named[]
  /** Its measure with what may be said of it; none where there is none, or where it is out of reach. */
  shownBy: ReadMeasure[]
  whyNotWrite: string | undefined
  forms: { driver?: FormState; idea?: FormState }
}

/** One driver: what it says and why, by what it is measured, and what is tried for it. */
export function DriverPage(props: DriverPageProps) {
  const { strategy, driver, shownBy, whyNotWrite } = props
  const { text, at } = usePage()
  const here = { strategy: strategy.id, driver: driver.id }
  return (
    <div class="stack stack-loose">
      <PageHead
        title={driver.statement}
        above={<a href={at(urls.strategy, { strategy: strategy.id })}>{text('strategy.title')}</a>}
        lead={driver.why}
      />
      {shownBy.length > 0 && (
        <Section title={text('strategy.driver_shown_by')} id="measure">
          <MeasureTable measures={shownBy} />
        </Section>
      )}
      <div class="columns">
        <Ideas {...props} />
        <Section title={text('strategy.driver_itself')}>
          <DriverForm {...props} />
          <MoveDriver {...props} />
          <ActionForm
            action={at(urls.driverRemoval, here)}
            label={text('strategy.remove_driver')}
            icon="trash-2"
            kind="quiet"
            whyNot={whyNotWrite ?? whyNotRemoveDriver(driver)}
          />
        </Section>
      </div>
    </div>
  )
}

function Ideas({ strategy, driver, whyNotWrite, forms }: DriverPageProps) {
  const { text, at } = usePage()
  return (
    <Section title={text('strategy.ideas')}>
      {driver.ideas.length === 0 && (
        <EmptyState small question={text('strategy.no_ideas_question')} example={text('strategy.no_ideas_example')} />
      )}
      {driver.ideas.length > 0 && (
        <ul class="lines">
          {driver.ideas.map((idea) => (
            <li key={idea.id}>
              <a href={at(urls.changeIdea, { strategy: strategy.id, idea: idea.id })}>{idea.statement}</a>
            </li>
          ))}
        </ul>
      )}
      <Form action={at(urls.changeIdeas, { strategy: strategy.id, driver: driver.id })} id="idea" state={forms.idea}>
        <TextField name="statement" label={text('strategy.idea_label')} maxlength={300} />
        <Button kind="main" icon="plus" whyNot={whyNotWrite}>
          {text('strategy.add_idea')}
        </Button>
      </Form>
    </Section>
  )
}

function DriverForm({ strategy, driver, measures, whyNotWrite, forms }: DriverPageProps) {
  const { text, at } = usePage()
  const options = measures.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Form action={at(urls.driver, { strategy: strategy.id, driver: driver.id })} id="driver" state={forms.driver} version={driver.version}>
      <TextField name="statement" label={text('strategy.driver_label')} value={driver.statement} maxlength={200} />
      <TextArea name="why" label={text('strategy.why')} value={driver.why} optional rows={2} />
      <Select
        name="measureId"
        label={text('strategy.driver_measure')}
        value={driver.measureId}
        options={options}
        empty={text('strategy.no_measure_yet')}
        optional
        width="full"
      />
      <a class="small" href={at(urls.measureNew, {}, { goal: strategy.goalId })}>
        {text('strategy.to_measure')}
      </a>
      <Button whyNot={whyNotWrite}>{text('strategy.save')}</Button>
    </Form>
  )
}

function MoveDriver({ strategy, driver, others, whyNotWrite }: DriverPageProps) {
  const { text, at } = usePage()
  if (others.length === 0) return null
  const options = [
    ...others.map(({ id, name }) => ({ value: id, label: text('strategy.before', { name }) })),
    { value: 'end', label: text('strategy.at_the_end') },
  ]
  return (
    <Form action={at(urls.driverMove, { strategy: strategy.id, driver: driver.id })} id="place" kind="line">
      <Select name="before" label={text('strategy.move_to')} options={options} />
      <Button icon="move" whyNot={whyNotWrite}>
        {text('strategy.move')}
      </Button>
    </Form>
  )
}
