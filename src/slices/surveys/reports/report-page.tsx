import { LinkButton } from '../../../ui/button.tsx'
import { Details, PageHead, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { inLanguage } from '../rules.ts'
import type { Scale, Texts } from '../schema.ts'
import { ScaleSection } from './parts/scale-section.tsx'
import { ScalesTogether } from './parts/scales-together.tsx'
import type { Report, Words } from './schema.ts'

export type ReportPageProps = {
  report: Report
  title: Texts
  /** The day on which the survey ended. */
  endedOn: string
  /** How many answered, where that is said and some did not. */
  participation: { answered: number; invited: number } | undefined
  /** Whether the reader may read each answer with its name. */
  named: boolean
  /** All parts of the questionnaire, those for words too. */
  scales: readonly Scale[]
}

/** What can be said of a survey at a place: plain sentences first, everything else opened in its place. */
export function ReportPage({ report, title, endedOn, participation, named, scales }: ReportPageProps) {
  const { text, at, language, format } = usePage()
  const counted = report.stage === 'counted'
  return (
    <div class="stack stack-loose report">
      <PageHead
        title={text('surveys.report_title', { title: inLanguage(title, language) })}
        lead={counted ? text('surveys.report_lead', { place: report.place.name, day: format.date(endedOn) }) : undefined}
      />
      {counted ? (
        <>
          <p class="prose">
            {participation && text('surveys.report_participation', participation)} {text('surveys.report_note')}
          </p>
          <p class="prose soft">
            {text('surveys.report_how_said', { fewest: report.fewest })}
            {report.scales.some(({ places }) => places.length > 0) && ` ${text('surveys.report_places_own')}`}
          </p>
          {named && (
            <p class="prose">
              {text('surveys.report_named')} <a href={at(urls.surveyAnswers, { survey: report.surveyId })}>{text('surveys.rows_open')}</a>
            </p>
          )}
          <Takings surveyId={report.surveyId} />
          {report.scales.map((said) => (
            <ScaleSection said={said} fewest={report.fewest} key={said.scale.key} />
          ))}
          <ScalesTogether together={report.together} />
          <Written words={report.words} scales={scales} />
        </>
      ) : (
        <p>{text(report.stage === 'counting' ? 'surveys.report_counting' : 'surveys.report_open')}</p>
      )}
    </div>
  )
}

/** What helps to read the figures, and the same figures to take along. */
function Takings({ surveyId }: { surveyId: string }) {
  const { text, at } = usePage()
  const survey = { survey: surveyId }
  return (
    <div class="row-of-acts">
      <a href={at(urls.surveyFigures)}>{text('surveys.report_figures')}</a>
      <LinkButton href={at(urls.surveyReportCsv, survey)} icon="download" kind="quiet" download>
        {text('surveys.report_csv')}
      </LinkButton>
      <LinkButton href={at(urls.surveyReportPackage, survey)} icon="download" kind="quiet" download>
        {text('surveys.report_package')}
      </LinkButton>
    </div>
  )
}

/** What people wrote, where ten or more did. */
function Written({ words, scales }: { words: readonly Words[]; scales: readonly Scale[] }) {
  const { text, language } = usePage()
  const questions = scales.filter((scale) => scale.kind === 'text').flatMap((scale) => scale.items)
  if (questions.length === 0) return null
  return (
    <Section title={text('surveys.report_words')}>
      <p class="soft">{text('surveys.report_words_lead')}</p>
      {questions.map(({ key, text: question }) => {
        const bodies = words.find((one) => one.itemKey === key)?.bodies
        if (!bodies) return <p key={key}>{`${inLanguage(question, language)} ${text('surveys.report_words_few')}`}</p>
        return (
          <Details summary={`${inLanguage(question, language)} (${bodies.length})`} key={key}>
            <ul class="report-words">
              {bodies.map((body, at) => (
                <li key={at}>{body}</li>
              ))}
            </ul>
          </Details>
        )
      })}
    </Section>
  )
}
