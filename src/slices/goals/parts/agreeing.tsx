import { Button } from '../../../ui/button.tsx'
import { DateField, TextArea } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import type { Agreement, Goal } from '../schema.ts'

type AgreeingProps = { goal: Goal; consensus: string | undefined; today: string; whyNot: string | undefined; state?: FormState }

/** Adopting the goal: one click where the consensus is written already. */
export function Agreeing({ goal, consensus, today, whyNot, state }: AgreeingProps) {
  const { text, at } = usePage()
  if (whyNot)
    return (
      <Button icon="handshake" whyNot={whyNot}>
        {text('goals.agree')}
      </Button>
    )
  return (
    <Form action={at(urls.goalAgreement, { goal: goal.id })} state={state} id="agreement-form" label={text('goals.agree')}>
      <TextArea
        name="statement"
        label={text('goals.agreement_statement')}
        hint={text('goals.agreement_statement_hint')}
        value={consensus}
        maxlength={4000}
      />
      <DateField name="agreedOn" label={text('goals.agreed_on')} value={today} max={today} />
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
