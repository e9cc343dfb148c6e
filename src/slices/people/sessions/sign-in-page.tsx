import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { Banner, PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'

type SignInPageProps = { state?: FormState; next: string; demo: boolean }

export function SignInPage({ state, next, demo }: SignInPageProps) {
  const { text, at } = usePage()
  return (
    <>
      <PageHead title={text('people.sign_in')} lead={text('people.sign_in_lead')} />
      {demo && (
        <Banner
          icon="users"
          action={<a href={at(urls.demoSignIn, {}, { next: next === '/' ? undefined : next })}>{text('people.demo_choose')}</a>}
        >
          {text('people.demo_here')}
        </Banner>
      )}
      <Form action={at(urls.signIn)} state={state} fields={{ next }}>
        <TextField name="email" type="email" label={text('people.email')} autocomplete="username" autofocus={!state} />
        <TextField name="password" type="password" label={text('people.password')} autocomplete="current-password" />
        <Button kind="main">{text('people.sign_in')}</Button>
      </Form>
      <p>
        <a href={at(urls.passwordReset)}>{text('people.forgotten')}</a>
      </p>
      <p class="soft">{text('people.no_sign_up')}</p>
    </>
  )
}
