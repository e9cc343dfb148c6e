import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choices.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { LANGUAGES } from '../../../messages/text.ts'

type Props = { tenant: { name: string; timeZone: string; mainLanguage: string; version: number }; form?: FormState }

/** The district itself: its name, its clock, its language. */
export function TenantPage({ tenant, form }: Props) {
  const { text, at } = usePage()
  return (
    <>
      <PageHead title={text('organizations.tenant')} />
      <Form action={at(urls.adminTenant)} version={tenant.version} state={form}>
        <TextField name="name" label={text('organizations.name')} value={tenant.name} />
        <TextField
          name="timeZone"
          label={text('organizations.time_zone')}
          hint={text('organizations.time_zone_hint')}
          value={tenant.timeZone}
          width="middle"
        />
        <Choice
          name="mainLanguage"
          label={text('organizations.main_language')}
          options={LANGUAGES.map((language) => ({ value: language, label: text(`organizations.language_${language}`) }))}
          value={tenant.mainLanguage}
          line
        />
        <Button kind="main">{text('organizations.save')}</Button>
      </Form>
    </>
  )
}
