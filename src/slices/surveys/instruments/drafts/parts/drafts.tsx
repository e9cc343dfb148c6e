import { Section } from '../../../../../ui/page-parts.tsx'
import { usePage } from '../../../../../ui/page-context.tsx'
import { urls } from '../../../../../urls.ts'
import { inLanguage } from '../../../rules.ts'
import type { Draft } from '../schema.ts'

/** Questionnaires that somebody has begun to build here, so that nobody begins anew. */
export function Drafts({ drafts }: { drafts: Draft[] }) {
  const { text, at, language, format } = usePage()
  if (drafts.length === 0) return null
  return (
    <Section title={text('surveys.builder_drafts')}>
      <ul class="lines">
        {drafts.map(({ id, document, changedAt }) => (
          <li key={id}>
            <a href={at(urls.instrumentDraft, { draft: id })}>{inLanguage(document.title, language) || text('surveys.builder_unnamed')}</a>{' '}
            <span class="soft">{text('surveys.builder_changed', { day: format.date(changedAt) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
