import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { EmptyState, PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import type { DemoPerson } from './schema.ts'

/** Whom one can be: a name, a role, and what they come for. */
export function DemoPage({ people, next }: { people: DemoPerson[]; next: string }) {
  const { text } = usePage()
  return (
    <>
      <PageHead title={text('people.demo_title')} lead={text('people.demo_lead')} />
      {people.length === 0 && <EmptyState question={text('people.demo_nobody')} />}
      <ul class="lines">
        {people.map((person) => (
          <li key={person.key}>
            <DemoChoice person={person} next={next} />
          </li>
        ))}
      </ul>
    </>
  )
}

function DemoChoice({ person, next }: { person: DemoPerson; next: string }) {
  const { text, at } = usePage()
  return (
    <div class="row row-spread">
      <div>
        <h2>{person.name}</h2>
        <p class="soft">{text(`people.demo_role_${person.key}`)}</p>
        <p>{text(`people.demo_why_${person.key}`)}</p>
      </div>
      <Form action={at(urls.demoSignIn)} fields={{ person: person.key, next }} kind="bare">
        <Button kind={person.key === 'maria' ? 'main' : 'plain'}>{text('people.demo_be', { name: person.name.split(' ')[0] })}</Button>
      </Form>
    </div>
  )
}
