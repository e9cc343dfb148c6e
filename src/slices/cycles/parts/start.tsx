import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { whyNotStart } from '../rules.ts'
import type { CyclePageProps } from '../schema.ts'

/** Beginning what was planned; without a prediction it says why not. */
export function Start({ cycle, today, whyNotWrite, forms }: CyclePageProps) {
  const { text, at } = usePage()
  return (
    <Section title={text('cycles.start')}>
      <p class="soft">{text('cycles.start_lead')}</p>
      <Form action={at(urls.cycleStart, { cycle: cycle.id })} id="start" kind="line" state={forms.start}>
        <DateField name="startedOn" label={text('cycles.started_on')} value={today} max={today} />
        <Button kind="main" whyNot={whyNotWrite ?? whyNotStart(cycle)}>
          {text('cycles.start')}
        </Button>
      </Form>
    </Section>
  )
}
