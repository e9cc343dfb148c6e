import { Section } from '../../../../ui/page-parts.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { inLanguage, optionsOf } from '../../rules.ts'
import type { Scale } from '../../schema.ts'
import { AskedOf } from './asked-of.tsx'

type PartPreviewProps = { scale: Scale; scales: readonly Scale[] }

/** A part of a questionnaire, as those who made it see it: its questions, their answers, and of whom it is asked. */
export function PartPreview({ scale, scales }: PartPreviewProps) {
  const { language } = usePage()
  const purpose = inLanguage(scale.purpose, language)
  return (
    <Section title={inLanguage(scale.name, language)}>
      {purpose && <p class="soft">{purpose}</p>}
      <AskedOf when={scale.when} part={scale} scales={scales} />
      <PartItems scale={scale} scales={scales} />
      <PartAnswers scale={scale} />
    </Section>
  )
}

export function PartItems({ scale, scales }: PartPreviewProps) {
  const { text, language } = usePage()
  return (
    <ol>
      {scale.items.map((item) => (
        <li key={item.key}>
          {inLanguage(item.text, language)} {item.reversed && <span class="soft">{text('surveys.reversed')}</span>}
          <AskedOf when={item.when} part={scale} scales={scales} />
        </li>
      ))}
    </ol>
  )
}

/** What can be answered: words, or the answers in their order. */
export function PartAnswers({ scale }: { scale: Scale }) {
  const { text, language } = usePage()
  const options = optionsOf(scale, language).map(({ label }) => label)
  return <p class="small">{scale.kind === 'text' ? text('surveys.bring_in_words') : options.join(' · ')}</p>
}
