import { PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { Survey } from '../administrations/schema.ts'
import { inLanguage, placesOf } from '../rules.ts'
import { countChoices, wordOf } from './rules.ts'
import type { Chosen, NamedAnswer } from './schema.ts'

type NamedPageProps = { survey: Pick<Survey, 'title' | 'scales'>; answers: NamedAnswer[]; placeName: string }

/** What the people of a place answered in a survey that was named from the beginning. */
export function NamedPage({ survey, answers, placeName }: NamedPageProps) {
  const { text, language } = usePage()
  const questions = placesOf(survey.scales).map((place): Column<NamedAnswer> => ({
    label: `${place.at + 1}. ${inLanguage(place.item.text, language)}`,
    cell: ({ values }) => wordOf(place, values, language) || <span class="soft">{text('surveys.no_answer')}</span>,
  }))
  return (
    <div class="stack stack-loose">
      <PageHead
        title={text('surveys.rows_title', { title: inLanguage(survey.title, language) })}
        lead={text('surveys.rows_lead', { place: placeName })}
      />
      {answers.length > 0 && countChoices(survey.scales, answers, language).map((one) => <ChosenTable {...one} key={one.question} />)}
      <Table
        caption={text('surveys.rows')}
        captionUnseen
        stack
        rows={answers}
        rowKey={(one) => one.id}
        columns={[{ label: text('surveys.person'), cell: ({ name }) => name || text('surveys.person_on_paper') }, ...questions]}
        empty={<p>{text('surveys.rows_none')}</p>}
      />
    </div>
  )
}

function ChosenTable({ question, answers }: Chosen) {
  const { text, format } = usePage()
  return (
    <Table
      caption={question}
      rows={answers}
      rowKey={({ label }) => label}
      columns={[
        { label: text('surveys.report_answer'), cell: ({ label }) => label },
        { label: text('surveys.rows_people'), numeric: true, cell: ({ people }) => format.number(people) },
      ]}
    />
  )
}
