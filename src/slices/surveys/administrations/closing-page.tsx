import { Button, LinkButton } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { inLanguage } from '../rules.ts'
import type { Survey } from './schema.ts'

type ClosingPageProps = { survey: Survey; whyNot: string | undefined }

/** Asks once more before a survey is closed, and says what the close means: nobody can take it back. */
export function ClosingPage({ survey, whyNot }: ClosingPageProps) {
  const { text, at, language, format } = usePage()
  const page = at(urls.survey, { survey: survey.id })
  return (
    <div class="stack stack-loose">
      <PageHead
        title={text('surveys.closing_title', { title: inLanguage(survey.title, language) })}
        lead={text('surveys.closing_lead', { day: format.date(survey.closesOn) })}
      />
      <ul>
        <li>{text('surveys.closing_no_more')}</li>
        <li>{text(`surveys.closing_${survey.mode}`)}</li>
        <li>{text('surveys.closing_final')}</li>
      </ul>
      <Form action={at(urls.surveyClosure, { survey: survey.id })}>
        <div class="row-of-acts">
          <Button kind="needs" whyNot={whyNot}>
            {text('surveys.close')}
          </Button>
          <LinkButton kind="quiet" href={page}>
            {text('surveys.closing_not')}
          </LinkButton>
        </div>
      </Form>
    </div>
  )
}
