import { Button, LinkButton } from '../../../ui/button.tsx'
import { FileField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { usePage } from '../../../ui/page-context.tsx'
import { PageHead } from '../../../ui/page-parts.tsx'
import { urls } from '../../../urls.ts'
import type { Instrument } from '../instruments/schema.ts'
import { inLanguage } from '../rules.ts'

type AnswersPageProps = { instrument: Instrument; whyNot: string | undefined; form?: FormState }

/** Asks for a file of answers; nothing is made of it before it has been looked at. */
export function AnswersPage({ instrument, whyNot, form }: AnswersPageProps) {
  const { text, at, language } = usePage()
  const here = { instrument: instrument.id }
  const title = inLanguage(instrument.title, language)
  return (
    <div class="stack stack-loose">
      <PageHead title={text('surveys.answers_title')} lead={text('surveys.answers_lead', { title })} />
      <Form action={at(urls.instrumentAnswers, here)} state={form} files>
        <FileField name="file" label={text('surveys.bring_file')} hint={text('surveys.answers_file_hint')} accept=".csv,text/csv" />
        <p class="soft">{text('surveys.answers_kept')}</p>
        <div class="row-of-acts">
          <Button kind="main" whyNot={whyNot}>
            {text('surveys.bring_look')}
          </Button>
          <LinkButton kind="quiet" href={at(urls.instrument, here)}>
            {text('surveys.cancel')}
          </LinkButton>
        </div>
      </Form>
    </div>
  )
}
