import { Button, LinkButton } from '../../../../ui/button.tsx'
import { Select } from '../../../../ui/choices.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { Form } from '../../../../ui/form.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { STATES } from '../../kinds/schema.ts'
import { keptOf } from '../rules.ts'
import type { View } from '../schema.ts'

export type FilterChoices = {
  goals: { value: string; label: string }[]
  years: { value: string; label: string }[]
  units: { value: string; label: string }[]
  people: { value: string; label: string }[]
}

type FiltersProps = {
  action: string
  view: View
  /** Absent while they are folded away: a board of sixty people should not carry all their names unasked. */
  choices?: FilterChoices
  /** For which goal and when the states are told, in words. */
  told: string
}

/** For which goal and year the states are told, and which of them are shown; the choice is an address. */
export function Filters({ action, view, choices, told }: FiltersProps) {
  const { text } = usePage()
  if (choices) return <ChoiceForm action={action} view={view} choices={choices} told={told} />
  return (
    <p class="row no-print" id="choose">
      <span>{told}</span>
      <a class="res-act" href={hrefOf(action, { ...keptOf(view), choose: 'yes' })}>
        <Icon name="filter" /> {text('resources.choose')}
      </a>
      {isFiltered(view) && <a href={hrefOf(action, { goal: view.goal, year: view.year })}>{text('resources.show_all')}</a>}
    </p>
  )
}

/** Whether some resources are left out. */
export function isFiltered(view: View): boolean {
  return Boolean(view.state || view.unit || view.person)
}

function ChoiceForm({ action, view, choices }: Required<FiltersProps>) {
  const { text } = usePage()
  const states = STATES.map((state) => ({ value: state, label: text(`resources.state_${state}`) }))
  return (
    <Form action={action} method="get" kind="line" label={text('resources.filter')} class="no-print" id="choose">
      <Select name="goal" label={text('resources.for_goal')} value={view.goal} options={choices.goals} empty={text('resources.any_goal')} />
      <Select name="year" label={text('resources.in_year')} value={view.year} options={choices.years} empty={text('resources.this_year')} />
      <Select name="state" label={text('resources.state')} value={view.state} options={states} empty={text('resources.any_state')} />
      <Select name="unit" label={text('resources.unit')} value={view.unit} options={choices.units} empty={text('resources.any_unit')} />
      <Select
        name="person"
        label={text('resources.person')}
        value={view.person}
        options={choices.people}
        empty={text('resources.anyone')}
      />
      <Button icon="filter">{text('resources.show')}</Button>
      <LinkButton href={action} kind="quiet">
        {text('resources.show_all')}
      </LinkButton>
    </Form>
  )
}

function hrefOf(action: string, query: Record<string, string | undefined>): string {
  const said = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return `${action}?${new URLSearchParams(said)}#choose`
}
