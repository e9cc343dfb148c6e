import { Button, LinkButton } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { NewPasswordField } from './parts/new-password-field.tsx'
import { RESET_MINUTES } from './schema.ts'

export function AskResetPage({ state }: { state?: FormState }) {
  const { text, at } = usePage()
  return (
    <>
      <PageHead title={text('people.reset_title')} lead={text('people.reset_lead', { minutes: RESET_MINUTES })} />
      <Form action={at(urls.passwordReset)} state={state}>
        <TextField name="email" type="email" label={text('people.email')} autocomplete="username" autofocus={!state} />
        <Button kind="main">{text('people.reset_send')}</Button>
      </Form>
    </>
  )
}

/** The same whether or not the address is known. */
export function ResetAskedPage({ email, demo }: { email: string; demo: boolean }) {
  const { text, at } = usePage()
  return (
    <>
      <PageHead title={text('people.reset_asked_title')} lead={text('people.reset_asked', { email, minutes: RESET_MINUTES })} />
      <p>{text('people.reset_asked_none')}</p>
      {demo && (
        <p>
          <a href={at(urls.demoOutbox)}>{text('people.outbox_look')}</a>
        </p>
      )}
      <LinkButton href={at(urls.signIn)}>{text('people.sign_in')}</LinkButton>
    </>
  )
}

type NewPasswordPageProps = { token: string; person: { name: string; email: string }; state?: FormState }

export function NewPasswordPage({ token, person, state }: NewPasswordPageProps) {
  const { text, at } = usePage()
  return (
    <>
      <PageHead title={text('people.reset_new_title')} lead={text('people.reset_new_lead', { name: person.name })} />
      <Form action={at(urls.newPassword, { token })} state={state}>
        <NewPasswordField account={person.email} />
        <Button kind="main">{text('people.reset_save')}</Button>
      </Form>
    </>
  )
}

export function ResetSpentPage() {
  const { text, at } = usePage()
  return (
    <>
      <PageHead title={text('people.reset_spent_title')} lead={text('people.reset_link_spent')} />
      <LinkButton href={at(urls.passwordReset)} kind="main">
        {text('people.reset_ask')}
      </LinkButton>
    </>
  )
}
