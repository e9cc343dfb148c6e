import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/choices.tsx'
import { Form } from '../../../ui/form.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { EmptyState, PageHead, Section } from '../../../ui/page-parts.tsx'
import { Table } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import { leaderField } from './rules.ts'
import type { OfficePerson, SchoolLead } from './schema.ts'

type LeadersPageProps = { schools: SchoolLead[]; office: OfficePerson[] }

/** A roster calls principals administrators, and registrars too: who leads is for a person to say. */
export function LeadersPage({ schools, office }: LeadersPageProps) {
  const { text, at } = usePage()
  const open = schools.filter((school) => school.principals.length === 0)
  const led = schools.filter((school) => school.principals.length > 0)
  return (
    <>
      <PageHead
        title={text('roster.leaders_title')}
        above={<a href={at(urls.roster)}>{text('roster.title')}</a>}
        lead={text('roster.leaders_lead')}
      />
      {open.length > 0 ? <Open schools={open} /> : <EmptyState question={text('roster.all_schools_led')} small />}
      {led.length > 0 && <Led schools={led} />}
      {office.length > 0 && <Office people={office} />}
    </>
  )
}

function Open({ schools }: { schools: SchoolLead[] }) {
  const { text, at } = usePage()
  return (
    <Form action={at(urls.rosterLeaders)}>
      {schools.map((school) => (
        <SchoolField school={school} key={school.schoolId} />
      ))}
      <Button kind="main">{text('roster.leaders_save')}</Button>
    </Form>
  )
}

function SchoolField({ school }: { school: SchoolLead }) {
  const { text } = usePage()
  const options = (isAdministrator: boolean) =>
    school.candidates.filter((one) => one.isAdministrator === isAdministrator).map((one) => ({ value: one.personId, label: one.name }))
  const groups = [
    { label: text('roster.called_administrators'), options: options(true) },
    { label: text('roster.other_staff'), options: options(false) },
  ]
  return (
    <Select
      name={leaderField(school.schoolId)}
      label={text('roster.who_leads', { school: school.name })}
      hint={school.candidates.length === 0 ? text('roster.nobody_there') : undefined}
      options={[]}
      groups={groups.filter((group) => group.options.length > 0)}
      empty={text('roster.not_said_yet')}
      optional
    />
  )
}

function Led({ schools }: { schools: SchoolLead[] }) {
  const { text, format } = usePage()
  const columns = [
    { label: text('roster.school'), cell: (school: SchoolLead) => school.name },
    { label: text('roster.principal'), cell: (school: SchoolLead) => format.list(school.principals) },
  ]
  return (
    <Section title={text('roster.led')}>
      <Table caption={text('roster.led')} captionUnseen rows={schools} rowKey={(school) => school.schoolId} columns={columns} stack />
    </Section>
  )
}

function Office({ people }: { people: OfficePerson[] }) {
  const { text, at } = usePage()
  return (
    <Section title={text('roster.office')}>
      <p class="hint">{text('roster.office_hint')}</p>
      <ul class="columns">
        {people.map((person) => (
          <li key={person.personId}>
            <a href={at(urls.adminPerson, { person: person.personId })}>{person.name}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
