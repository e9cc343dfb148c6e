import { LinkButton } from '../../ui/button.tsx'
import { EmptyState, PageHead, Section } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { Table } from '../../ui/table.tsx'
import { urls } from '../../urls.ts'
import { EvidenceTabs } from '../measures/parts/evidence-tabs.tsx'
import { Roles } from './administrations/parts/roles.tsx'
import type { Survey } from './administrations/schema.ts'
import { Drafts } from './instruments/drafts/parts/drafts.tsx'
import type { Draft } from './instruments/drafts/schema.ts'
import type { Instrument } from './instruments/schema.ts'
import { inLanguage } from './rules.ts'

/** What matters first comes first: what runs, what is to come, what is over. */
const STAGES = ['open', 'ahead', 'closed'] as const

type Listed = Pick<Survey, 'id' | 'title' | 'opensOn' | 'closesOn' | 'roles' | 'mode' | 'askedBy'> & { stage: (typeof STAGES)[number] }

type SurveysPageProps = {
  surveys: Listed[]
  instruments: Instrument[]
  drafts: Draft[]
  /** Whether the place has a page of variables. */
  variables: boolean
  whyNotRun: string | undefined
}

/** The surveys in which a place takes part, and the questionnaires that it can use. */
export function SurveysPage({ surveys, instruments, drafts, variables, whyNotRun }: SurveysPageProps) {
  const { text, at } = usePage()
  const add = (
    <LinkButton kind="main" icon="plus" href={at(urls.instrumentNew)} whyNot={whyNotRun}>
      {text('surveys.new')}
    </LinkButton>
  )
  return (
    <div class="stack stack-loose">
      <PageHead title={text('surveys.title')} lead={text('surveys.lead')} action={instruments.length > 0 && add} />
      <EvidenceTabs view="surveys" variables={variables} />
      {surveys.length === 0 && instruments.length > 0 && (
        <EmptyState small question={text('surveys.none_asked')} example={text('surveys.none_asked_how')} />
      )}
      {STAGES.map((stage) => (
        <SurveyTable key={stage} stage={stage} surveys={surveys.filter((one) => one.stage === stage)} />
      ))}
      <Drafts drafts={drafts} />
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

function SurveyTable({ stage, surveys }: { stage: Listed['stage']; surveys: Listed[] }) {
  const { text, at, language, format } = usePage()
  if (surveys.length === 0) return null
  return (
    <Section title={text(`surveys.surveys_${stage}`)}>
      <Table
        caption={text(`surveys.surveys_${stage}`)}
        captionUnseen
        stack
        rows={surveys}
        rowKey={(one) => one.id}
        columns={[
          {
            label: text('surveys.survey'),
            cell: (one) => <a href={at(urls.survey, { survey: one.id })}>{inLanguage(one.title, language)}</a>,
          },
          { label: text('surveys.window'), cell: (one) => format.range(one.opensOn, one.closesOn) },
          { label: text('surveys.roles'), cell: (one) => <Roles roles={one.roles} /> },
          { label: text('surveys.asked_by'), cell: (one) => one.askedBy },
          { label: text('surveys.mode'), cell: (one) => text(`surveys.mode_said_${one.mode}`) },
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
