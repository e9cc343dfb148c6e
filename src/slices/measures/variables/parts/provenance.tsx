import { usePage } from '../../../../ui/page-context.tsx'
import type { ToldFramework } from '../../../frameworks/schema.ts'

/** Whose a framework is, which version this is, and what of it is our reading. */
export function Provenance({ framework }: { framework: Pick<ToldFramework, 'source' | 'linksNote' | 'version' | 'publishedOn'> }) {
  const { text, format } = usePage()
  const { source, linksNote, version, publishedOn } = framework
  return (
    <div class="stack stack-tight soft small prose">
      <p>{linksNote}</p>
      <p>{text('measures.variables_source', { source, version, day: format.date(publishedOn) })}</p>
    </div>
  )
}
