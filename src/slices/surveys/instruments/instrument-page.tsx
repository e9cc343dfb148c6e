import { ActionForm, LinkButton } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { DescriptionList } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import { inLanguage } from '../rules.ts'
import { PartPreview } from './parts/part-preview.tsx'
import { Versions } from './parts/versions.tsx'
import type { Instrument } from './schema.ts'

type InstrumentPageProps = { instrument: Instrument; versions: Instrument[]; whyNotOpen: string | undefined }

/** A questionnaire as people will read it, with what it is for and where it comes from. */
export function InstrumentPage({ instrument, versions, whyNotOpen }: InstrumentPageProps) {
  const { text, at, language } = usePage()
  const params = { instrument: instrument.id }
  const ask = (
    <LinkButton kind="main" href={at(urls.surveyNew, params)} whyNot={whyNotOpen}>
      {text('surveys.open_this')}
    </LinkButton>
  )
  return (
    <div class="stack stack-loose">
      <PageHead title={inLanguage(instrument.title, language)} lead={inLanguage(instrument.purpose, language)} action={ask} />
      <DescriptionList facts={useFacts(instrument)} />
      <p>
        <a href={at(urls.instrumentReading, params)}>{text('surveys.builder_reading')}</a> ·{' '}
        <a href={at(urls.instrumentValidity, params)}>{text('surveys.validity_read')}</a>
      </p>
      {instrument.scales.map((scale) => (
        <PartPreview scale={scale} scales={instrument.scales} key={scale.key} />
      ))}
      <p class="soft">{text('surveys.validity_note')}</p>
      <Versions versions={versions} id={instrument.id} />
      <div class="row-of-acts">
        <ActionForm action={at(urls.instrumentRevision, params)} label={text('surveys.builder_revise')} whyNot={whyNotOpen} />
        <LinkButton href={at(urls.instrumentAnswers, params)} whyNot={whyNotOpen}>
          {text('surveys.answers_bring')}
        </LinkButton>
        <LinkButton kind="quiet" href={at(urls.instrumentXlsform, params)}>
          {text('surveys.export_xlsform')}
        </LinkButton>
      </div>
    </div>
  )
}

function useFacts(instrument: Instrument) {
  const { text, format } = usePage()
  return [
    { term: text('surveys.takes'), value: text('surveys.minutes', { n: instrument.minutes }) },
    { term: text('surveys.languages'), value: format.list(instrument.languages.map((one) => text(`surveys.language_${one}`))) },
    { term: text('surveys.provenance'), value: text(`surveys.provenance_${instrument.provenance}`) },
    { term: text('surveys.made'), value: format.date(instrument.recordedAt) },
  ]
}
