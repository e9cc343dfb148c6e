import { LinkButton } from '../../ui/button.tsx'
import { EmptyState, PageHead, Section } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { Table } from '../../ui/table.tsx'
import { urls } from '../../urls.ts'
import { EvidenceTabs } from '../measures/parts/evidence-tabs.tsx'
import type { Instrument } from './instruments/schema.ts'
import { inLanguage } from './rules.ts'
import type { Texts } from './schema.ts'

type Listed = { id: string; title: Texts; opensOn: string; closesOn: string; stage: 'ahead' | 'open' | 'closed' }

type SurveysPageProps = { surveys: Listed[]; instruments: Instrument[]; whyNotRun: string | undefined }

/** The surveys in which a place takes part, and the questionnaires that it can use. */
export function SurveysPage({ surveys, instruments, whyNotRun }: SurveysPageProps) {
  const { text, at } = usePage()
  const add = (
    <LinkButton kind="main" icon="plus" href={at(urls.instrumentNew)} whyNot={whyNotRun}>
      {text('surveys.new')}
    </LinkButton>
  )
  return (
    <div class="stack stack-loose">
      <PageHead title={text('surveys.title')} lead={text('surveys.lead')} action={instruments.length > 0 && add} />
      <EvidenceTabs view="surveys" />
      {surveys.length > 0 && <SurveyTable surveys={surveys} />}
      {instruments.length === 0 ? (
        <EmptyState question={text('surveys.empty_question')} example={text('surveys.empty_example')}>
          {add}
        </EmptyState>
      ) : (
        <InstrumentTable instruments={instruments} />
      )}
    </div>
  )
}

function SurveyTable({ surveys }: { surveys: Listed[] }) {
  const { text, at, language, format } = usePage()
  return (
    <Section title={text('surveys.surveys_here')}>
      <Table
        caption={text('surveys.surveys_here')}
        captionUnseen
        stack
        rows={surveys}
        rowKey={(one) => one.id}
        columns={[
          {
            label: text('surveys.survey'),
            cell: (one) => <a href={at(urls.survey, { survey: one.id })}>{inLanguage(one.title, language)}</a>,
          },
          {
            label: text('surveys.window'),
            cell: (one) => text('surveys.from_until', { from: format.date(one.opensOn), until: format.date(one.closesOn) }),
          },
          { label: text('surveys.stage'), cell: (one) => text(`surveys.stage_${one.stage}`) },
        ]}
      />
    </Section>
  )
}

function InstrumentTable({ instruments }: { instruments: Instrument[] }) {
  const { text, at, language, format } = usePage()
  return (
    <Section title={text('surveys.instruments')}>
      <Table
        caption={text('surveys.instruments')}
        captionUnseen
        stack
        rows={instruments}
        rowKey={(one) => one.id}
        columns={[
          {
            label: text('surveys.instrument'),
            cell: (one) => <a href={at(urls.instrument, { instrument: one.id })}>{inLanguage(one.title, language)}</a>,
          },
          { label: text('surveys.takes'), cell: (one) => text('surveys.minutes', { n: one.minutes }) },
          { label: text('surveys.made'), cell: (one) => format.date(one.recordedAt) },
        ]}
      />
    </Section>
  )
}
