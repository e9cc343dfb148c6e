import { ActionForm } from '../../../ui/button.tsx'
import { PageHead, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { DescriptionList } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import { FEWEST_INVITED } from '../participation/rules.ts'
import { ScaleReport } from '../parts/scale-report.tsx'
import type { ScaleReading } from '../reports/schema.ts'
import { inLanguage } from '../rules.ts'
import type { Survey } from './schema.ts'

export type SurveyPageProps = {
  survey: Survey
  stage: 'ahead' | 'open' | 'closed'
  leads: boolean
  whyNotClose: string | undefined
  whyNotCodes: string | undefined
  /** Nothing before the answers have been counted, and nothing for whoever does not lead the place. */
  readings: ScaleReading[] | undefined
}

/** A survey from the side of those who lead a place that takes part. */
export function SurveyPage({ survey, stage, leads, readings, whyNotClose, whyNotCodes }: SurveyPageProps) {
  const { text, at, language } = usePage()
  return (
    <div class="stack stack-loose">
      <PageHead title={inLanguage(survey.title, language)} lead={text(`surveys.stage_${stage}`)} />
      <DescriptionList facts={useFacts(survey)} />
      <Section title={text('surveys.participation')}>
        <p>{leads ? <Participation survey={survey} /> : text('surveys.figures_for_leaders')}</p>
      </Section>
      {leads && <Report stage={stage} readings={readings} />}
      {stage !== 'closed' && (
        <Section title={text('surveys.running')}>
          <p>{text('surveys.codes_lead')}</p>
          <div class="row-of-acts">
            <ActionForm action={at(urls.surveyCodes, { survey: survey.id })} label={text('surveys.codes_make')} whyNot={whyNotCodes} />
            <ActionForm action={at(urls.surveyClosure, { survey: survey.id })} label={text('surveys.close')} whyNot={whyNotClose} />
          </div>
        </Section>
      )}
    </div>
  )
}

function Report({ stage, readings }: Pick<SurveyPageProps, 'stage' | 'readings'>) {
  const { text } = usePage()
  if (!readings) return <p>{text(stage === 'closed' ? 'surveys.report_counting' : 'surveys.report_open')}</p>
  return (
    <>
      <p class="prose">{text('surveys.report_note')}</p>
      {readings.map((reading) => (
        <ScaleReport reading={reading} key={reading.scale.key} />
      ))}
    </>
  )
}

function useFacts(survey: Survey) {
  const { text, format } = usePage()
  return [
    {
      term: text('surveys.window'),
      value: text('surveys.from_until', { from: format.date(survey.opensOn), until: format.date(survey.closesOn) }),
    },
    { term: text('surveys.roles'), value: format.list(survey.roles.map((role) => text(`surveys.role_${role}`))) },
    { term: text('surveys.mode'), value: text('surveys.mode_anonymous') },
    { term: text('surveys.takes'), value: text('surveys.minutes', { n: survey.minutes }) },
  ]
}

function Participation({ survey }: { survey: Survey }) {
  const { text, format } = usePage()
  const { invited, answered, countedOn } = survey
  if (invited < FEWEST_INVITED) return <>{text('surveys.participation_few')}</>
  if (answered === null || countedOn === null) return <>{text('surveys.participation_tomorrow', { invited })}</>
  return <>{text('surveys.participation_about', { answered, invited, day: format.date(countedOn) })}</>
}
