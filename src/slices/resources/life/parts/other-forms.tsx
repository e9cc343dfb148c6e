import { Choice, Choices, Select } from '../../../../ui/choices.tsx'
import { DateField, TextArea, TextField } from '../../../../ui/fields.tsx'
import { Form } from '../../../../ui/form.tsx'
import type { FormState } from '../../../../ui/form-context.ts'
import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'
import { KINDS } from '../../kinds/schema.ts'
import { VERDICTS } from '../schema.ts'
import { Acts } from './use-forms.tsx'

type Common = { resourceId: string; today: string; state?: FormState; whyNot?: string }

export function RecognitionForm({ resourceId, today, state, whyNot }: Common) {
  const { text, at } = usePage()
  return (
    <Form action={at(urls.resourceRecognitions, { resource: resourceId })} state={state}>
      <TextArea name="reason" label={text('resources.recognition_reason')} rows={2} maxlength={1000} optional />
      <DateField name="occurredOn" label={text('resources.recognized_on')} value={today} max={today} />
      <Acts resourceId={resourceId} label={text('resources.recognize')} whyNot={whyNot} />
    </Form>
  )
}

export function OutcomeForm({ resourceId, today, state, whyNot, repurposingId }: Common & { repurposingId: string }) {
  const { text, at } = usePage()
  return (
    <Form action={at(urls.resourceRepurposingOutcome, { resource: resourceId, repurposing: repurposingId })} state={state}>
      <Choice
        name="verdict"
        label={text('resources.outcome_question')}
        options={VERDICTS.map((verdict) => ({ value: verdict, label: text(`resources.verdict_${verdict}`) }))}
      />
      <TextArea name="text" label={text('resources.outcome_text')} rows={3} maxlength={2000} />
      <DateField name="observedOn" label={text('resources.seen_on')} value={today} max={today} />
      <Acts resourceId={resourceId} label={text('resources.record_outcome')} whyNot={whyNot} />
    </Form>
  )
}

type GenerationProps = Common & { useId: string; otherUses: { value: string; label: string }[] }

export function GenerationForm({ resourceId, today, state, whyNot, useId, otherUses }: GenerationProps) {
  const { text, at } = usePage()
  return (
    <Form action={at(urls.resourceGenerations, { resource: resourceId, use: useId })} state={state}>
      <TextField name="name" label={text('resources.generated_name')} maxlength={160} />
      <Select
        name="kind"
        label={text('resources.kind')}
        options={KINDS.map((kind) => ({ value: kind, label: text(`resources.kind_${kind}`) }))}
        empty=""
      />
      <TextArea name="description" label={text('resources.description')} rows={2} maxlength={4000} optional />
      <TextArea name="reason" label={text('resources.generated_how')} rows={2} maxlength={1000} optional />
      <DateField name="occurredOn" label={text('resources.since_when')} value={today} max={today} />
      {otherUses.length > 0 && <Choices name="otherUseIds" label={text('resources.generated_also_from')} options={otherUses} optional />}
      <Acts resourceId={resourceId} label={text('resources.generate')} whyNot={whyNot} />
    </Form>
  )
}

export function RetirementForm({ resourceId, today, state, whyNot }: Common) {
  const { text, at } = usePage()
  return (
    <Form action={at(urls.resourceRetirement, { resource: resourceId })} state={state}>
      <TextArea name="reason" label={text('resources.retire_reason')} rows={2} maxlength={1000} />
      <DateField name="retiredOn" label={text('resources.retired_on')} value={today} max={today} />
      <Acts resourceId={resourceId} label={text('resources.retire')} whyNot={whyNot} />
    </Form>
  )
}
