import { Button, LinkButton } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { DateField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import type { Instrument } from '../instruments/schema.ts'
import { inLanguage } from '../rules.ts'
import { ASKED_ROLES } from './schema.ts'

type OpeningPageProps = { instrument: Instrument; today: string; timeZone: string; whyNot: string | undefined; form?: FormState }

/** Whom to ask, and when. */
export function OpeningPage({ instrument, today, timeZone, whyNot, form }: OpeningPageProps) {
  const { text, at, language } = usePage()
  return (
    <div class="stack stack-loose">
      <PageHead title={text('surveys.open_title', { title: inLanguage(instrument.title, language) })} lead={text('surveys.open_lead')} />
      <Form action={at(urls.surveys)} state={form} fields={{ instrumentId: instrument.id }}>
        <Choices
          name="roles"
          label={text('surveys.roles')}
          hint={text('surveys.roles_hint')}
          values={['teacher', 'teacher_leader', 'staff']}
          options={ASKED_ROLES.map((role) => ({ value: role, label: text(`surveys.role_${role}`) }))}
        />
        <DateField name="opensOn" label={text('surveys.opens_on')} hint={text('surveys.opens_hint', { zone: timeZone })} value={today} />
        <DateField name="closesOn" label={text('surveys.closes_on')} hint={text('surveys.closes_hint')} />
        <p>{text('surveys.mode_anonymous')}</p>
        <div class="row-of-acts">
          <Button kind="main" whyNot={whyNot}>
            {text('surveys.open')}
          </Button>
          <LinkButton kind="quiet" href={at(urls.instrument, { instrument: instrument.id })}>
            {text('surveys.cancel')}
          </LinkButton>
        </div>
      </Form>
    </div>
  )
}
