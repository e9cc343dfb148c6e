import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choices.tsx'
import { DateField, TextArea } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { Details } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { type Closure, type Goal, OUTCOMES } from '../schema.ts'

type ClosingProps = { goal: Goal; today: string; whyNot: string | undefined; state?: FormState }

/** Closing the goal: what came of it, and what the team takes along. */
export function Closing({ goal, today, whyNot, state }: ClosingProps) {
  const { text, at } = usePage()
  if (whyNot)
    return (
      <Button icon="archive" whyNot={whyNot}>
        {text('goals.close')}
      </Button>
    )
  return (
    <Details summary={text('goals.close')} open={state !== undefined}>
      <Form action={at(urls.goalClosure, { goal: goal.id })} state={state} id="closure-form" label={text('goals.close')}>
        <Choice
          name="outcome"
          label={text('goals.outcome')}
          options={OUTCOMES.map((value) => ({ value, label: text(`goals.outcome_${value}`) }))}
        />
        <TextArea name="learned" label={text('goals.learned')} hint={text('goals.learned_hint')} maxlength={4000} />
        <DateField name="closedOn" label={text('goals.closed_on')} value={today} max={today} />
        <Button icon="archive">{text('goals.close')}</Button>
      </Form>
    </Details>
  )
}

export function ClosureText({ closure }: { closure: Closure }) {
  const { text, format } = usePage()
  return (
    <>
      <p>
        <strong>{text(`goals.outcome_${closure.outcome}`)}.</strong>{' '}
        <span class="soft">{text('goals.closed_by', { name: closure.closedBy, date: format.date(closure.closedOn) })}</span>
      </p>
      <blockquote>
        {closure.learned.split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
      </blockquote>
    </>
  )
}
