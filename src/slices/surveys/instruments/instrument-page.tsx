import { LinkButton } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { DescriptionList } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import { inLanguage } from '../rules.ts'
import { PartPreview } from './parts/part-preview.tsx'
import type { Instrument } from './schema.ts'

/** A questionnaire as people will read it, with what it is for and where it comes from. */
export function InstrumentPage({ instrument, whyNotOpen }: { instrument: Instrument; whyNotOpen: string | undefined }) {
  const { text, at, language } = usePage()
  const ask = (
    <LinkButton kind="main" href={at(urls.surveyNew, { instrument: instrument.id })} whyNot={whyNotOpen}>
      {text('surveys.open_this')}
    </LinkButton>
  )
  return (
    <div class="stack stack-loose">
      <PageHead title={inLanguage(instrument.title, language)} lead={instrument.purpose} action={ask} />
      <DescriptionList facts={useFacts(instrument)} />
      {instrument.scales.map((scale) => (
        <PartPreview scale={scale} scales={instrument.scales} key={scale.key} />
      ))}
      <p class="soft">{text('surveys.validity_note')}</p>
      <a href={at(urls.instrumentXlsform, { instrument: instrument.id })}>{text('surveys.export_xlsform')}</a>
      <a href={at(urls.instrumentAnswers, { instrument: instrument.id })}>{text('surveys.answers_bring')}</a>
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
