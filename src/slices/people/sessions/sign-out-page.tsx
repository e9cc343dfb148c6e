import { ActionForm } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'

/** For whoever follows a link to it: leaving is an act, so it takes a button. */
export function SignOutPage({ name }: { name: string }) {
  const { text, at } = usePage()
  return (
    <>
      <PageHead title={text('people.sign_out')} lead={text('people.signed_in_as', { name })} />
      <ActionForm action={at(urls.signOut)} label={text('people.sign_out')} icon="log-out" kind="main" />
    </>
  )
}
