import { LinkButton } from '../../../../ui/button.tsx'
import { Choice } from '../../../../ui/choices.tsx'
import { TextArea } from '../../../../ui/fields.tsx'
import { PageHead, Section } from '../../../../ui/page-parts.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'
import { inLanguage, optionsOf } from '../../rules.ts'
import type { Item, Scale } from '../../schema.ts'
import { AskedOf } from '../parts/asked-of.tsx'
import { minutesOf } from '../rules.ts'
import type { Draft } from './schema.ts'

/** A draft as people will read it, in one of its languages; nothing that is ticked here goes anywhere. */
export function ReadingPage({ draft, language }: { draft: Draft; language: string }) {
  const { text, at } = usePage()
  const { title, purpose, scales, languages } = draft.document
  const others = languages.filter((one) => one !== language)
  const back = <LinkButton href={at(urls.instrumentDraft, { draft: draft.id })}>{text('surveys.builder_back')}</LinkButton>
  return (
    <div class="stack stack-loose">
      <PageHead
        title={<span lang={language}>{inLanguage(title, language)}</span>}
        lead={text('surveys.builder_reading_lead')}
        action={back}
      />
      {others.map((other) => (
        <a href={`${at(urls.instrumentDraftReading, { draft: draft.id })}?lang=${other}`} key={other}>
          {text(`surveys.builder_read_in_${other}`)}
        </a>
      ))}
      <p>
        {text('surveys.builder_counts', { n: scales.flatMap((scale) => scale.items).length, minutes: minutesOf(scales) })} {purpose}
      </p>
      {scales.map((scale) => (
        <Section title={<span lang={language}>{inLanguage(scale.name, language)}</span>} key={scale.key}>
          <AskedOf when={scale.when} scales={scales} />
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
      <AskedOf when={item.when} scales={scales} />
      {scale.kind === 'text' ? (
        <TextArea name={item.key} label={label} maxlength={1000} />
      ) : (
        <Choice name={item.key} label={label} options={options} line />
      )}
    </div>
  )
}
