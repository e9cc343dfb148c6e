import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { EmptyState, PageHead, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { StaffTable } from './parts/staff-table.tsx'
import type { StaffRow } from './schema.ts'

type Props = { title: string; lead: string; people: StaffRow[]; words?: string; manages: boolean; invites?: boolean; form?: FormState }

/** Who works here, and as what. */
export function StaffPage({ title, lead, people, words, manages, invites, form }: Props) {
  const { text } = usePage()
  return (
    <>
      <PageHead title={title} lead={lead} />
      {manages && <Find words={words} />}
      {people.length === 0 ? (
        <EmptyState question={text('organizations.staff_empty')} />
      ) : (
        <StaffTable people={people} linked={manages} invites={invites} caption={title} />
      )}
      {manages && <AddPerson form={form} />}
    </>
  )
}

function Find({ words }: { words: string | undefined }) {
  const { text, at } = usePage()
  return (
    <Form action={at(urls.adminPeople)} method="get" kind="line" id="find">
      <TextField name="q" label={text('organizations.find_person')} value={words} optional />
      <Button>{text('organizations.find')}</Button>
    </Form>
  )
}

function AddPerson({ form }: { form: FormState | undefined }) {
  const { text, at } = usePage()
  return (
    <Section title={text('organizations.person_add')}>
      <Form action={at(urls.adminPeople)} state={form} id="add">
        <TextField name="givenName" label={text('organizations.given_name')} />
        <TextField name="familyName" label={text('organizations.family_name')} optional />
        <TextField name="email" type="email" label={text('organizations.email')} hint={text('organizations.email_hint')} optional />
        <Button kind="main">{text('organizations.person_add')}</Button>
      </Form>
    </Section>
  )
}
