import { Button, LinkButton } from '../../../../ui/button.tsx'
import { Choices, Select } from '../../../../ui/choices.tsx'
import { DateField, NumberField, TextArea, TextField } from '../../../../ui/fields.tsx'
import { Form } from '../../../../ui/form.tsx'
import type { FormState } from '../../../../ui/form-context.ts'
import { Details } from '../../../../ui/page-parts.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'

export type Choice = { value: string; label: string }

export type ActProps = {
  resourceId: string
  today: string
  goals: Choice[]
  people: Choice[]
  state?: FormState
  whyNot?: string
  purpose?: string
}

/** Why, what, how and who: the four dimensions of a context, of which only the first must be said at once. */
export function UseForm({ resourceId, today, goals, people, state, whyNot }: ActProps) {
  const { text, at } = usePage()
  return (
    <Form action={at(urls.resourceUses, { resource: resourceId })} state={state}>
      <TextArea name="purpose" label={text('resources.use_purpose')} hint={text('resources.use_purpose_hint')} rows={2} maxlength={600} />
      <GoalSelect goals={goals} />
      <DateField name="beganOn" label={text('resources.use_began')} value={today} max={today} />
      <PeopleChoices people={people} label={text('resources.use_people')} />
      <Details summary={text('resources.use_more')} open={hasMore(state)}>
        <TextArea name="content" label={text('resources.use_content')} rows={2} maxlength={600} optional />
        <TextArea name="structure" label={text('resources.use_structure')} rows={2} maxlength={600} optional />
        <TextArea name="participants" label={text('resources.use_participants')} rows={2} maxlength={600} optional />
        <TextArea name="whatChanged" label={text('resources.use_changed')} rows={2} maxlength={2000} optional />
        <NumberField name="minutesPerWeek" label={text('resources.use_minutes')} unit={text('resources.minutes_unit')} optional />
      </Details>
      <Acts resourceId={resourceId} label={text('resources.put_to_use')} whyNot={whyNot} />
    </Form>
  )
}

export function RepurposingForm({ resourceId, today, goals, people, state, whyNot, purpose }: ActProps) {
  const { text, at } = usePage()
  return (
    <Form action={at(urls.resourceRepurposings, { resource: resourceId })} state={state}>
      <TextArea name="formerPurpose" label={text('resources.former_purpose')} value={purpose} rows={2} maxlength={600} />
      <TextArea name="newPurpose" label={text('resources.new_purpose')} rows={2} maxlength={600} />
      <NumberField
        name="minutesMoved"
        label={text('resources.minutes_moved')}
        hint={text('resources.minutes_moved_hint')}
        unit={text('resources.minutes_unit')}
        optional
      />
      <GoalSelect goals={goals} />
      <TextArea name="forWhom" label={text('resources.for_whom')} rows={2} maxlength={600} optional />
      <TextArea
        name="hopedFor"
        label={text('resources.hoped_for')}
        hint={text('resources.hoped_for_hint')}
        rows={2}
        maxlength={1000}
        optional
      />
      <TextArea name="reason" label={text('resources.reason')} rows={2} maxlength={1000} />
      <DateField name="occurredOn" label={text('resources.since_when')} value={today} max={today} />
      <PeopleChoices people={people} label={text('resources.use_people')} />
      <Acts resourceId={resourceId} label={text('resources.repurpose')} whyNot={whyNot} />
    </Form>
  )
}

type UseActProps = { resourceId: string; useId: string; today: string; state?: FormState; whyNot?: string }

export function EvidenceForm({ resourceId, useId, today, state, whyNot }: UseActProps) {
  const { text, at } = usePage()
  return (
    <Form action={at(urls.resourceUseEvidence, { resource: resourceId, use: useId })} state={state}>
      <TextArea name="text" label={text('resources.evidence_text')} hint={text('resources.evidence_hint')} rows={3} maxlength={2000} />
      <DateField name="observedOn" label={text('resources.seen_on')} value={today} max={today} />
      <TextField name="link" type="url" label={text('resources.link')} hint={text('resources.link_hint')} optional />
      <Acts resourceId={resourceId} label={text('resources.add_evidence')} whyNot={whyNot} />
    </Form>
  )
}

export function EndingForm({ resourceId, useId, today, state, whyNot }: UseActProps) {
  const { text, at } = usePage()
  return (
    <Form action={at(urls.resourceUseEnd, { resource: resourceId, use: useId })} state={state}>
      <TextArea name="reason" label={text('resources.end_reason')} rows={2} maxlength={1000} />
      <TextArea name="whatChanged" label={text('resources.end_changed')} rows={2} maxlength={2000} optional />
      <DateField name="endedOn" label={text('resources.ended_on')} value={today} max={today} />
      <Acts resourceId={resourceId} label={text('resources.end_use')} whyNot={whyNot} />
    </Form>
  )
}

export function GoalSelect({ goals }: { goals: Choice[] }) {
  const { text } = usePage()
  return (
    <Select
      name="goalId"
      label={text('resources.which_goal')}
      hint={text('resources.which_goal_hint')}
      options={goals}
      empty={text('resources.no_goal_yet')}
      width="full"
      optional
    />
  )
}

export function PeopleChoices({ people, label, values }: { people: Choice[]; label: string; values?: string[] }) {
  const { text } = usePage()
  if (people.length === 0) return null
  return (
    <Details summary={label} open={(values?.length ?? 0) > 0}>
      <Choices name="personIds" label={label} labelUnseen hint={text('resources.people_hint')} options={people} values={values} line />
    </Details>
  )
}

export function Acts({ resourceId, label, whyNot }: { resourceId: string; label: string; whyNot?: string }) {
  const { text, at } = usePage()
  return (
    <div class="row-of-acts">
      <Button kind="main" whyNot={whyNot}>
        {label}
      </Button>
      <LinkButton kind="quiet" href={at(urls.resource, { resource: resourceId })}>
        {text('resources.leave_it')}
      </LinkButton>
    </div>
  )
}

function hasMore(state: FormState | undefined): boolean {
  return ['content', 'structure', 'participants', 'whatChanged', 'minutesPerWeek'].some(
    (name) => state?.values[name] || state?.errors[name],
  )
}
