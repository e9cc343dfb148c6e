import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import type { UnitRow } from './queries.ts'

/** One place, to be renamed. */
export function UnitPage({ unit, form }: { unit: UnitRow; form?: FormState }) {
  const { text, at } = usePage()
  return (
    <>
      <PageHead title={unit.name} lead={text(`organizations.kind_${unit.kind}`)} />
      <Form action={at(urls.adminUnit, { unit: unit.id })} version={unit.version} state={form}>
        <TextField name="name" label={text('organizations.name')} value={unit.name} />
        <TextField name="grade" label={text('organizations.grade')} value={unit.grade ?? ''} width="short" optional />
        <TextField name="subject" label={text('organizations.subject')} value={unit.subject ?? ''} width="middle" optional />
        <Button kind="main">{text('organizations.save')}</Button>
      </Form>
    </>
  )
}
