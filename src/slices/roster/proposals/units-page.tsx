import { ActionForm } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { usePage } from '../../../ui/page-context.tsx'
import { EmptyState, PageHead, Section } from '../../../ui/page-parts.tsx'
import { Table } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import { gradeKey } from './rules.ts'
import type { ClassNaming, Proposal } from './schema.ts'

type UnitsPageProps = { proposals: Proposal[]; naming: ClassNaming; state?: FormState }

/** Grades and departments that the classes speak of, each taken over by one click. */
export function UnitsPage({ proposals, naming, state }: UnitsPageProps) {
  const { text, at } = usePage()
  const schools = Map.groupBy(proposals, (proposal) => proposal.school)
  return (
    <>
      <PageHead
        title={text('roster.units_title')}
        above={<a href={at(urls.roster)}>{text('roster.title')}</a>}
        lead={text('roster.units_lead')}
      />
      {state && <ErrorSummary errors={state.errors} />}
      {proposals.length === 0 && <Nothing naming={naming} />}
      {[...schools].map(([school, own]) => (
        <Section title={school} action={own.length > 1 && <AcceptAll proposals={own} />} key={school}>
          <ProposalTable school={school} proposals={own} />
        </Section>
      ))}
    </>
  )
}

function Nothing({ naming }: { naming: ClassNaming }) {
  const { text } = usePage()
  return (
    <EmptyState question={text(`roster.proposals_${naming}`)} example={naming === 'named' ? undefined : text('roster.proposals_example')} />
  )
}

function ProposalTable({ school, proposals }: { school: string; proposals: Proposal[] }) {
  const { text, format } = usePage()
  const columns = [
    { label: text('roster.unit'), cell: (proposal: Proposal) => text(gradeKey(proposal), { grade: proposal.value }) },
    { label: text('roster.teachers'), cell: (proposal: Proposal) => format.list(proposal.people.map((person) => person.name)) },
    { label: text('roster.accept'), cell: (proposal: Proposal) => <Accept proposal={proposal} /> },
  ]
  return (
    <Table
      caption={school}
      captionUnseen
      rows={proposals}
      rowKey={(proposal) => `${proposal.kind} ${proposal.value}`}
      columns={columns}
      stack
    />
  )
}

function Accept({ proposal }: { proposal: Proposal }) {
  const { text, at } = usePage()
  const { schoolId, kind, value, people, unitId } = proposal
  const name = text(gradeKey(proposal), { grade: value })
  const label = unitId ? text('roster.add_people_to', { n: people.length, unit: name }) : text('roster.make_unit', { unit: name })
  return <ActionForm action={at(urls.rosterUnits)} fields={{ schoolId, kind, value }} label={label} icon={unitId ? 'user-plus' : 'plus'} />
}

function AcceptAll({ proposals }: { proposals: Proposal[] }) {
  const { text, at } = usePage()
  const [first] = proposals
  const label = text('roster.set_up_all', { n: proposals.length, school: first?.school ?? '' })
  return <ActionForm action={at(urls.rosterUnits)} fields={{ schoolId: first?.schoolId, all: 'yes' }} label={label} size="small" />
}
