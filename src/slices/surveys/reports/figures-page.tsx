import { PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'

/** The figures of a report, in the order in which they stand there. */
const FIGURES = [
  'few',
  'distribution',
  'mean',
  'interval',
  'complete',
  'alpha',
  'omega',
  'icc1',
  'icc2',
  'rwg',
  'raw',
  'shrunken',
  'weight',
  'change',
  'mdc',
  'groups',
  'together',
  'words',
] as const

/** What each figure of a report means, in two sentences for somebody with a school to run. */
export function FiguresPage() {
  const { text } = usePage()
  return (
    <div class="stack stack-loose">
      <PageHead title={text('surveys.explain_title')} lead={text('surveys.explain_lead')} />
      {FIGURES.map((figure) => (
        <section class="prose" id={figure} key={figure}>
          <h2>{text(`surveys.explain_${figure}`)}</h2>
          <p>{text(`surveys.explain_${figure}_means`)}</p>
        </section>
      ))}
    </div>
  )
}
