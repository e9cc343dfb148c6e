import type { Circle } from '../../access/roles.ts'
import type { TextKey } from '../../messages/text.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Choice, Select } from '../../ui/choices.tsx'
import { TextArea, TextField } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormState } from '../../ui/form-context.ts'
import { PageHead } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { urls } from '../../urls.ts'
import { refText } from '../frameworks/rules.ts'
import type { VariableChoices } from '../frameworks/schema.ts'
import { isGoalUnread, variableOf } from './rules.ts'
import { DIRECTIONS, KEPT, KINDS, type Measure } from './schema.ts'

type Named = { id: string; name: string }

export type MeasureFormPageProps = {
  measure?: Measure
  goals: Named[]
  people: Named[]
  variables: VariableChoices[]
  /** What the address chose beforehand. */
  chosen: { goal?: string; variable?: string }
  /** Who could read it, in the words of the place, and why the writer may not choose them. */
  circles: { value: Circle; label: TextKey; whyNot?: TextKey }[]
  whyNotWrite: string | undefined
  form?: FormState
}

/** What a measure is: enough that two people would count the same. */
export function MeasureFormPage({ measure, goals, people, variables, chosen, circles, whyNotWrite, form }: MeasureFormPageProps) {
  const { text, at } = usePage()
  const variable = measure ? variableOf(measure) : undefined
  const action = measure ? at(urls.measure, { measure: measure.id }) : at(urls.measures)
  const back = measure ? action : at(urls.measures)
  return (
    <div class="stack stack-loose">
      <PageHead
        title={measure ? text('measures.edit_title', { name: measure.name }) : text('measures.new_title')}
        lead={measure ? undefined : text('measures.new_lead')}
      />
      <Form action={action} state={form} version={measure?.version}>
        <TextField name="name" label={text('measures.name')} hint={text('measures.name_hint')} value={measure?.name} maxlength={120} />
        {!measure && <KindChoice />}
        <TextField
          name="unitOfMeasure"
          label={text('measures.unit')}
          hint={text('measures.unit_hint')}
          value={measure?.unitOfMeasure}
          width="middle"
          optional
          maxlength={40}
        />
        <Choice
          name="better"
          label={text('measures.better')}
          value={measure?.better}
          line
          options={DIRECTIONS.map((value) => ({ value, label: text(`measures.better_${value}`) }))}
        />
        <TextArea
          name="definition"
          label={text('measures.definition')}
          hint={text('measures.definition_hint')}
          value={measure?.definition}
          maxlength={2000}
        />
        <GoalChoice measure={measure} goals={goals} chosen={chosen.goal} />
        <Select
          name="variable"
          label={text('measures.variable_of')}
          hint={text('measures.variable_hint')}
          value={variable ? refText(variable) : chosen.variable}
          empty={text('measures.no_variable')}
          optional
          options={[]}
          groups={variables}
          width="full"
        />
        <Select
          name="ownerId"
          label={text('measures.owner')}
          hint={text('measures.owner_hint')}
          value={measure?.ownerId}
          empty={text('measures.no_owner')}
          optional
          options={optionsOf(people)}
        />
        <Choice
          name="circle"
          label={text('measures.circle')}
          value={measure?.circle ?? 'school'}
          options={circles.map(({ value, label, whyNot }) => ({
            value,
            label: text(label),
            hint: whyNot && text(whyNot),
            disabled: whyNot !== undefined,
          }))}
        />
        <div class="row-of-acts">
          <Button kind="main" whyNot={whyNotWrite}>
            {text(measure ? 'measures.save' : 'measures.create')}
          </Button>
          <LinkButton kind="quiet" href={back}>
            {text('measures.cancel')}
          </LinkButton>
        </div>
      </Form>
    </div>
  )
}

function KindChoice() {
  const { text } = usePage()
  return (
    <Choice
      name="kind"
      label={text('measures.kind')}
      options={KINDS.map((value) => ({ value, label: text(`measures.kind_${value}`), hint: text(`measures.kind_hint_${value}`) }))}
    />
  )
}

function GoalChoice({ measure, goals, chosen }: { measure?: Measure; goals: Named[]; chosen?: string }) {
  const { text } = usePage()
  const isUnread = measure !== undefined && isGoalUnread(measure, goals)
  const kept = isUnread ? [{ value: KEPT, label: text('measures.goal_unread') }] : []
  return (
    <Select
      name="goalId"
      label={text('measures.goal')}
      value={isUnread ? KEPT : (measure?.goalId ?? chosen)}
      empty={text('measures.no_goal')}
      optional
      options={[...kept, ...optionsOf(goals)]}
      width="full"
    />
  )
}

function optionsOf(named: Named[]) {
  return named.map(({ id, name }) => ({ value: id, label: name }))
}
