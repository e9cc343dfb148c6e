import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { Banner, PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'

type Open = { email: string; invitedAt: Date; expiresAt: Date; invitedByName: string }

type InvitePageProps = {
  person: { id: string; name: string; email: string | null }
  open: Open | undefined
  whyNot: string | undefined
  state?: FormState
}

/** For administrators and principals: whom they invite, and whether an invitation is open already. */
export function InvitePage({ person, open, whyNot, state }: InvitePageProps) {
  const { text, at } = usePage()
  return (
    <>
      <PageHead title={text('people.invite_title', { name: person.name })} lead={text('people.invite_lead')} />
      {open && <OpenInvitation open={open} />}
      <Form action={at(urls.adminInvitations, { person: person.id })} state={state}>
        <TextField
          name="email"
          type="email"
          label={text('people.email')}
          hint={text('people.invite_email_hint')}
          value={open?.email ?? person.email}
          autocomplete="off"
        />
        <Button kind="main" icon="send" whyNot={whyNot}>
          {text(open ? 'people.invite_again' : 'people.invite_send')}
        </Button>
      </Form>
    </>
  )
}

function OpenInvitation({ open }: { open: Open }) {
  const { text, format } = usePage()
  const values = { inviter: open.invitedByName, email: open.email, date: format.date(open.invitedAt), until: format.date(open.expiresAt) }
  return <Banner icon="mail">{text('people.invite_open', values)}</Banner>
}
