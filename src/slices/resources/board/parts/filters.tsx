import { Button, LinkButton } from '../../../../ui/button.tsx'
import { Select } from '../../../../ui/choices.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Details } from '../../../../ui/page-parts.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { type State, STATES } from '../../kinds/schema.ts'

export type FilterChoices = {
  goals: { value: string; label: string }[]
  years: { value: string; label: string }[]
  units: { value: string; label: string }[]
  people: { value: string; label: string }[]
}

type FiltersProps = {
  action: string
  view: { goal?: string; year?: string; state?: State; unit?: string; person?: string }
  choices: FilterChoices
  /** For which goal and when the states are told, in words. */
  told: string
  open?: boolean
}

/** For which goal and year, and which of them: a plain form, so that the choice is an address. */
export function Filters({ action, view, choices, told }: FiltersProps) {
  const { text } = usePage()
  const isFiltered = Boolean(view.state || view.unit || view.person)
  return (
    <div class="no-print">
      <Details summary={told} open={isFiltered}>
        <Form action={action} method="get" kind="line" label={text('resources.filter')}>
          <Select
            name="goal"
            label={text('resources.for_goal')}
            value={view.goal}
            options={choices.goals}
            empty={text('resources.any_goal')}
            optional
          />
          <Select
            name="year"
            label={text('resources.in_year')}
            value={view.year}
            options={choices.years}
            empty={text('resources.this_year')}
            optional
          />
          <Select
            name="state"
            label={text('resources.state')}
            value={view.state}
            options={STATES.map((state) => ({ value: state, label: text(`resources.state_${state}`) }))}
            empty={text('resources.any_state')}
            optional
          />
          <Select
            name="unit"
            label={text('resources.unit')}
            value={view.unit}
            options={choices.units}
            empty={text('resources.any_unit')}
            optional
          />
          <Select
            name="person"
            label={text('resources.person')}
            value={view.person}
            options={choices.people}
            empty={text('resources.anyone')}
            optional
          />
          <Button icon="filter">{text('resources.show')}</Button>
          {(isFiltered || view.goal || view.year) && (
            <LinkButton href={action} kind="quiet">
              {text('resources.show_all')}
            </LinkButton>
          )}
        </Form>
      </Details>
    </div>
  )
}
