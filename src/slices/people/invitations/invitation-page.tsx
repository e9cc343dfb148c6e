import { ActionForm, Button, LinkButton } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { NewPasswordField } from '../passwords/parts/new-password-field.tsx'
import type { Invitation } from './schema.ts'

type Shown = Pick<Invitation, 'email' | 'tenantName' | 'tenantSlug' | 'personName' | 'invitedByName' | 'expiresAt'>

type InvitationPageProps = {
  token: string
  invitation: Shown
  step: 'accept' | 'other_account' | 'sign_in' | 'newcomer'
  state?: FormState
}

/** Says who invites, as whom and to what, before anything is asked. */
export function InvitationPage({ token, invitation, step, state }: InvitationPageProps) {
  const { text, format } = usePage()
  const { tenantName: tenant, invitedByName: inviter, personName: person, expiresAt } = invitation
  return (
    <>
      <PageHead title={text('people.invitation_title', { tenant })} lead={text('people.invitation_lead', { inviter, person, tenant })} />
      {step === 'accept' && <Accept token={token} email={invitation.email} />}
      {step === 'newcomer' && <Newcomer token={token} invitation={invitation} state={state} />}
      {step === 'sign_in' && <SignInFirst token={token} email={invitation.email} />}
      {step === 'other_account' && <OtherAccount email={invitation.email} />}
      <p class="soft">{text('people.invitation_until', { date: format.date(expiresAt) })}</p>
    </>
  )
}

function Accept({ token, email }: { token: string; email: string }) {
  const { text, at } = usePage()
  return (
    <>
      <p>{text('people.signed_in_as', { name: email })}</p>
      <ActionForm action={at(urls.invitation, { token })} label={text('people.invitation_accept')} kind="main" />
    </>
  )
}

function Newcomer({ token, invitation, state }: { token: string; invitation: Shown; state?: FormState }) {
  const { text, at } = usePage()
  return (
    <Form action={at(urls.invitation, { token })} state={state}>
      <p>{text('people.invitation_newcomer', { email: invitation.email })}</p>
      <TextField
        name="name"
        label={text('people.name')}
        hint={text('people.name_hint')}
        value={invitation.personName}
        autocomplete="name"
      />
      <NewPasswordField account={invitation.email} />
      <Button kind="main">{text('people.invitation_accept')}</Button>
    </Form>
  )
}

function SignInFirst({ token, email }: { token: string; email: string }) {
  const { text, at } = usePage()
  return (
    <>
      <p>{text('people.invitation_sign_in', { email })}</p>
      <LinkButton href={at(urls.signIn, {}, { next: at(urls.invitation, { token }) })} kind="main">
        {text('people.sign_in')}
      </LinkButton>
    </>
  )
}

function OtherAccount({ email }: { email: string }) {
  const { text, at } = usePage()
  return (
    <>
      <p>{text('people.invitation_other_account', { email })}</p>
      <ActionForm action={at(urls.signOut)} label={text('people.sign_out')} icon="log-out" />
    </>
  )
}

export function InvitationOverPage({ reason, tenant }: { reason: string; tenant: string }) {
  const { text, at } = usePage()
  return (
    <>
      <PageHead title={text('people.invitation_over_title')} lead={text(reason, { tenant })} />
      <LinkButton href={at(urls.signIn)} kind="main">
        {text('people.sign_in')}
      </LinkButton>
    </>
  )
}
