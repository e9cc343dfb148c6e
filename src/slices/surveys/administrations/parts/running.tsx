import { ActionForm, Button, LinkButton } from '../../../../ui/button.tsx'
import { DateField } from '../../../../ui/fields.tsx'
import { Form } from '../../../../ui/form.tsx'
import type { FormState } from '../../../../ui/form-context.ts'
import { Section } from '../../../../ui/page-parts.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'
import type { Survey } from '../schema.ts'

export type RunningProps = {
  survey: Survey
  today: string
  whyNotClose: string | undefined
  whyNotMove: string | undefined
  whyNotCodes: string | undefined
  /** What came back from a refused move of the last day. */
  form?: FormState
}

/** What can be done until the close: codes on paper, a later last day, the close itself. */
export function Running({ survey, whyNotClose, whyNotMove, whyNotCodes, form }: RunningProps) {
  const { text, at } = usePage()
  const of = { survey: survey.id }
  return (
    <>
      <Section title={text('surveys.codes')}>
        <p>{text('surveys.codes_lead')}</p>
        <ActionForm action={at(urls.surveyCodes, of)} label={text('surveys.codes_make')} whyNot={whyNotCodes} />
      </Section>
      <Section title={text('surveys.move')}>
        <Form action={at(urls.surveyExtension, of)} state={form}>
          <DateField name="closesOn" label={text('surveys.move_to')} hint={text('surveys.move_hint')} value={survey.closesOn} />
          <Button whyNot={whyNotMove}>{text('surveys.move_do')}</Button>
        </Form>
      </Section>
      <Section title={text('surveys.close_early')}>
        <p>{text('surveys.close_early_lead')}</p>
        <LinkButton href={at(urls.surveyClosure, of)} whyNot={whyNotClose}>
          {text('surveys.close_look')}
        </LinkButton>
      </Section>
    </>
  )
}
