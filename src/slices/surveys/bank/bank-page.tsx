import { PageHead, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { PartAnswers, PartItems } from '../instruments/parts/part-preview.tsx'
import { inLanguage } from '../rules.ts'
import type { Scale } from '../schema.ts'

/** All scales that come with the program, in full, so that one can choose by what is asked. */
export function BankPage({ bank }: { bank: readonly Scale[] }) {
  const { text, language } = usePage()
  return (
    <div class="stack stack-loose">
      <PageHead title={text('surveys.builder_bank_title')} lead={text('surveys.builder_bank_lead')} />
      <p class="soft prose">{text('surveys.builder_bank_origin')}</p>
      {bank.map((scale) => (
        <Section title={inLanguage(scale.name, language)} id={scale.key} key={scale.key}>
          <p class="soft">{inLanguage(scale.purpose, language)}</p>
          <PartItems scale={scale} scales={bank} />
          <PartAnswers scale={scale} />
        </Section>
      ))}
    </div>
  )
}
