import { LinkButton } from '../../../../ui/button.tsx'
import { Count } from '../../../../ui/marks.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { EmptyState, Section } from '../../../../ui/page-parts.tsx'
import { Table } from '../../../../ui/table.tsx'
import type { Defect } from '../../defects/schema.ts'

const SHOWN = 200

/** Every defect with its place: what has to be mended first, then what was repaired or follows from it. */
export function Defects({ defects, more }: { defects: Defect[]; more: string }) {
  const { text } = usePage()
  if (defects.length === 0) return <EmptyState question={text('roster.no_defects')} small />
  return (
    <>
      <Group severity="error" defects={defects} />
      <Group severity="warning" defects={defects} />
      {defects.length > SHOWN && <LinkButton href={more}>{text('roster.all_defects', { n: defects.length })}</LinkButton>}
    </>
  )
}

function Group({ severity, defects }: { severity: Defect['severity']; defects: Defect[] }) {
  const { text } = usePage()
  const rows = defects.filter((defect) => defect.severity === severity)
  if (rows.length === 0) return null
  return (
    <Section title={text(`roster.severity_${severity}`)} count={<Count n={rows.length} needs={severity === 'error'} />} id={severity}>
      <p class="hint">{text(`roster.severity_${severity}_hint`)}</p>
      <DefectTable caption={text(`roster.severity_${severity}`)} rows={rows.slice(0, SHOWN)} />
    </Section>
  )
}

function DefectTable({ caption, rows }: { caption: string; rows: Defect[] }) {
  const { text, format } = usePage()
  const columns = [
    { label: text('roster.column_place'), cell: (defect: Defect) => <code>{placeOf(defect)}</code> },
    { label: text('roster.column_column'), cell: (defect: Defect) => defect.column },
    {
      label: text('roster.column_defect'),
      cell: (defect: Defect) => text(`roster.defect_${defect.code}`, { expected: defect.expected, found: defect.found }),
    },
    { label: text('roster.column_rows'), cell: (defect: Defect) => format.number(defect.times), numeric: true },
  ]
  return <Table caption={caption} captionUnseen rows={rows} columns={columns} stack />
}

function placeOf(defect: Defect) {
  return defect.row > 0 ? `${defect.file}:${defect.row}` : defect.file
}
