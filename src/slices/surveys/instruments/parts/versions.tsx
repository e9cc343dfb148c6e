import { Section } from '../../../../ui/page-parts.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'
import { inLanguage } from '../../rules.ts'
import type { Instrument } from '../schema.ts'

/** The versions of a questionnaire, the newest first; the one that is shown is no link. */
export function Versions({ versions, id }: { versions: Instrument[]; id: string }) {
  const { text, at, language, format } = usePage()
  if (versions.length < 2) return null
  return (
    <Section title={text('surveys.builder_versions')}>
      <ol class="lines">
        {versions.map((one) => (
          <li key={one.id}>
            {one.id === id ? (
              <strong aria-current="page">{inLanguage(one.title, language)}</strong>
            ) : (
              <a href={at(urls.instrument, { instrument: one.id })}>{inLanguage(one.title, language)}</a>
            )}{' '}
            <span class="soft">{format.date(one.recordedAt)}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
