import { LinkButton } from '../../../ui/button.tsx'
import { Matrix } from '../../../ui/charts/matrix.tsx'
import { Tag } from '../../../ui/marks.tsx'
import { EmptyState, PageHead, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { Table } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import { KINDS } from '../kinds/schema.ts'
import { Views } from '../parts/views.tsx'
import { emptyKinds } from './rules.ts'
import type { GoalCoverage, PersonLoad, StructureLoad } from './schema.ts'

export type CoveragePageProps = {
  goals: ReadonlyMap<string, string>
  coverage: GoalCoverage[]
  unused: number
  structures: StructureLoad[]
  people: PersonLoad[]
  withCommitments: boolean
  when: string
  year?: string
}

/** What each goal leans on, what it leaves out, and on what too much rests. */
export function CoveragePage(props: CoveragePageProps) {
  const { text } = usePage()
  const { coverage, unused, when, year } = props
  return (
    <>
      <PageHead title={text('resources.coverage_title')} lead={text('resources.coverage_lead', { when })} />
      <Views now="coverage" query={{ year }} />
      {coverage.length === 0 ? <NoGoal /> : <GoalMatrix {...props} />}
      {unused > 0 && <p>{text('resources.coverage_unused', { n: unused })}</p>}
      <Section title={text('resources.overuse_structures')}>
        <StructureTable structures={props.structures} />
      </Section>
      <Section title={text('resources.overuse_people')}>
        <PeopleTable people={props.people} withCommitments={props.withCommitments} />
      </Section>
    </>
  )
}

function NoGoal() {
  const { text, at } = usePage()
  return (
    <EmptyState question={text('resources.coverage_no_goal')} example={text('resources.coverage_no_goal_example')}>
      <LinkButton href={at(urls.goals)} kind="main">
        {text('resources.to_goals')}
      </LinkButton>
    </EmptyState>
  )
}

function GoalMatrix({ coverage, goals, year, when }: CoveragePageProps) {
  const { text, at, format } = usePage()
  const holes = coverage.map((one) => ({ goal: goals.get(one.goalId) ?? '', empty: emptyKinds(one), total: one.total }))
  return (
    <Section title={text('resources.coverage_matrix')}>
      <ul>
        {holes
          .filter((one) => one.empty.length > 0 || one.total === 0)
          .map(({ goal, empty, total }) => (
            <li key={goal}>
              {total === 0
                ? text('resources.leaning_none', { goal })
                : text('resources.coverage_hole', { goal, kinds: format.list(empty.map((kind) => text(`resources.kind_${kind}`))) })}
            </li>
          ))}
      </ul>
      <Matrix
        caption={text('resources.coverage_caption', { when })}
        columns={[...KINDS.map((kind) => text(`resources.kind_${kind}`)), text('resources.brought_forth')]}
        rows={coverage.map((one) => ({
          label: goals.get(one.goalId) ?? '',
          href: at(urls.goal, { goal: one.goalId }),
          cells: [
            ...KINDS.map((kind) => {
              const n = one.serving[kind]
              return {
                level: levelOf(n),
                text: n === 0 ? text('resources.none') : format.number(n),
                href: at(urls.resources, {}, { goal: one.goalId, year }),
                needs: n === 0,
              }
            }),
            { level: 0 as const, text: format.number(one.generated) },
          ],
        }))}
      />
    </Section>
  )
}

function levelOf(n: number): 0 | 1 | 2 | 3 {
  if (n === 0) return 0
  return n >= 5 ? 3 : n >= 2 ? 2 : 1
}

function StructureTable({ structures }: { structures: StructureLoad[] }) {
  const { text, at, format } = usePage()
  return (
    <Table
      caption={text('resources.overuse_structures_caption')}
      rows={structures}
      rowKey={(row) => row.id}
      empty={<p class="soft">{text('resources.overuse_structures_none')}</p>}
      stack
      columns={[
        { label: text('resources.name'), cell: (row) => <a href={at(urls.resource, { resource: row.id })}>{row.name}</a> },
        { label: text('resources.minutes_there_are'), numeric: true, cell: (row) => format.minutes(row.minutesPerWeek) },
        { label: text('resources.minutes_taken'), numeric: true, cell: (row) => format.minutes(row.takenMinutes) },
        {
          label: text('resources.judgement'),
          cell: (row) =>
            row.isOverused ? (
              <Tag kind="needs" icon="triangle-alert">
                {text('resources.over_by', { minutes: format.minutes(row.takenMinutes - row.minutesPerWeek) })}
              </Tag>
            ) : (
              text('resources.fits')
            ),
        },
      ]}
    />
  )
}

function PeopleTable({ people, withCommitments }: { people: PersonLoad[]; withCommitments: boolean }) {
  const { text, format } = usePage()
  return (
    <Table
      caption={text('resources.overuse_people_caption')}
      rows={people}
      rowKey={(row) => row.personId}
      empty={<p class="soft">{text('resources.overuse_people_none')}</p>}
      stack
      columns={[
        { label: text('resources.person'), cell: (row) => row.name },
        { label: text('resources.carries_uses'), cell: (row) => format.list(row.uses) },
        ...(withCommitments
          ? [{ label: text('resources.carries_commitments'), numeric: true, cell: (row: PersonLoad) => format.number(row.commitments) }]
          : []),
        { label: text('resources.carries_all'), numeric: true, cell: (row) => format.number(row.uses.length + row.commitments) },
        {
          label: text('resources.judgement'),
          cell: (row) =>
            row.isOverused ? (
              <Tag kind="needs" icon="triangle-alert">
                {text('resources.too_much')}
              </Tag>
            ) : (
              ''
            ),
        },
      ]}
    />
  )
}
