import { Section } from '../../../../ui/page-parts.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { Table } from '../../../../ui/table.tsx'
import { urls } from '../../../../urls.ts'
import { KINDS } from '../../kinds/schema.ts'
import type { SchoolRow } from '../rules.ts'

/** What the schools below have and share with the district: counts, and the way to each board. */
export function SchoolsTable({ schools }: { schools: SchoolRow[] }) {
  const { text, format, here } = usePage()
  if (schools.length === 0) return null
  const columns = [
    {
      label: text('resources.school'),
      cell: (row: SchoolRow) => <a href={urls.resources({ tenant: here.tenant ?? '', place: row.slug })}>{row.name}</a>,
    },
    ...KINDS.map((kind) => ({
      label: text(`resources.kind_${kind}`),
      numeric: true,
      cell: (row: SchoolRow) => format.number(row.counts[kind]),
    })),
    { label: text('resources.all_kinds'), numeric: true, cell: (row: SchoolRow) => format.number(row.total) },
    { label: text('resources.state_in_use'), numeric: true, cell: (row: SchoolRow) => format.number(row.inUse) },
  ]
  return (
    <Section title={text('resources.in_the_schools')}>
      <Table caption={text('resources.in_the_schools_caption')} columns={columns} rows={schools} rowKey={(row) => row.slug} stack />
    </Section>
  )
}
