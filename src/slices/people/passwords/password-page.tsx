import { Button, LinkButton } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { EmptyState } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { MyHead } from '../identities/parts/my-head.tsx'
import { NewPasswordField } from './parts/new-password-field.tsx'

type PasswordPageProps = { me: { name: string; email: string }; hasPassword: boolean; state?: FormState }

export function PasswordPage({ me, hasPassword, state }: PasswordPageProps) {
  const { text, at } = usePage()
  return (
    <>
      <MyHead
        current="password"
        title={text('people.password')}
        lead={hasPassword ? text('people.password_lead') : undefined}
        name={me.email}
      />
      {hasPassword ? (
        <Form action={at(urls.myPassword)} state={state}>
          <TextField name="current" type="password" label={text('people.password_current')} autocomplete="current-password" />
          <NewPasswordField account={me.email} />
          <Button kind="main">{text('people.password_change')}</Button>
        </Form>
      ) : (
        <EmptyState question={text('people.no_password_yet')}>
          <LinkButton href={at(urls.passwordReset)}>{text('people.reset_ask')}</LinkButton>
        </EmptyState>
      )}
    </>
  )
}
