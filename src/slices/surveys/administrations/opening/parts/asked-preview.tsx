import { Section } from '../../../../../ui/page-parts.tsx'
import { usePage } from '../../../../../ui/page-context.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { Mode } from '../../../schema.ts'
import type { AskedAt } from '../../schema.ts'

export type Preview = {
  places: AskedAt[]
  mode: Mode
  opensOn: string
  closesOn: string
  reminders: string[]
  /** What was looked at: it comes back with the opening, so that nothing else is opened. */
  looked: string
}

/** Whom an opening will ask, by school, before anything leaves. How many are invited tells nothing of who answers. */
export function AskedPreview({ preview }: { preview: Preview }) {
  const { text, format } = usePage()
  const { places, mode, reminders } = preview
  const people = sum(places.map((one) => one.people))
  const onPaper = sum(places.map((one) => one.onPaper))
  const [from, until] = [format.date(preview.opensOn), format.date(preview.closesOn)]
  return (
    <Section id="preview" title={text('surveys.preview', { n: people })}>
      <p>
        {text(`surveys.preview_${mode}`, { from, until })}{' '}
        {reminders.length > 0
          ? text('surveys.preview_reminders', { days: format.list(reminders.map((day) => format.day(day))) })
          : text('surveys.preview_no_reminders')}
      </p>
      <Table
        caption={text('surveys.preview_caption')}
        captionUnseen
        rows={places}
        rowKey={(one) => one.unitId}
        columns={[
          { label: text('surveys.place'), cell: (one) => one.name },
          { label: text('surveys.asked'), numeric: true, cell: (one) => format.number(one.people) },
          { label: text('surveys.asked_on_paper'), numeric: true, cell: (one) => format.number(one.onPaper) },
        ]}
        total={places.length > 1 ? [text('surveys.all_together'), format.number(people), format.number(onPaper)] : undefined}
      />
      {onPaper > 0 && <p class="soft">{text('surveys.preview_paper')}</p>}
    </Section>
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
