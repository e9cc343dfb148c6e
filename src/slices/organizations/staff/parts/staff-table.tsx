import { Person, Tag } from '../../../../ui/marks.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { Table } from '../../../../ui/table.tsx'
import { urls } from '../../../../urls.ts'
import type { StaffRow } from '../schema.ts'

type Props = { people: StaffRow[]; caption: string; linked: boolean; invites?: boolean }

/** People with their roles; linked where the reader manages them, invited from here where the reader may do that. */
export function StaffTable({ people, caption, linked, invites = false }: Props) {
  const { text, at } = usePage()
  return (
    <Table
      caption={caption}
      captionUnseen
      stack
      columns={[
        {
          label: text('organizations.person'),
          cell: (person) => <Person name={person.name} href={linked ? at(urls.adminPerson, { person: person.id }) : undefined} />,
          header: true,
        },
        { label: text('organizations.roles'), cell: (person) => <Roles roles={person.roles} /> },
        {
          label: text('organizations.signs_in'),
          cell: (person) => <SignsIn person={person} invites={invites} />,
        },
      ]}
      rows={people}
      rowKey={(person) => person.id}
    />
  )
}

function SignsIn({ person, invites }: { person: StaffRow; invites: boolean }) {
  const { text, at } = usePage()
  if (person.signsIn) return <>{text('organizations.signs_in_yes')}</>
  if (!invites) return <>{text('organizations.signs_in_no')}</>
  return <a href={at(urls.adminInvitations, { person: person.id })}>{text('people.invite_title', { name: person.name })}</a>
}

function Roles({ roles }: Pick<StaffRow, 'roles'>) {
  const { text } = usePage()
  return (
    <span class="tags">
      {roles.map(({ role, unitName }) => (
        <Tag key={`${role} ${unitName}`}>
          {text(`organizations.role_${role}`)} · {unitName}
        </Tag>
      ))}
    </span>
  )
}
