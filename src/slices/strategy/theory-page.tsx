import { PageHead } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import type { FormState } from '../../ui/form-context.ts'
import { urls } from '../../urls.ts'
import { TheoryForm } from './parts/theory-form.tsx'
import type { Strategy } from './schema.ts'

type TheoryPageProps = { strategy: Strategy; whyNotWrite: string | undefined; form: FormState | undefined }

/** Saying the theory of action in other words, without drawing a new strategy. */
export function TheoryPage({ strategy, whyNotWrite, form }: TheoryPageProps) {
  const { text, at } = usePage()
  const back = at(urls.strategy, { strategy: strategy.id })
  return (
    <div class="stack stack-loose">
      <PageHead title={text('strategy.edit_theory')} lead={text('strategy.edit_theory_lead')} />
      <TheoryForm action={back} before={strategy} changing back={back} whyNot={whyNotWrite} form={form} />
    </div>
  )
}
