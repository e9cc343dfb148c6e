import { Button, LinkButton } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choices.tsx'
import { DateField, TextArea } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { whyNotDecide } from '../rules.ts'
import { type CyclePageProps, DECISIONS } from '../schema.ts'

/** Adopt, adapt or abandon; and the way into the next cycle. */
export function Deciding(props: CyclePageProps) {
  const { cycle, decision, whyNotWrite } = props
  const { text, at, format } = usePage()
  if (!decision) {
    return (
      <Section title={text('cycles.decide')} id="decision">
        <DecisionForm {...props} />
      </Section>
    )
  }
  return (
    <Section title={text('cycles.decide')} id="decision">
      <p class="lead">
        <strong>{text(`cycles.decision_${decision.decision}`)}.</strong> {decision.reason}
      </p>
      <p class="soft small">{text('cycles.decided_on', { day: format.date(decision.decidedOn), name: decision.byName ?? '–' })}</p>
      {!whyNotWrite && (
        <div>
          <LinkButton
            kind={decision.decision === 'adapt' ? 'main' : 'plain'}
            icon="refresh-cw"
            href={at(urls.cycleNew, {}, { after: cycle.id })}
          >
            {text('cycles.plan_next')}
          </LinkButton>
        </div>
      )}
    </Section>
  )
}

function DecisionForm({ cycle, today, whyNotWrite, forms }: CyclePageProps) {
  const { text, at } = usePage()
  const options = DECISIONS.map((value) => ({
    value,
    label: text(`cycles.decision_${value}`),
    hint: text(`cycles.decision_hint_${value}`),
  }))
  return (
    <Form action={at(urls.cycleDecision, { cycle: cycle.id })} id="decision-form" state={forms.decision}>
      <Choice name="decision" label={text('cycles.decide_label')} options={options} />
      <TextArea name="reason" label={text('cycles.why')} rows={2} />
      <DateField name="decidedOn" label={text('cycles.decided_when')} value={today} max={today} />
      <Button kind="main" whyNot={whyNotWrite ?? whyNotDecide(cycle)}>
        {text('cycles.record_decision')}
      </Button>
    </Form>
  )
}
