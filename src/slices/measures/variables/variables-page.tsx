import { PageHead, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import type { ToldFramework } from '../../frameworks/schema.ts'
import { EvidenceTabs } from '../parts/evidence-tabs.tsx'
import type { ReadMeasure } from '../signals/schema.ts'
import { Pathway } from './parts/pathway.tsx'
import { Provenance } from './parts/provenance.tsx'

type VariablesPageProps = { frameworks: ToldFramework[]; measures: ReadMeasure[] }

/** Every framework as a drawing of its steps, with what the place watches of each variable. */
export function VariablesPage({ frameworks, measures }: VariablesPageProps) {
  const { text } = usePage()
  return (
    <div class="stack stack-loose">
      <PageHead title={text('measures.variables_title')} lead={text('measures.variables_lead')} />
      <EvidenceTabs view="variables" variables />
      {frameworks.map((framework) => (
        <Section title={framework.title} id={framework.key} key={framework.key}>
          <p class="prose">{framework.summary}</p>
          <Pathway framework={framework} measures={measures} />
          <Provenance framework={framework} />
        </Section>
      ))}
    </div>
  )
}
