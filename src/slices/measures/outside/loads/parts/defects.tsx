import { LinkButton } from '../../../../../ui/button.tsx'
import { Count } from '../../../../../ui/marks.tsx'
import { usePage } from '../../../../../ui/page-context.tsx'
import { Section } from '../../../../../ui/page-parts.tsx'
import { Table } from '../../../../../ui/table.tsx'
import { isMismatch } from '../rules.ts'
import type { Defect } from '../schema.ts'

const SHOWN = 100

/** Every row that is no school of ours, and every cell that is left out, with what was expected there. */
export function Defects({ defects, more }: { defects: Defect[]; more: string }) {
  const { text } = usePage()
  const unknown = defects.filter(isMismatch)
  const bad = defects.filter((defect) => !isMismatch(defect))
  return (
    <>
      {bad.length > 0 && (
        <Group title={text('measures.outside_left_out_title')} hint={text('measures.outside_left_out_hint')} defects={bad} needs />
      )}
      {unknown.length > 0 && (
        <Group title={text('measures.outside_not_ours')} hint={text('measures.outside_not_ours_hint')} defects={unknown} />
      )}
      {defects.length > 0 && (
        <p>
          <LinkButton href={more} icon="download" download>
            {text('measures.outside_all_defects', { n: defects.length })}
          </LinkButton>
        </p>
      )}
    </>
  )
}

function Group({ title, hint, defects, needs }: { title: string; hint: string; defects: Defect[]; needs?: boolean }) {
  const { text, format } = usePage()
  return (
    <Section title={title} count={<Count n={defects.length} needs={needs} />}>
      <p class="hint">{hint}</p>
      <Table
        caption={title}
        captionUnseen
        stack
        rows={defects.slice(0, SHOWN)}
        columns={[
          { label: text('measures.outside_row'), cell: (defect) => format.number(defect.row) },
          { label: text('measures.outside_column'), cell: (defect) => defect.column || '–' },
          {
            label: text('measures.expected'),
            cell: (defect) => text(`measures.outside_defect_${defect.code}`, { expected: defect.expected }),
          },
          { label: text('measures.outside_found'), cell: (defect) => <code>{defect.found || '–'}</code> },
        ]}
      />
      {defects.length > SHOWN && <p class="soft">{text('measures.outside_more_rows', { n: defects.length - SHOWN })}</p>}
    </Section>
  )
}
