import { usePage } from '../../../../ui/page-context.tsx'
import { Section } from '../../../../ui/page-parts.tsx'
import { Table } from '../../../../ui/table.tsx'
import type { Fault, Preview } from '../schema.ts'

/** Every row that is left out, with its place and what was expected there. */
export function Faults({ told }: { told: Preview }) {
  const { text, format } = usePage()
  if (told.faults.length === 0) return null
  const columns = [
    { label: text('surveys.answers_row'), cell: (one: Fault) => format.number(one.row), numeric: true },
    { label: text('surveys.answers_column'), cell: (one: Fault) => one.column },
    { label: text('surveys.bring_found'), cell: (one: Fault) => one.found },
    {
      label: text('surveys.bring_expected'),
      cell: (one: Fault) => text(`surveys.answers_expects_${one.code}`, { expected: one.expected }),
    },
  ]
  return (
    <Section title={text('surveys.answers_left_out')} id="left-out">
      <Table caption={text('surveys.answers_left_out')} captionUnseen stack rows={told.faults} columns={columns} />
      {told.faults.length >= 200 && <p class="soft">{text('surveys.answers_first_faults', { n: told.faults.length })}</p>}
    </Section>
  )
}
