import { LinkButton } from '../../ui/button.tsx'
import { EmptyState, PageHead, Section } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { Table } from '../../ui/table.tsx'
import { urls } from '../../urls.ts'
import { EvidenceTabs } from '../measures/parts/evidence-tabs.tsx'
import type { Instrument } from './instruments/schema.ts'
import { inLanguage } from './rules.ts'

type SurveysPageProps = { instruments: Instrument[]; whyNotRun: string | undefined }

/** The questionnaires that a place can use. */
export function SurveysPage({ instruments, whyNotRun }: SurveysPageProps) {
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
