import { LinkButton } from '../../../ui/button.tsx'
import { EmptyState, PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { Table } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import { inLanguage } from '../rules.ts'
import { whyNotDownload } from './rules.ts'
import type { ResearchSurvey } from './schema.ts'

/** The confidential surveys whose single answers are entrusted to research. */
export function ResearchPage({ surveys }: { surveys: ResearchSurvey[] }) {
  const { text, language, format } = usePage()
  if (surveys.length === 0)
    return (
      <div class="stack stack-loose">
        <PageHead title={text('surveys.research')} lead={text('surveys.research_lead')} />
        <EmptyState question={text('surveys.research_none')} />
      </div>
    )
  return (
    <div class="stack stack-loose">
      <PageHead title={text('surveys.research')} lead={text('surveys.research_lead')} />
      <Table
        caption={text('surveys.surveys_here')}
        captionUnseen
        stack
        rows={surveys}
        rowKey={(one) => one.id}
        columns={[
          { label: text('surveys.survey'), cell: (one) => inLanguage(one.title, language) },
          { label: text('surveys.asked_by'), cell: (one) => one.askedBy },
          { label: text('surveys.window'), cell: (one) => format.range(one.opensOn, one.closesOn) },
          { label: text('surveys.rows'), cell: (one) => <Files survey={one} /> },
        ]}
      />
    </div>
  )
}

function Files({ survey }: { survey: ResearchSurvey }) {
  const { text, at } = usePage()
  return (
    <div class="row-of-acts">
      <LinkButton size="small" download href={at(urls.researchAnswersCsv, { survey: survey.id })} whyNot={whyNotDownload(survey)}>
        {text('surveys.research_csv')}
      </LinkButton>
      <LinkButton size="small" kind="quiet" download href={at(urls.researchAnswersPackage, { survey: survey.id })}>
        {text('surveys.research_package')}
      </LinkButton>
    </div>
  )
}
