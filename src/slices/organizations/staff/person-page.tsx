import { ActionForm, Button, LinkButton } from '../../../ui/button.tsx'
import { Select } from '../../../ui/choices.tsx'
import { DateField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { PageHead, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { Table } from '../../../ui/table.tsx'
import { ROLES } from '../../../access/roles.ts'
import { urls } from '../../../urls.ts'
import type { MembershipRow, StaffMember } from './schema.ts'

type Option = { value: string; label: string }
type Props = { person: StaffMember; units: Option[]; people: Option[]; today: string; form?: FormState }

/** One person as the administrator sees them: roles, who evaluates them, the invitation to sign in. */
export function PersonPage({ person, units, people, today, form }: Props) {
  const { text } = usePage()
  return (
    <>
      <PageHead title={person.name} lead={person.email ?? text('organizations.no_email')} />
      <Section title={text('organizations.roles')}>
        <Memberships person={person} />
        <GrantRole person={person} units={units} today={today} form={form} />
      </Section>
      <Section title={text('organizations.evaluators')}>
        <p class="soft">{text('organizations.evaluators_hint')}</p>
        <Evaluators person={person} people={people} />
      </Section>
      <Section title={text('organizations.signs_in')}>
        <Invite person={person} />
      </Section>
    </>
  )
}

function Memberships({ person }: { person: StaffMember }) {
  const { text, format } = usePage()
  const during = (one: MembershipRow) =>
    one.endsOn ? format.range(one.beginsOn, one.endsOn) : text('organizations.since', { day: format.date(one.beginsOn) })
  return (
    <Table
      caption={text('organizations.roles')}
      captionUnseen
      columns={[
        { label: text('organizations.role'), cell: (one) => text(`organizations.role_${one.role}`), header: true },
        { label: text('organizations.place'), cell: (one) => one.unitName },
        { label: text('organizations.during'), cell: during },
        { label: text('organizations.act'), cell: (one) => <EndRole person={person} membership={one} /> },
      ]}
      rows={person.memberships}
      rowKey={(one) => one.id}
      empty={text('organizations.no_role')}
    />
  )
}

function EndRole({ person, membership }: { person: StaffMember; membership: MembershipRow }) {
  const { text, at } = usePage()
  const whyNot = membership.endsOn ? 'organizations.role_ended_already' : undefined
  return (
    <ActionForm
      action={at(urls.adminMembershipEnd, { person: person.id, membership: membership.id })}
      label={text('organizations.role_end')}
      size="small"
      whyNot={whyNot}
    />
  )
}

function GrantRole({ person, units, today, form }: Pick<Props, 'person' | 'units' | 'today' | 'form'>) {
  const { text, at } = usePage()
  return (
    <Form action={at(urls.adminMemberships, { person: person.id })} state={form} kind="line" id="role">
      <Select
        name="role"
        label={text('organizations.role')}
        options={ROLES.map((role) => ({ value: role, label: text(`organizations.role_${role}`) }))}
      />
      <Select name="unitId" label={text('organizations.place')} options={units} />
      <DateField name="beginsOn" label={text('organizations.from')} value={today} />
      <Button>{text('organizations.role_grant')}</Button>
    </Form>
  )
}

function Evaluators({ person, people }: Pick<Props, 'person' | 'people'>) {
  const { text, at, format } = usePage()
  return (
    <>
      <ul class="lines">
        {person.evaluators.map((one) => (
          <li class="row row-spread" key={one.id}>
            <span>
              {one.name} · {text('organizations.since', { day: format.date(one.beginsOn) })}
            </span>
            <ActionForm
              action={at(urls.adminEvaluatorEnd, { person: person.id, evaluates: one.id })}
              label={text('organizations.evaluator_end')}
              size="small"
            />
          </li>
        ))}
      </ul>
      <Form action={at(urls.adminEvaluators, { person: person.id })} kind="line" id="evaluator">
        <Select name="evaluatorId" label={text('organizations.evaluator')} options={people} />
        <Button>{text('organizations.evaluator_name')}</Button>
      </Form>
    </>
  )
}

function Invite({ person }: Pick<Props, 'person'>) {
  const { text, at } = usePage()
  if (person.signsIn) return <p>{text('organizations.signs_in_already')}</p>
  return <LinkButton href={at(urls.adminInvitations, { person: person.id })}>{text('organizations.invite')}</LinkButton>
}
