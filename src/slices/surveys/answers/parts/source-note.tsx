import { usePage } from '../../../../ui/page-context.tsx'
import { Banner } from '../../../../ui/page-parts.tsx'
import type { Source } from '../schema.ts'

/** Says that a survey was not asked here. */
export function SourceNote({ source }: { source: Source }) {
  const { text, format } = usePage()
  const { fileName: name, respondents: n, broughtBy: who } = source
  const day = format.date(source.recordedAt)
  return (
    <Banner>
      {who ? text('surveys.answers_source', { name, n, who, day }) : text('surveys.answers_source_program', { name, n, day })}
    </Banner>
  )
}
