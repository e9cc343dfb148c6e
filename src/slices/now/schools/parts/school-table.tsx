import { usePage } from '../../../../ui/page-context.tsx'
import { Table } from '../../../../ui/table.tsx'
import { urls } from '../../../../urls.ts'
import type { SchoolLine } from '../schema.ts'

/** The schools that somebody supports, a line each. */
export function SchoolTable({ schools }: { schools: SchoolLine[] }) {
  const { text, format, here } = usePage()
  const at = (slug: string) => ({ tenant: here.tenant ?? '', place: slug })
  return (
    <Table
      caption={text('now.schools')}
      captionUnseen
      stack
      columns={[
        { label: text('now.school'), cell: (school) => <a href={urls.now(at(school.slug))}>{school.name}</a>, header: true },
        { label: text('now.goal'), cell: (school) => school.goal ?? <span class="soft">{text('now.no_goal_yet')}</span> },
        {
          label: text('now.in_use'),
          cell: (school) => text('now.in_use_of', { inUse: school.inUse, all: school.resources }),
          numeric: true,
        },
        { label: text('now.last'), cell: (school) => (school.lastOn ? format.relative(school.lastOn) : '') },
      ]}
      rows={schools}
      rowKey={(school) => school.slug}
    />
  )
}
