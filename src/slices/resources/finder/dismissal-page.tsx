import { PageHead } from '../../../ui/page-parts.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { usePage } from '../../../ui/page-context.tsx'
import { DismissalForm } from './parts/tray.tsx'

export type DismissalPageProps = { finding: { id: string; sentence: string }; state: FormState }

/** The question again, where the reason was missing. */
export function DismissalPage({ finding, state }: DismissalPageProps) {
  const { text } = usePage()
  return (
    <>
      <PageHead title={text('resources.found_dismiss_title')} />
      <DismissalForm {...finding} state={state} />
    </>
  )
}
