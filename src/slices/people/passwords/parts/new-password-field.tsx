import { TextField } from '../../../../ui/fields.tsx'
import { usePage } from '../../../../ui/page-context.tsx'

/** Where a password is chosen; the hint says all of the rules. The unseen field tells a password manager whose it is. */
export function NewPasswordField({ account }: { account: string }) {
  const { text } = usePage()
  return (
    <>
      <input type="email" autocomplete="username" value={account} readonly hidden />
      <TextField
        name="password"
        type="password"
        label={text('people.password_new')}
        hint={text('people.password_hint')}
        autocomplete="new-password"
      />
    </>
  )
}
