import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import type { Agreement, Goal } from '../schema.ts'

type AgreeingProps = { goal: Goal; today: string; whyNot: string | undefined; state?: FormState }

/** Adopting the goal: the consensus is written already, so a day and a click are enough. */
export function Agreeing({ goal, today, whyNot, state }: AgreeingProps) {
  const { text, at } = usePage()
  if (whyNot)
    return (
      <Button icon="handshake" whyNot={whyNot}>
        {text('goals.agree')}
      </Button>
    )
  return (
    <Form action={at(urls.goalAgreement, { goal: goal.id })} state={state} id="agreement-form" label={text('goals.agree')}>
      <DateField name="agreedOn" label={text('goals.agreed_on')} hint={text('goals.agreed_on_hint')} value={today} max={today} />
      <Button kind="main" icon="handshake">
        {text('goals.agree')}
      </Button>
    </Form>
  )
}

export function AgreementText({ agreement }: { agreement: Agreement }) {
  const { text, format } = usePage()
  return (
    <blockquote>
      {agreement.statement.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
      <footer class="soft small">{text('goals.agreed_by', { name: agreement.agreedBy, date: format.date(agreement.agreedOn) })}</footer>
    </blockquote>
  )
}
