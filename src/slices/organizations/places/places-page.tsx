import { PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { Table } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import type { UnitRow } from './queries.ts'

/** The places that one may enter: a superintendent's list of schools, a teacher's own school and teams. */
export function PlacesPage({ units }: { units: UnitRow[] }) {
  const { text, at } = usePage()
  return (
    <>
      <PageHead title={text('organizations.places')} lead={text('organizations.places_lead')} />
      <Table
        caption={text('organizations.places')}
        captionUnseen
        stack
        columns={[
          {
            label: text('organizations.place'),
            cell: (unit) => <a href={at(urls.now, { place: unit.slug })}>{unit.name}</a>,
            header: true,
          },
          { label: text('organizations.kind'), cell: (unit) => text(`organizations.kind_${unit.kind}`) },
          { label: text('organizations.led_by'), cell: (unit) => unit.leaders || text('organizations.nobody_yet') },
          { label: text('organizations.people'), cell: (unit) => unit.people, numeric: true },
        ]}
        rows={units}
        rowKey={(unit) => unit.id}
      />
    </>
  )
}
