import { ActionForm, Button } from '../../../ui/button.tsx'
import { DateField, NumberField, TextArea, TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { Details } from '../../../ui/page-parts.tsx'
import { usePage, useSay } from '../../../ui/page-context.tsx'
import { Table } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import type { BadLine } from '../pasting/rules.ts'
import { shownValue } from '../rules.ts'
import type { Measure, MeasurePoint } from '../schema.ts'
import { useFinding } from './finding.tsx'

/** What came back from a refused entry: the typed point, or the pasted lines with those that are bad. */
export type PointEntry = { point?: FormState; paste?: FormState; bad?: BadLine[] }

type PointFormsProps = { measure: Measure; today: string; entry: PointEntry }

export function PointForms({ measure, today, entry }: PointFormsProps) {
  const { text, at } = usePage()
  const action = at(urls.measurePoints, { measure: measure.id })
  return (
    <div class="stack">
      <Form action={action} id="point" state={entry.point} kind="line">
        <DateField name="observedOn" label={text('measures.day')} value={today} max={today} />
        {measure.kind === 'value' ? (
          <NumberField name="value" label={text('measures.value')} unit={measure.unitOfMeasure} step="any" />
        ) : (
          <>
            <NumberField name="events" label={text('measures.events')} min={0} />
            <NumberField name="total" label={text('measures.total')} min={1} />
          </>
        )}
        <TextField name="note" label={text('measures.note')} optional width="middle" maxlength={200} />
        <Button kind="main">{text('measures.add_point')}</Button>
      </Form>
      <Details summary={text('measures.paste')} open={Boolean(entry.paste)} id="paste">
        <PasteForm measure={measure} action={action} entry={entry} />
      </Details>
    </div>
  )
}

function PasteForm({ measure, action, entry }: { measure: Measure; action: string; entry: PointEntry }) {
  const { text } = usePage()
  return (
    <Form action={action} id="lines" state={entry.paste}>
      {entry.bad && entry.bad.length > 0 && <BadLines bad={entry.bad} />}
      <TextArea name="lines" label={text('measures.lines')} hint={text(`measures.lines_hint_${measure.kind}`)} rows={8} />
      <Button>{text('measures.add_lines')}</Button>
    </Form>
  )
}

const MOST_SHOWN = 50

function BadLines({ bad }: { bad: BadLine[] }) {
  const { text } = usePage()
  const say = useSay()
  return (
    <Table
      caption={text('measures.bad_lines', { n: bad.length })}
      rows={bad.slice(0, MOST_SHOWN)}
      rowKey={({ row, expected }) => `${row} ${expected}`}
      columns={[
        { label: text('measures.row'), numeric: true, cell: ({ row }) => row },
        { label: text('measures.found'), cell: ({ found }) => found || text('measures.nothing') },
        { label: text('measures.expected'), cell: ({ expected }) => say(expected) },
      ]}
    />
  )
}

/** The points as they were entered, each to be taken out again. */
export function PointTable({
  measure,
  points,
  whyNotWrite,
}: {
  measure: Measure
  points: MeasurePoint[]
  whyNotWrite: string | undefined
}) {
  const { text, at, format } = usePage()
  const { write } = useFinding(measure)
  const figure = (point: MeasurePoint) => {
    const value = shownValue(measure.kind, point)
    if (value === null) return '–'
    return measure.kind === 'value'
      ? write(value)
      : text('measures.out_of', { events: point.events ?? 0, total: point.total ?? 0, share: write(value) })
  }
  return (
    <div class="row row-spread">
      <Details summary={text('measures.all_points', { n: points.length })}>
        <Table
          caption={text('measures.all_points', { n: points.length })}
          captionUnseen
          rows={points.toReversed()}
          rowKey={(point) => point.id}
          columns={[
            { label: text('measures.day'), cell: (point) => format.date(point.observedOn) },
            { label: text('measures.value'), numeric: true, cell: figure },
            { label: text('measures.note'), cell: (point) => point.note },
            ...(whyNotWrite
              ? []
              : [{ label: text('measures.take_out'), cell: (point: MeasurePoint) => <Removal measure={measure} point={point} /> }]),
          ]}
        />
      </Details>
      <a href={at(urls.measureCsv, { measure: measure.id })} download>
        {text('measures.as_csv')}
      </a>
    </div>
  )
}

function Removal({ measure, point }: { measure: Measure; point: MeasurePoint }) {
  const { text, at, format } = usePage()
  const label = text('measures.take_out_of', { day: format.day(point.observedOn) })
  return (
    <ActionForm
      action={at(urls.measurePointRemoval, { measure: measure.id, point: point.id })}
      label={label}
      icon="trash-2"
      kind="quiet"
      size="small"
      iconOnly
    />
  )
}
