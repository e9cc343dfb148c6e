import { Button, LinkButton } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choices.tsx'
import { FileField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { SURVEY_LANGUAGES } from '../schema.ts'

const KINDS = '.xlsx,.json,.lss'

/** Asks for the file of a questionnaire; nothing is made of it before it has been looked at. */
export function BringPage({ whyNot, form }: { whyNot: string | undefined; form?: FormState }) {
  const { text, at, language } = usePage()
  const languages = SURVEY_LANGUAGES.map((value) => ({ value, label: text(`surveys.language_choice_${value}`) }))
  return (
    <div class="stack stack-loose">
      <PageHead title={text('surveys.bring_title')} lead={text('surveys.bring_lead')} />
      <Form action={at(urls.instrumentBringing)} state={form} files>
        <FileField name="file" label={text('surveys.bring_file')} hint={text('surveys.bring_file_hint')} accept={KINDS} />
        <Choice
          name="language"
          label={text('surveys.bring_language')}
          hint={text('surveys.bring_language_hint')}
          options={languages}
          value={language}
          line
        />
        <p class="soft">{text('surveys.bring_rights')}</p>
        <div class="row-of-acts">
          <Button kind="main" whyNot={whyNot}>
            {text('surveys.bring_look')}
          </Button>
          <LinkButton kind="quiet" href={at(urls.surveys)}>
            {text('surveys.cancel')}
          </LinkButton>
        </div>
      </Form>
    </div>
  )
}
