import { Button } from '../../../ui/button.tsx'
import { DateField, TextArea } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { Details, Section, Timeline } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { whyNotObserve as whyNotNow } from '../rules.ts'
import type { CyclePageProps } from '../schema.ts'

/** What was seen while it was done, and what surprised. */
export function Observations({ cycle, observations, today, whyNotObserve, forms }: CyclePageProps) {
  const { text, at } = usePage()
  const whyNot = whyNotObserve ?? whyNotNow(cycle)
  const isOver = cycle.studiedOn !== null
  return (
    <Section title={text('cycles.seen')} id="seen">
      {observations.length === 0 && <p class="soft">{text('cycles.nothing_seen')}</p>}
      {observations.length > 0 && <Seen observations={observations} />}
      {!isOver && (
        <Details summary={text('cycles.observe')} open={Boolean(forms.observation) || observations.length === 0}>
          <Form action={at(urls.cycleObservations, { cycle: cycle.id })} id="observation" state={forms.observation}>
            <DateField name="observedOn" label={text('measures.day')} value={today} max={today} />
            <TextArea name="seen" label={text('cycles.what_seen')} hint={text('cycles.what_seen_hint')} />
            <TextArea name="surprise" label={text('cycles.surprise')} optional rows={2} />
            <Button kind="main" whyNot={whyNot}>
              {text('cycles.observe')}
            </Button>
          </Form>
        </Details>
      )}
    </Section>
  )
}

function Seen({ observations }: Pick<CyclePageProps, 'observations'>) {
  const { text, format } = usePage()
  const events = observations.map((one) => ({
    key: one.id,
    when: [format.day(one.observedOn), one.byName].filter(Boolean).join(', '),
    datetime: one.observedOn,
    title: one.seen,
    body: one.surprise && (
      <p>
        <span class="soft">{text('cycles.surprise')}</span> {one.surprise}
      </p>
    ),
  }))
  return <Timeline label={text('cycles.seen')} events={events} />
}
