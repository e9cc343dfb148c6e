import { LinkButton } from '../../../ui/button.tsx'
import { PageHead, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { DescriptionList } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import { SourceNote } from '../answers/parts/source-note.tsx'
import type { Source } from '../answers/schema.ts'
import type { PartShown } from '../participation/schema.ts'
import { Readings } from '../rows/parts/readings.tsx'
import type { Reading } from '../rows/schema.ts'
import { inLanguage } from '../rules.ts'
import { Participation } from './parts/participation.tsx'
import { Roles } from './parts/roles.tsx'
import { Running, type RunningProps } from './parts/running.tsx'
import type { Survey } from './schema.ts'

export type SurveyPageProps = RunningProps & {
  stage: 'ahead' | 'open' | 'closed'
  /** The day of the close, where it is. */
  closedOn: string | undefined
  leads: boolean
  /** The schools of the survey, for those who lead the place that asks. */
  parts: PartShown[]
  /** Who has read single answers; there are none in an anonymous survey. */
  reads: Reading[] | undefined
  whyNotAnswers: string | undefined
  /** Where the answers come from, if they were not asked here. */
  source: Source | undefined
}

/** A survey from the side of those who lead a place that takes part. */
export function SurveyPage({ survey, stage, closedOn, leads, parts, reads, whyNotAnswers, source, ...running }: SurveyPageProps) {
  const { text, language, format } = usePage()
  const window = format.range(survey.opensOn, closedOn ?? survey.closesOn)
  const facts = useFacts(survey, running.today, closedOn)
  return (
    <div class="stack stack-loose">
      <PageHead title={inLanguage(survey.title, language)} lead={`${text(`surveys.stage_${stage}`)}, ${window}`} />
      {stage === 'open' && !leads && <p>{text('surveys.how_to_answer')}</p>}
      {leads && stage === 'closed' && <Results survey={survey} stage={stage} />}
      {source ? <SourceNote source={source} /> : <Participation survey={survey} leads={leads} parts={parts} />}
      {leads && stage !== 'closed' && <Results survey={survey} stage={stage} />}
      {reads && <Readings survey={survey} readings={reads} whyNot={whyNotAnswers} />}
      {stage !== 'closed' && <Running survey={survey} {...running} />}
      <Section title={text('surveys.how_asked')}>
        <DescriptionList facts={facts} />
      </Section>
    </div>
  )
}

/** Results have a page of their own, once they have been counted. */
function Results({ survey, stage }: Pick<SurveyPageProps, 'survey' | 'stage'>) {
  const { text, at } = usePage()
  const waits = stage === 'closed' ? 'surveys.report_counting' : 'surveys.report_open'
  return (
    <Section title={text('surveys.results')}>
      {survey.foldedAt ? (
        <div class="row-of-acts">
          <LinkButton kind="main" href={at(urls.surveyReport, { survey: survey.id })}>
            {text('surveys.results_read')}
          </LinkButton>
          <LinkButton icon="chart-line" href={at(urls.surveyWatching, { survey: survey.id })}>
            {text('surveys.watch_title')}
          </LinkButton>
        </div>
      ) : (
        <p>{text(waits)}</p>
      )}
    </Section>
  )
}

function useFacts(survey: Survey, today: string, closedOn: string | undefined) {
  const { text, format, at, language } = usePage()
  const questionnaire = <a href={at(urls.instrument, { instrument: survey.instrumentId })}>{inLanguage(survey.title, language)}</a>
  return [
    {
      term: text('surveys.window'),
      value: text('surveys.from_until', { from: format.date(survey.opensOn), until: format.date(survey.closesOn) }),
    },
    { term: text('surveys.closed_on'), value: closedOn && format.date(closedOn) },
    { term: text('surveys.asked_by'), value: survey.askedBy },
    { term: text('surveys.roles'), value: <Roles roles={survey.roles} /> },
    { term: text('surveys.mode'), value: `${text(`surveys.mode_said_${survey.mode}`)}: ${text(`surveys.mode_means_${survey.mode}`)}` },
    { term: text('surveys.reminders'), value: <Reminders survey={survey} today={today} closedOn={closedOn} /> },
    { term: text('surveys.languages'), value: format.list(survey.languages.map((one) => text(`surveys.language_${one}`))) },
    { term: text('surveys.fewest'), value: text('surveys.fewest_people', { n: survey.fewest }) },
    { term: text('surveys.questionnaire'), value: questionnaire },
    { term: text('surveys.takes'), value: text('surveys.minutes', { n: survey.minutes }) },
  ]
}

/** When reminders leave or left. How many did would say to the person how many have not answered. */
function Reminders({ survey, today, closedOn }: { survey: Survey; today: string; closedOn: string | undefined }) {
  const { text, format } = usePage()
  if (survey.reminders.length === 0) return <>{text('surveys.remind_none')}</>
  const said = survey.reminders.map((day) => {
    const stage = closedOn && day > closedOn ? 'dropped' : day <= today ? 'sent' : 'planned'
    return text(`surveys.reminder_${stage}`, { day: format.day(day) })
  })
  return <>{format.list(said)}</>
}
