import { Button } from '../../../ui/button.tsx'
import { Choice, Select } from '../../../ui/choices.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { MyHead } from './parts/my-head.tsx'
import { type Belonging, THEMES } from './schema.ts'

// Each language is written in itself: whoever needs the choice may not read the present one.
const LANGUAGE_NAMES = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Español' },
]

type MePageProps = {
  me: { name: string; email: string; language: string | null; theme: string }
  belongings: Belonging[]
  state?: FormState
}

export function MePage({ me, belongings, state }: MePageProps) {
  const { text, at } = usePage()
  return (
    <>
      <MyHead current="me" title={text('people.me')} name={me.email} />
      <Form action={at(urls.me)} state={state}>
        <TextField name="name" label={text('people.name')} hint={text('people.name_hint')} value={me.name} autocomplete="name" />
        <Select
          name="language"
          label={text('people.language')}
          value={me.language}
          options={LANGUAGE_NAMES}
          empty={text('people.language_of_place')}
          optional
        />
        <Choice
          name="theme"
          label={text('people.theme')}
          value={me.theme}
          options={THEMES.map((theme) => ({ value: theme, label: text(`people.theme_${theme}`) }))}
          line
        />
        <Button kind="main">{text('people.save')}</Button>
      </Form>
      <Belongings belongings={belongings} />
    </>
  )
}

function Belongings({ belongings }: { belongings: Belonging[] }) {
  const { text } = usePage()
  return (
    <Section title={text('people.belongings')}>
      {belongings.length === 0 && <p>{text('people.belongings_none')}</p>}
      <ul class="lines">
        {belongings.map((one) => (
          <li key={one.tenantId}>
            <a href={urls.tenant({ tenant: one.tenantSlug })}>{one.tenantName}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
