import { LinkButton } from '../../../../ui/button.tsx'
import { Choice } from '../../../../ui/choices.tsx'
import { TextArea } from '../../../../ui/fields.tsx'
import { PageHead, Section } from '../../../../ui/page-parts.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { inLanguage, optionsOf } from '../../rules.ts'
import type { Item, Scale } from '../../schema.ts'
import { AskedOf } from '../parts/asked-of.tsx'
import { minutesOf } from '../rules.ts'
import type { InstrumentContent } from '../schema.ts'

type ReadingPageProps = {
  content: Pick<InstrumentContent, 'title' | 'purpose' | 'scales' | 'languages'>
  language: string
  /** This page, and the one that it was opened from. */
  here: string
  back: string
}

/** A questionnaire as people will read it, in one of its languages; nothing that is ticked here goes anywhere. */
export function ReadingPage({ content, language, here, back }: ReadingPageProps) {
  const { text } = usePage()
  const { title, purpose, scales, languages } = content
  const others = languages.filter((one) => one !== language)
  return (
    <div class="stack stack-loose">
      <PageHead
        title={<span lang={language}>{inLanguage(title, language)}</span>}
        lead={text('surveys.builder_reading_lead')}
        action={<LinkButton href={back}>{text('surveys.builder_back')}</LinkButton>}
      />
      {others.map((other) => (
        <a href={`${here}?lang=${other}`} key={other}>
          {text(`surveys.builder_read_in_${other}`)}
        </a>
      ))}
      <p>
        {text('surveys.builder_counts', { n: scales.flatMap((scale) => scale.items).length, minutes: minutesOf(scales) })}{' '}
        <span lang={language}>{inLanguage(purpose, language)}</span>
      </p>
      {scales.map((scale) => (
        <Section title={<span lang={language}>{inLanguage(scale.name, language)}</span>} key={scale.key}>
          <AskedOf when={scale.when} part={scale} scales={scales} />
          {scale.items.map((item) => (
            <ReadItem scale={scale} item={item} scales={scales} language={language} key={item.key} />
          ))}
        </Section>
      ))}
    </div>
  )
}

type ReadItemProps = { scale: Scale; item: Item; scales: readonly Scale[]; language: string }

function ReadItem({ scale, item, scales, language }: ReadItemProps) {
  const label = inLanguage(item.text, language)
  const options = optionsOf(scale, language).map((option) => ({ value: String(option.value), label: option.label }))
  return (
    <div lang={language}>
      <AskedOf when={item.when} part={scale} scales={scales} />
      {scale.kind === 'text' ? (
        <TextArea name={item.key} label={label} maxlength={1000} />
      ) : (
        <Choice name={item.key} label={label} options={options} line />
      )}
    </div>
  )
}
